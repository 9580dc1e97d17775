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

/** The slow twin: taken apart, put together as every engine reads it, and read by the machine. */
function readBy(text: string): number | undefined {
  const [, date = "", clock, second = "00", fraction = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/.exec(text) ??
    [];
  const zone = offset.replace(/^(.\d\d):?(\d\d)$/, "$1:$2");
  const at = Date.parse(`${date}T${clock}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
  const isOne = !Number.isNaN(at) && at >= EARLIEST && at <= LATEST;
  return isOne && isDateBy(date) && clock !== "24:00" ? at : undefined;
}

describe("an instant that others wrote", () => {
  test("is read as the machine's own dates read it, or is none", () => {
    const digits = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, "0"));
    const year = fc.oneof(fc.nat(9_999), fc.constantFrom(0, 1, 9_999));
    const fraction = fc.stringMatching(/^(\.\d{1,10})?$/);
    const second = fc.oneof(
      fc.constant(""),
      fc.tuple(digits(61), fraction).map(([whole, part]) => `:${whole}${part}`),
    );
    const offset = fc.oneof(
      fc.constantFrom("Z", "", "z", "+0000", "-00:00"),
      fc
        .tuple(fc.constantFrom("+", "-"), digits(25), fc.constantFrom(":", ""), digits(61))
        .map((parts) => parts.join("")),
    );
    const day = fc.tuple(year, digits(13), digits(32)).map(([one, month, date]) => {
      return `${String(one).padStart(4, "0")}-${month}-${date}`;
    });
    const time = fc.tuple(digits(25), digits(61)).map((parts) => parts.join(":"));
    fc.assert(
      fc.property(day, time, second, offset, (...[date, minutes, rest, zone]) => {
        const text = `${date}T${minutes}${rest}${zone}`;
        assert.equal(readInstant(text), readBy(text), text);
      }),
      { numRuns: 20_000 },
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
