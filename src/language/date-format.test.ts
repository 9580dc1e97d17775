import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileDateFormat } from "./date-format.ts";

/** form, cell, what it reads as: wall time, or an instant as a number. */
const rows: readonly (readonly [form: string, cell: string, reads: string | number | undefined])[] =
  [
    ["iso", "2026-03-31", "2026-03-31 00:00:00 +0"],
    ["iso", "2026-03-31 18:05", "2026-03-31 18:05:00 +0"],
    ["iso", "2026-03-31T18:05:09.25", "2026-03-31 18:05:09 +250"],
    ["iso", "2026-03-31 18:05:09+02:00", Date.parse("2026-03-31T16:05:09Z")],
    ["iso", "2026-02-30", undefined],
    ["iso", "2026-03-31 24:00", undefined],
    ["iso", "31/03/2026", undefined],
    ["dd/MM/yyyy", "31/03/2026", "2026-03-31 00:00:00 +0"],
    ["d/M/yyyy H:mm", "1/3/2026 9:05", "2026-03-01 09:05:00 +0"],
    ["MM/dd/yyyy hh:mm a", "03/31/2026 12:15 AM", "2026-03-31 00:15:00 +0"],
    ["MM/dd/yyyy hh:mm a", "03/31/2026 12:15 p.m.", "2026-03-31 12:15:00 +0"],
    ["MM/dd/yyyy hh:mm a", "03/31/2026 07:15 PM", "2026-03-31 19:15:00 +0"],
    ["yyyyMMdd HHmmss", "20260331 180509", "2026-03-31 18:05:09 +0"],
    ["dd.MM.yyyy", "31x03x2026", undefined],
    ["dd/MM/yyyy", "31/04/2026", undefined],
    ["epoch", "1774980000", 1_774_980_000_000],
    ["epochMillis", "1774980000123", 1_774_980_000_123],
    ["epoch", "NaN", undefined],
    ["epoch", "999999999999999", undefined],
  ];

describe("a cell read as a date", () => {
  for (const [form, cell, reads] of rows) {
    test(`${form} of "${cell}"`, () => {
      const read = compileDateFormat(form)?.(cell);
      const said = typeof read === "object" ? `${read.date} ${read.time} +${read.millis}` : read;
      assert.equal(said, reads);
    });
  }
});

describe("a form that means nothing is not compiled", () => {
  for (const form of ["dd/MM", "yyyy-QQ-dd", "dd/MM/yyyy dd", "", "constructor", "toString"]) {
    test(form, () => assert.equal(compileDateFormat(form), undefined));
  }
});
