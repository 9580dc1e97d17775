import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dayText, lengthText, momentText, openText, percentText } from "./time-text.ts";

const now = Date.parse("2026-03-03T16:00:00Z");
const mexico = { timeZone: "America/Mexico_City" } as const;

describe("a length has two units at most", () => {
  const rows: readonly [number, string][] = [
    [45_000, "45 s"],
    [119_999, "119 s"],
    [120_000, "2 min"],
    [-12 * 60_000, "12 min"],
    [3_599_999, "59 min"],
    [2 * 3_600_000, "2 h"],
    [2 * 3_600_000 + 5 * 60_000, "2 h 05"],
    [86_400_000, "1 d"],
    [3 * 86_400_000 + 4 * 3_600_000 + 59 * 60_000, "3 d 4 h"],
  ];
  for (const [ms, text] of rows)
    test(`${ms} ms: ${text}`, () => assert.equal(lengthText(ms), text));
});

test("open time is said in hours: it has no days of twenty-four", () => {
  const hour = 3_600_000;
  assert.equal(openText(12 * 60_000, "es"), "12 min");
  assert.equal(openText(30 * hour + 17 * 60_000, "es"), "30 h 17");
  assert.equal(openText(19_990 * hour, "es"), "19.990 h");
  assert.equal(openText(1_999 * hour, "en"), "1,999 h");
});

describe("a moment says its day only where it is not today, in the reader's zone", () => {
  const rows: readonly [string, string, string][] = [
    ["2026-03-03T16:42:00Z", "10:42", "10:42"],
    ["2026-03-04T05:59:00Z", "23:59", "23:59"],
    ["2026-03-04T06:00:00Z", "mañana 00:00", "tomorrow 00:00"],
    ["2026-03-02T16:00:00Z", "ayer 10:00", "yesterday 10:00"],
    ["2026-03-06T16:42:00Z", "vie 6 mar, 10:42", "Fri 6 Mar, 10:42"],
  ];
  for (const [at, es, en] of rows) {
    test(at, () => {
      assert.equal(momentText(Date.parse(at), now, { ...mexico, language: "es" }), es);
      assert.equal(momentText(Date.parse(at), now, { ...mexico, language: "en" }), en);
    });
  }
});

test("the head of today is the day in words, and nothing after it", () => {
  const at = Date.parse("2026-03-06T16:42:00Z");
  assert.equal(dayText(at, { ...mexico, language: "es" }), "viernes, 6 de marzo de 2026");
  assert.equal(dayText(at, { ...mexico, language: "en" }), "Friday, 6 March 2026");
});

describe("a share is cut down, never rounded up", () => {
  test("1,899 of 1,999 is not 95 %", () => {
    assert.equal(percentText(1_899 / 1_999, "es"), "94,9 %");
    assert.equal(percentText(1_899 / 1_999, "en"), "94.9%");
  });
  test("what is whole stays whole", () => {
    assert.equal(percentText(0.29, "en"), "29%");
    assert.equal(percentText(1, "es"), "100 %");
  });
});
