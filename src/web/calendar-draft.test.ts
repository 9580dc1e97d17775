import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readDocuments } from "../language/reader.ts";
import {
  areHours,
  firstText,
  hoursOf,
  isHours,
  specOf,
  weekOf,
  weekTexts,
  withClause,
  withDate,
} from "./calendar-draft.ts";

const agreement = readFileSync(
  new URL("../../examples/marketing-ventas.yaml", import.meta.url),
  "utf8",
);
const place = { calendar: "oficina", agreement: "marketing-ventas" };

describe("a calendar being changed", () => {
  test("a date of an agreement's calendar changes, and no other clause does", () => {
    const closed = withDate(agreement, place, { date: "2026-11-20", hours: [] });
    const spec = specOf(closed, place);
    assert.ok(isHours(spec));
    assert.deepEqual(spec.dates, {
      "2026-11-20": [],
      "2026-12-24": ["09:00-13:00"],
      "2026-12-31": [],
    });
    const back = withDate(closed, place, { date: "2026-11-20", hours: undefined });
    assert.deepEqual(specOf(back, place), specOf(agreement, place));
    assert.deepEqual(clausesBut(closed), clausesBut(agreement));
    assert.equal(closed.match(/#.*/g)?.join(), agreement.match(/#.*/g)?.join());
  });

  test("a clause that is not there is not taken away", () => {
    const text = firstText("office", "Europe/Madrid");
    const own = { calendar: "office" };
    assert.equal(withClause(text, own, { clause: "holidays", value: undefined }), text);
    const added = withClause(text, own, { clause: "holidays", value: { country: "ES" } });
    const spec = specOf(added, own);
    assert.deepEqual(isHours(spec) && spec.holidays, { country: "ES" });
  });

  test("a text that cannot be read is no calendar", () => {
    assert.equal(specOf("kind: [", { calendar: "office" }), undefined);
  });

  for (const [typed, list, reads] of [
    ["9:00–14:00; 15:00 - 18:00", ["09:00-14:00", "15:00-18:00"], true],
    ["", [], true],
    ["18:00-09:00", ["18:00-09:00"], false],
    ["nine to five", ["ninetofive"], false],
    ["20:00-24:00", ["20:00-24:00"], true],
    ["20:00-24:30", ["20:00-24:30"], false],
  ] as const) {
    test(`hours as people type them: "${typed}"`, () => {
      assert.deepEqual(hoursOf(typed), list);
      assert.equal(areHours(typed), reads);
    });
  }

  test("law: a week written from its days reads back as those days", () => {
    const hours = fc.constantFrom("", "09:00-14:00", "09:00-14:00, 15:00-18:00", "00:00-24:00");
    fc.assert(
      fc.property(fc.array(hours, { minLength: 7, maxLength: 7 }), (days) => {
        assert.deepEqual(weekTexts(weekOf(days)), days);
      }),
    );
  });
});

/** Every clause of an agreement but its calendars. */
function clausesBut(text: string): unknown {
  const [document] = readDocuments(text).documents;
  assert.ok(document?.kind === "Agreement");
  const { calendars: _, ...clauses } = document.spec;
  return clauses;
}
