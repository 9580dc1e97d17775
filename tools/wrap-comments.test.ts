import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapComments } from "./wrap-comments.ts";

const wide = "word ".repeat(19).trim();

test("a comment that fits stays as it is", () => {
  const text = `/** ${wide.slice(5)}. */\nconst x = 1; // ${wide} ${wide}`;
  assert.equal(wrapComments(text), text);
});

test("a comment of one line becomes a block", () => {
  assert.equal(wrapComments(`  /** ${wide} last. */`), `  /**\n   * ${wide}\n   * last.\n   */`);
});

test("what does not fit goes to the front of the next line, and no further", () => {
  const text = `/**\n * ${wide} more\n * goes on.\n *\n * Units: days.\n */`;
  const wrapped = `/**\n * ${wide}\n * more goes on.\n *\n * Units: days.\n */`;
  assert.equal(wrapComments(text), wrapped);
});

test("a label, a list and an empty line keep their place", () => {
  for (const next of [" * Units: days.", " * - one", " *", " */"]) {
    const wrapped = wrapComments(`/**\n * ${wide} more\n${next}`);
    assert.equal(wrapped, `/**\n * ${wide}\n * more\n${next}`);
  }
});

test("a word wider than the limit is not broken", () => {
  const text = `// ${"x".repeat(120)}`;
  assert.equal(wrapComments(text), text);
});
