import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { EARLIEST, type Instant, instantText, isDate, LATEST, readInstant } from "./time.ts";

/** The slow, obvious twin: what the machine's own dates make of it. */
function isDateBy(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

describe("an instant", () => {
  test("is written as the machine's own dates write it, and read back as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST, max: LATEST }), (at) => {
        const text = instantText(at as Instant);
        assert.equal(text, new Date(at).toISOString());
        assert.equal(readInstant(text), at);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("a date", () => {
  test("is one wherever the machine's calendar has it", () => {
    const digits = (most: number, width: number) =>
      fc.nat(most).map((number) => String(number).padStart(width, "0"));
    fc.assert(
      fc.property(digits(9_999, 4), digits(14, 2), digits(40, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        assert.equal(isDate(text), isDateBy(text), text);
      }),
      { numRuns: 5_000 },
    );
  });

  for (const text of [
    "",
    "2026-1-01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "20260101",
    "2026-01-1",
  ]) {
    test(`is not "${text}"`, () => assert.equal(isDate(text), false));
  }

  const ends = [
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-12-31", true],
  ] as const;
  for (const [text, is] of ends) {
    test(`${text} is ${is ? "one" : "none"}`, () => assert.equal(isDate(text), is));
  }
});
