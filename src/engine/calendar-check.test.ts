import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openCalendar } from "./calendar.ts";
import { checkCalendar } from "./calendar-check.ts";
import type { CalendarSpec, HoursSpec } from "./calendar-spec.ts";
import { Refusal } from "./problem.ts";

const good: HoursSpec = { timeZone: "Europe/Madrid", week: { "mon-fri": ["09:00-18:00"] } };

function found(spec: unknown): string[] {
  return checkCalendar(spec as CalendarSpec).map(
    ({ code, place }) => `${code} ${place?.path ?? ""}`,
  );
}

function nested(depth: number): CalendarSpec {
  return depth === 0 ? good : { union: [nested(depth - 1)] };
}

describe("what is wrong with a calendar is said with its place", () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [{ ...good, timeZone: "Mars/Base" }, "time-zone-unknown timeZone"],
    [{ ...good, timeZone: "+01:00" }, "time-zone-unknown timeZone"],
    [{ ...good, timeZone: undefined }, "time-zone-unknown timeZone"],
    [{ ...good, week: { "mon-fry": [] } }, "day-unknown week.mon-fry"],
    [{ ...good, week: { "mon-tue-wed": ["09:00-10:00"] } }, "day-unknown week.mon-tue-wed"],
    [{ ...good, week: { mon: ["9-5"] } }, "interval-unreadable week.mon[0]"],
    [{ ...good, week: { mon: ["09:00-25:00"] } }, "interval-unreadable week.mon[0]"],
    [{ ...good, week: { mon: ["09:60-10:00"] } }, "interval-unreadable week.mon[0]"],
    [{ ...good, week: { mon: [42] } }, "interval-unreadable week.mon[0]"],
    [{ ...good, week: { mon: ["09:00-10:00", "10:00-10:00"] } }, "interval-empty week.mon[1]"],
    [{ ...good, week: { mon: ["22:00-06:00"] } }, "interval-backwards week.mon[0]"],
    [{ ...good, week: { mon: ["09:00-12:00", "11:00-13:00"] } }, "intervals-overlap week.mon[1]"],
    [
      { ...good, week: { "mon-fri": ["09:00-12:00"], wed: ["11:00-13:00"] } },
      "intervals-overlap week.wed[0]",
    ],
    [{ ...good, week: { mon: "09:00-10:00" } }, "calendar-misshapen week.mon"],
    [{ ...good, week: undefined }, "calendar-misshapen week"],
    [{ ...good, dates: { "2026-02-30": [] } }, "date-unknown dates.2026-02-30"],
    [
      { ...good, dates: { "2026-12-24": ["13:00-09:00"] } },
      "interval-backwards dates.2026-12-24[0]",
    ],
    [{ ...good, holidays: { country: "ZZ" } }, "country-unknown holidays.country"],
    [{ ...good, holidays: { country: "ES", region: "XX" } }, "region-unknown holidays.region"],
    [
      { ...good, holidays: { country: "MX", region: "JAL" } },
      "region-without-holidays holidays.region",
    ],
    [{ ...good, holidays: { region: "JAL" } }, "region-without-country holidays.region"],
    [{ ...good, holidays: { add: ["2026-13-01"] } }, "date-unknown holidays.add[0]"],
    [{ ...good, holidays: { remove: ["soon"] } }, "date-unknown holidays.remove[0]"],
    [{ ...good, holidays: { ics: "days.ics" } }, "holidays-unread holidays.ics"],
    [{ ...good, effective: [{ from: "2027-02-29" }] }, "date-unknown effective[0].from"],
    [
      { ...good, effective: [{ from: "2027-01-01" }, { from: "2026-01-01" }] },
      "version-disorder effective[1]",
    ],
    [
      { ...good, effective: [{ from: "2027-01-01" }, { from: "2027-01-01" }] },
      "version-disorder effective[1]",
    ],
    [
      { ...good, effective: [{ from: "2027-01-01", week: { mon: ["x"] } }] },
      "interval-unreadable effective[0].week.mon[0]",
    ],
    [
      { ...good, absences: [{ owner: "ana", from: "soon", to: "2026-01-02" }] },
      "absence-unreadable absences[0]",
    ],
    [
      { ...good, absences: [{ owner: "ana", from: "2026-01-05", to: "2026-01-02" }] },
      "absence-backwards absences[0]",
    ],
    [{ ...good, holidays: "MX" }, "calendar-misshapen holidays"],
    [{ ...good, holidays: { add: "2026-01-01" } }, "calendar-misshapen holidays.add"],
    [{ ...good, dates: ["2026-01-01"] }, "calendar-misshapen dates"],
    [{ ...good, effective: { from: "2026-01-01" } }, "calendar-misshapen effective"],
    [{ ...good, absences: "ana" }, "calendar-misshapen absences"],
    [{ ...good, week: ["09:00-10:00"] }, "calendar-misshapen week"],
    [{ union: [] }, "calendar-misshapen union"],
    [{ intersect: "both" }, "calendar-misshapen intersect"],
    [{ union: [good, { ...good, timeZone: "X" }] }, "time-zone-unknown union[1].timeZone"],
    [null, "calendar-misshapen "],
    [[], "calendar-misshapen "],
    [
      nested(9),
      "calendar-too-large union[0].union[0].union[0].union[0].union[0].union[0].union[0].union[0].union[0]",
    ],
    [{ union: Array(501).fill(good) }, "calendar-too-large union[499]"],
    [{ ...good, week: {} }, "calendar-never-opens "],
    [{ intersect: [good, { ...good, week: { sun: ["09:00-18:00"] } }] }, "calendar-never-opens "],
  ];
  for (const [spec, expected] of cases) {
    test(expected, () => assert.deepEqual(found(spec), [expected]));
  }

  test("all of it at once, in both languages", () => {
    const problems = checkCalendar({ timeZone: "X", week: { mon: ["x", "y"], lunes: [] } });
    assert.equal(problems.length, 4);
    for (const { says } of problems) {
      assert.doesNotMatch(`${says.es} ${says.en}`, /[{}]/);
      assert.notEqual(says.es, says.en);
    }
  });

  test("a good one has no problem, nor has one that opens once in a lifetime", () => {
    assert.deepEqual(found(good), []);
    assert.deepEqual(found({ ...good, week: {}, dates: { "2096-02-29": ["09:00-10:00"] } }), []);
    assert.deepEqual(found(nested(8)), []);
    const both = {
      intersect: [good, { ...good, week: {}, dates: { "2060-01-05": ["10:00-11:00"] } }],
    };
    assert.deepEqual(found(both), []);
  });
});

describe("opening a calendar", () => {
  test("refuses every error at once, by name", () => {
    const spec = { timeZone: "Mars/Base", week: { mon: ["22:00-06:00"] } };
    assert.throws(
      () => openCalendar(spec),
      (thrown) =>
        thrown instanceof Refusal &&
        thrown.problems.map(({ code }) => code).join() === "time-zone-unknown,interval-backwards",
    );
  });

  test("lets warnings pass, and a calendar that never opens", () => {
    openCalendar({ ...good, week: { mon: ["09:00-12:00", "11:00-13:00"] } });
    openCalendar({ ...good, week: {} });
  });
});
