import assert from "node:assert/strict";
import { test } from "node:test";
import { closest } from "./similar.ts";

test("a slip of the hand finds its word, and another word does not", () => {
  const words = ["beneficiary", "obliged", "objective", "within"];
  const table: readonly (readonly [written: string, meant: string | undefined])[] = [
    ["beneficary", "beneficiary"],
    ["Obliged", "obliged"],
    ["ojective", "objective"],
    ["wihtin", "within"],
    ["weather", undefined],
    ["x", undefined],
    ["x".repeat(10_000), undefined],
  ];
  for (const [written, meant] of table) assert.equal(closest(written, words), meant, written);
});
