import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { above, keysOf, under } from "./path.ts";

const keys = fc.array(fc.oneof(fc.nat({ max: 999 }), fc.string({ minLength: 1 })), {
  minLength: 1,
  maxLength: 6,
});

describe("a path", () => {
  test("is read back key by key", () => {
    fc.assert(
      fc.property(keys, (written) => {
        const path = written.reduce<string>((sofar, key) => under(sofar, key), "");
        assert.deepEqual(keysOf(path), written);
      }),
    );
  });

  test("without its last key is the one it was made from", () => {
    fc.assert(
      fc.property(
        keys,
        fc.oneof(fc.nat({ max: 99 }), fc.string({ minLength: 1 })),
        (first, last) => {
          const parent = first.reduce<string>((sofar, key) => under(sofar, key), "");
          assert.equal(above(under(parent, last)), parent);
        },
      ),
    );
  });

  test("of a document is empty, and has nothing above it", () => {
    assert.equal(above(""), undefined);
    assert.equal(above("spec"), "");
  });
});
