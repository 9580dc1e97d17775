import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { openCalendar, startOfLocalDay } from "./calendar.ts";
import { dayText } from "./calendar-date.ts";
import { calendarDays } from "./calendar-day.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { openTime } from "./timetable.ts";

const madrid: CalendarSpec = {
  timeZone: "Europe/Madrid",
  week: { "mon-fri": ["09:00-14:00", "15:00-18:00"], sat: ["22:00-24:00"] },
  holidays: { country: "ES", region: "MD", add: ["2026-12-24"] },
  dates: { "2026-12-25": ["10:00-12:00"], "2026-12-28": [] },
};

describe("a calendar day by day", () => {
  test("hours on the wall, and what decided them", () => {
    const days = calendarDays(madrid, { from: "2026-12-23", to: "2026-12-28" }, "es");
    assert.deepEqual(
      days.map(({ date, open, because, holiday }) => [
        date,
        open.map(({ from, to }) => `${from}-${to}`).join(" "),
        because,
        holiday,
      ]),
      [
        ["2026-12-23", "09:00-14:00 15:00-18:00", "week", null],
        ["2026-12-24", "", "holiday", null],
        ["2026-12-25", "10:00-12:00", "date", null],
        ["2026-12-26", "22:00-24:00", "week", null],
        ["2026-12-27", "", "week", null],
        ["2026-12-28", "", "date", null],
      ],
    );
  });

  test("a holiday is called by its name in the reader's language", () => {
    const span = { from: "2026-05-01", to: "2026-05-01" };
    const names = (["es", "en"] as const).map((one) => calendarDays(madrid, span, one)[0]?.holiday);
    assert.deepEqual(names, ["Día del Trabajador", "Labour Day"]);
  });

  test("a day of 23 hours has the hours it had", () => {
    const always = { timeZone: "Europe/Madrid", week: { "mon-sun": ["00:00-24:00"] } };
    const [day] = calendarDays(always, { from: "2026-03-29", to: "2026-03-29" }, "en");
    assert.deepEqual([day?.openMs, day?.open], [23 * 3_600_000, [{ from: "00:00", to: "24:00" }]]);
  });

  test("law: the open time of the days adds up to that of their span", () => {
    const both = { intersect: [madrid, { timeZone: "America/Mexico_City", week: madrid.week }] };
    fc.assert(
      fc.property(
        fc.integer({ min: 19_000, max: 22_000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom<CalendarSpec>(madrid, both),
        (first, length, spec) => {
          const [from, to] = [dayText(first), dayText(first + length)];
          const days = calendarDays(spec, { from, to }, "en");
          const span = {
            from: startOfLocalDay("Europe/Madrid", from),
            to: startOfLocalDay("Europe/Madrid", dayText(first + length + 1)),
          };
          const sum = days.reduce((all, { openMs }) => all + openMs, 0);
          assert.equal(sum, openTime(openCalendar(spec), span));
        },
      ),
      { numRuns: 40 },
    );
  });
});
