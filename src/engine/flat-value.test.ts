import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { flatten, unflatten } from "./flat-value.ts";

const unnamed = () => undefined;

/** What comes back of a value that went through JSON. */
function carried(value: object): unknown {
  const flat = flatten(value, unnamed);
  assert.ok(flat);
  return unflatten(JSON.parse(JSON.stringify(flat)), unnamed);
}

describe("a value laid out flat", () => {
  test("comes back as it was, keys in their order", () =>
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (any) => {
        const value = JSON.parse(JSON.stringify({ any, absent: 1 }));
        value.absent = undefined;
        const back = carried(value);
        assert.deepEqual(back, value);
        assert.equal(JSON.stringify(back), JSON.stringify(value));
        assert.ok(Object.hasOwn(back as object, "absent"));
      }),
    ));

  test("keeps one object one, and a ring a ring", () => {
    const one = { n: 1 };
    const ring: { self?: unknown } = {};
    ring.self = ring;
    const back = carried([one, one, ring]) as [unknown, unknown, typeof ring];
    assert.equal(back[0], back[1]);
    assert.equal(back[2].self, back[2]);
  });

  test("is as flat for a chain of a hundred thousand links as for one", () => {
    let chain: { readonly n: number; readonly before: unknown } | undefined;
    for (let n = 0; n < 100_000; n += 1) chain = { n, before: chain };
    let back = carried({ chain }) as { readonly chain: typeof chain } | typeof chain;
    back = (back as { readonly chain: typeof chain }).chain;
    for (let n = 99_999; n >= 0; n -= 1) {
      assert.equal(back?.n, n);
      back = back?.before as typeof chain;
    }
    assert.equal(back, undefined);
  });

  test("takes a key of any name for a key", () => {
    const back = carried(JSON.parse('{"a": {"__proto__": {"b": 1}}}')) as { readonly a: object };
    assert.deepEqual(Object.keys(back.a), ["__proto__"]);
    assert.equal((back.a as { readonly b?: number }).b, undefined);
  });

  test("finds again what it only names, or is nothing", () => {
    const kept = { holds: () => true };
    const flat = flatten({ kept, list: [kept] }, (one) => (one === kept ? "kept" : undefined));
    assert.ok(flat);
    assert.deepEqual(
      unflatten(flat, () => kept),
      { kept, list: [kept] },
    );
    assert.equal(unflatten(flat, unnamed), undefined);
  });

  for (const [what, value] of [
    ["a function", () => true],
    ["a map", new Map()],
    ["a number without an end", Number.POSITIVE_INFINITY],
    ["minus nothing", -0],
    ["a big number", 1n],
  ] as const) {
    test(`is not made of ${what}`, () =>
      assert.equal(flatten({ list: [value] }, unnamed), undefined));
  }
});
