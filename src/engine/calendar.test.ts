import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dueAfterDays, nextOpenDate } from "./business-day.ts";
import {
  alwaysOpen,
  localDate,
  openCalendar,
  ownerCalendar,
  startOfLocalDay,
  wallInstant,
} from "./calendar.ts";
import type { CalendarSpec, HoursSpec } from "./calendar-spec.ts";
import { DAY, HOUR, type Instant, type Millis } from "./time.ts";
import {
  dueAt,
  isOpen,
  nextOpen,
  openSpans,
  openTime,
  previousOpen,
  type Timetable,
  versionAt,
} from "./timetable.ts";
import { wallAt } from "./zone.ts";

const nineToFive = hours({ "mon-fri": ["09:00-17:00"] });
const biz = hours({
  mon: ["09:00-17:00"],
  tue: ["10:00-16:00"],
  wed: ["09:00-17:00"],
  thu: ["10:00-16:00"],
  fri: ["09:00-17:00"],
  sat: ["11:00-14:30"],
});

function hours(week: HoursSpec["week"], more: Partial<HoursSpec> = {}): HoursSpec {
  return { timeZone: "UTC", week, ...more };
}

/** "2026-01-05 09:00" on the wall of the timetable's zone. */
function at({ timeZone }: Timetable, text: string): Instant {
  const [date = "", time = "00:00"] = text.split(" ");
  return wallInstant(timeZone, date, time);
}

function wall({ timeZone }: Timetable, when: Instant | undefined): string {
  if (when === undefined) return "never";
  return new Date(wallAt(timeZone, when)).toISOString().slice(0, 16).replace("T", " ");
}

function spansOf(timetable: Timetable, from: string, to: string): string[] {
  const range = { from: at(timetable, from), to: at(timetable, to) };
  return [...openSpans(timetable, range)].map(
    (span) => `${wall(timetable, span.from)}–${wall(timetable, span.to).slice(11)}`,
  );
}

describe("open time on published examples", () => {
  for (const [id, spec, from, to, expected] of [
    ["A1", nineToFive, "2026-01-05 14:00", "2026-01-06 09:00", 3],
    ["A2", hours({ "mon-fri": ["08:00-17:00"] }), "2014-12-12 21:00", "2014-12-15 09:30", 1.5],
    ["A9", nineToFive, "2026-01-05 18:00", "2026-01-06 08:00", 0],
    ["B1", biz, "2006-01-01 00:00", "2006-01-08 00:00", 39.5],
    ["B2", biz, "2006-01-03 12:00", "2006-01-03 12:00", 0],
    ["B2 backwards", biz, "2006-01-05 12:00", "2006-01-03 12:00", 0],
  ] as const) {
    test(`${id}: ${from} to ${to} is ${expected} h`, () => {
      const timetable = openCalendar(spec);
      const span = { from: at(timetable, from), to: at(timetable, to) };
      assert.equal(openTime(timetable, span) / HOUR, expected);
    });
  }

  test("A7: around the clock, 18:00 to 08:00 is 14 h", () => {
    const timetable = alwaysOpen("America/Bogota");
    const span = { from: at(timetable, "2026-01-05 18:00"), to: at(timetable, "2026-01-06 08:00") };
    assert.equal(openTime(timetable, span) / HOUR, 14);
  });
});

describe("due times on published examples", () => {
  const holiday = hours(nineToFive.week, { holidays: { add: ["2026-01-09"] } });
  const twelve = hours({ "mon-sun": ["09:00-21:00"] });
  const four = hours({ "mon-sun": ["09:00-13:00"] });
  const late = hours({ "mon-fri": ["10:00-18:00"] });
  for (const [id, spec, from, allowed, expected] of [
    ["A3: 24bh", nineToFive, "2026-01-05 09:00", 24, "2026-01-07 17:00"],
    ["A11", holiday, "2026-01-08 15:00", 4, "2026-01-12 11:00"],
    ["A12", nineToFive, "2026-01-05 16:30", 1, "2026-01-06 09:30"],
    ["A14", nineToFive, "2026-01-09 16:00", 8, "2026-01-12 16:00"],
    ["D1: 24bh", nineToFive, "2026-01-09 16:55", 24, "2026-01-14 16:55"],
    ["D6: 24bh", twelve, "2026-01-05 09:00", 24, "2026-01-06 21:00"],
    ["D7: 24bh", four, "2026-01-05 09:00", 24, "2026-01-10 13:00"],
    ["D13: 22.5bh", nineToFive, "2026-01-05 09:00", 22.5, "2026-01-07 15:30"],
    ["L1", late, "2026-01-07 15:00", 10, "2026-01-08 17:00"],
    ["L3", late, "2026-01-07 20:00", 10, "2026-01-09 12:00"],
  ] as const) {
    test(`${id}: ${allowed} h from ${from} is ${expected}`, () => {
      const timetable = openCalendar(spec);
      const due = dueAt(timetable, at(timetable, from), (allowed * HOUR) as Millis);
      assert.equal(wall(timetable, due), expected);
    });
  }

  test("A4: ten hours around the clock", () => {
    const timetable = alwaysOpen("UTC");
    const due = dueAt(timetable, at(timetable, "2015-01-01 10:30"), (10 * HOUR) as Millis);
    assert.equal(wall(timetable, due), "2015-01-01 20:30");
  });

  test("D8: ten days are 240 hours of the clock", () => {
    const timetable = alwaysOpen("UTC");
    const due = dueAt(timetable, at(timetable, "2026-01-05 10:00"), (10 * DAY) as Millis);
    assert.equal(wall(timetable, due), "2026-01-15 10:00");
  });

  test("M5: 45 open hours are five days of nine", () => {
    const timetable = openCalendar(hours({ "mon-fri": ["09:00-18:00"] }));
    const from = at(timetable, "2026-01-05 09:00");
    const days = dueAfterDays(timetable, from, 5) ?? from;
    assert.equal(openTime(timetable, { from, to: days }) / HOUR, 45);
    assert.equal(
      wall(timetable, dueAt(timetable, from, (45 * HOUR) as Millis)),
      "2026-01-09 18:00",
    );
  });
});

describe("business days on published examples, as a budget of open time", () => {
  const friday = hours({ "mon-thu": ["09:00-17:00"], fri: ["10:00-16:00"] });
  for (const [id, spec, from, days, expected] of [
    ["D2", nineToFive, "2026-01-05 08:00", 1, "2026-01-05 17:00"],
    ["D3", nineToFive, "2025-04-25 18:00", 1, "2025-04-28 17:00"],
    ["D4", friday, "2026-01-05 10:00", 1, "2026-01-06 10:00"],
    ["D5", friday, "2026-01-09 10:00", 1, "2026-01-12 10:00"],
  ] as const) {
    test(`${id}: ${days}bd from ${from} is ${expected}`, () => {
      const timetable = openCalendar(spec);
      const start = at(timetable, from);
      const to = dueAfterDays(timetable, start, days) ?? start;
      const budget = openTime(timetable, { from: start, to });
      assert.equal(wall(timetable, dueAt(timetable, start, budget)), expected);
    });
  }

  test("B7: two days after Tuesday 08:00 is Thursday's opening", () => {
    const timetable = openCalendar(biz);
    const due = dueAfterDays(timetable, at(timetable, "2006-01-03 08:00"), 2);
    assert.equal(wall(timetable, due), "2006-01-05 10:00");
  });

  test("M3: the end of the next business day is its 17:00", () => {
    const timetable = openCalendar(nineToFive);
    for (const [from, expected] of [
      ["2026-01-05", "2026-01-06 17:00"],
      ["2026-01-09", "2026-01-12 17:00"],
      ["2026-01-10", "2026-01-12 17:00"],
    ] as const) {
      const date = nextOpenDate(timetable, from) ?? "";
      assert.equal(wall(timetable, at(timetable, `${date} 17:00`)), expected);
    }
  });
});

describe("opening and closing on published examples", () => {
  test("B3 and B4: the next open instant and the last one before", () => {
    const timetable = openCalendar(biz);
    const midnight = at(timetable, "2006-01-03 00:00");
    assert.equal(wall(timetable, nextOpen(timetable, midnight)), "2006-01-03 10:00");
    assert.equal(wall(timetable, previousOpen(timetable, midnight)), "2006-01-02 17:00");
  });

  test("M1: a due date outside the schedule moves to the next opening", () => {
    const timetable = openCalendar(hours({ "mon-fri": ["08:00-16:00"] }));
    const due = at(timetable, "2017-01-11 20:30");
    assert.equal(wall(timetable, nextOpen(timetable, due)), "2017-01-12 08:00");
  });

  test("A10: a team is open when one member is", () => {
    const early = hours({ "mon-fri": ["06:00-12:00"] });
    const late = hours({ "mon-fri": ["11:00-18:00"] });
    const team = openCalendar({ union: [early, late] });
    assert.deepEqual(spansOf(team, "2026-01-05", "2026-01-06"), ["2026-01-05 06:00–18:00"]);
  });

  test("B10: hours of a date replace those of its weekday", () => {
    const dates = { "2006-01-04": ["08:00-12:00"], "2006-01-06": ["09:00-10:00"] };
    const timetable = openCalendar({ ...biz, dates });
    assert.deepEqual(spansOf(timetable, "2006-01-01", "2006-01-08"), [
      "2006-01-02 09:00–17:00",
      "2006-01-03 10:00–16:00",
      "2006-01-04 08:00–12:00",
      "2006-01-05 10:00–16:00",
      "2006-01-06 09:00–10:00",
      "2006-01-07 11:00–14:30",
    ]);
  });

  test("B16: both are open where both calendars are, holidays of either", () => {
    const one = hours({
      mon: ["09:00-10:00"],
      tue: ["11:00-24:00"],
      "wed-thu": ["09:00-12:00", "13:00-17:00"],
    });
    const other = hours({ "mon-tue": ["08:00-15:00"], wed: ["16:00-22:00"], thu: ["11:00-14:00"] });
    const both = openCalendar({
      intersect: [{ ...one, holidays: { add: ["2026-01-07"] } }, other],
    });
    assert.deepEqual(spansOf(both, "2026-01-05", "2026-01-10"), [
      "2026-01-05 09:00–10:00",
      "2026-01-06 11:00–15:00",
      "2026-01-08 11:00–12:00",
      "2026-01-08 13:00–14:00",
    ]);
  });
});

describe("clocks put forward and back", () => {
  const night = { "mon-sun": ["00:00-24:00"] };
  for (const [says, timeZone, date, expected] of [
    ["a spring day", "Europe/Madrid", "2026-03-29", 23],
    ["an autumn day", "Europe/Madrid", "2026-10-25", 25],
    ["half an hour forward", "Australia/Lord_Howe", "2026-10-04", 23.5],
    ["half an hour back", "Australia/Lord_Howe", "2026-04-05", 24.5],
    ["a midnight that was skipped", "America/Sao_Paulo", "2015-10-18", 23],
    ["a day that was skipped", "Pacific/Apia", "2011-12-30", 0],
    ["the day after it", "Pacific/Apia", "2011-12-31", 24],
    ["a day that came twice", "Pacific/Kwajalein", "1969-09-30", 47],
  ] as const) {
    test(`${says} has ${expected} h: ${date} ${timeZone}`, () => {
      const timetable = openCalendar({ timeZone, week: night });
      const from = startOfLocalDay(timeZone, date);
      const next = new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
      const to = startOfLocalDay(timeZone, next);
      assert.equal(openTime(timetable, { from, to }) / HOUR, expected);
    });
  }

  for (const [says, edges, expected] of [
    ["an opening in the gap is an hour later", "02:30-08:00", 4.5],
    ["hours inside the gap keep their length, later", "02:15-02:45", 0.5],
    ["hours that end in the gap may turn round, and count nothing", "02:30-03:00", 0],
  ] as const) {
    test(`${says}: ${edges}`, () => {
      const dates = { "2026-03-29": [edges] };
      const timetable = openCalendar({ timeZone: "Europe/Madrid", week: {}, dates });
      const span = { from: at(timetable, "2026-03-28"), to: at(timetable, "2026-03-31") };
      assert.equal(openTime(timetable, span) / HOUR, expected);
    });
  }

  test("hours that the gap lays over others count once", () => {
    const dates = { "2026-03-29": ["02:00-02:30", "02:40-03:40"] };
    const timetable = openCalendar({ timeZone: "Europe/Madrid", week: {}, dates });
    assert.deepEqual(spansOf(timetable, "2026-03-28", "2026-03-31"), ["2026-03-29 03:00–03:30"]);
  });

  test("hours of a skipped Friday open no Saturday", () => {
    const timetable = openCalendar({ timeZone: "Pacific/Apia", week: { fri: ["09:00-17:00"] } });
    assert.deepEqual(spansOf(timetable, "2011-12-20", "2012-01-05"), ["2011-12-23 09:00–17:00"]);
  });
});

describe("what beats what", () => {
  const spec: HoursSpec = {
    timeZone: "America/Mexico_City",
    week: { "mon-fri": ["09:00-14:00", "15:00-18:00"] },
    holidays: { country: "MX", add: ["2026-04-03"], remove: ["2026-02-02"] },
    dates: { "2026-12-24": ["09:00-13:00"], "2026-12-25": ["10:00-11:00"], "2026-12-31": [] },
    effective: [
      { from: "2027-01-01", week: { "mon-thu": ["08:00-16:00"] } },
      { from: "2027-06-01", holidays: {}, dates: { "2027-06-06": ["10:00-12:00"] } },
    ],
    absences: [
      { owner: "ana", from: "2026-03-02", to: "2026-03-03" },
      { owner: "ana", from: "2026-03-05T10:00:00-06:00", to: "2026-03-05T12:00:00-06:00" },
      { owner: "luis", from: "2026-03-02", to: "2026-03-02" },
    ],
  };
  const timetable = openCalendar(spec);
  for (const [says, date, expected] of [
    ["the week", "2026-03-02", 8],
    ["a national holiday beats the week", "2026-03-16", 0],
    ["an added holiday", "2026-04-03", 0],
    ["a removed holiday", "2026-02-02", 8],
    ["a date beats the week", "2026-12-24", 4],
    ["a date beats a holiday", "2026-12-25", 1],
    ["a date without hours is closed", "2026-12-31", 0],
    ["a later version's week", "2027-01-04", 8],
    ["what it does not restate is kept: holidays", "2027-03-15", 0],
    ["its week replaces the whole week", "2027-01-08", 0],
    ["holidays restated as none", "2027-09-16", 8],
    ["dates restated", "2027-06-06", 2],
    ["dates no longer there", "2027-12-24", 0],
  ] as const) {
    test(`${says}: ${date}`, () => {
      const next = new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
      const span = { from: at(timetable, date), to: at(timetable, next) };
      assert.equal(openTime(timetable, span) / HOUR, expected);
    });
  }

  test("a version holds from the first instant of its local date", () => {
    const begins = at(timetable, "2027-01-01");
    assert.equal(versionAt(timetable, (begins - 1) as Instant), "first");
    assert.equal(versionAt(timetable, begins), "2027-01-01");
    assert.equal(versionAt(timetable, at(timetable, "2030-01-01")), "2027-06-01");
  });

  test("an owner's hours are the calendar's less that owner's absences", () => {
    const week = { from: at(timetable, "2026-03-02"), to: at(timetable, "2026-03-07") };
    assert.equal(openTime(timetable, week) / HOUR, 40);
    assert.equal(openTime(ownerCalendar(spec, "ana"), week) / HOUR, 22);
    assert.equal(openTime(ownerCalendar(spec, "luis"), week) / HOUR, 32);
    assert.equal(openTime(ownerCalendar(spec, "nobody"), week) / HOUR, 40);
  });

  test("a union keeps the versions of its parts apart", () => {
    const team = openCalendar({ union: [spec, hours({ sun: ["09:00-10:00"] })] });
    assert.equal(versionAt(team, at(timetable, "2027-02-01")), "2027-01-01+first");
  });
});

describe("weeks", () => {
  const cases: readonly (readonly [string, CalendarSpec, readonly string[]])[] = [
    [
      "a range of days may go round the weekend",
      hours({ "fri-mon": ["09:00-10:00"] }),
      [
        "2026-01-05 09:00–10:00",
        "2026-01-09 09:00–10:00",
        "2026-01-10 09:00–10:00",
        "2026-01-11 09:00–10:00",
      ],
    ],
    [
      "a night is two entries, and one span",
      hours({ fri: ["22:00-24:00"], sat: ["00:00-06:00"] }),
      ["2026-01-09 22:00–06:00"],
    ],
    [
      "intervals that touch are one span, in any order",
      hours({ mon: ["12:00-15:00", "09:00-12:00"] }),
      ["2026-01-05 09:00–15:00"],
    ],
    [
      "a day in two entries has the hours of both",
      hours({ "mon-tue": ["09:00-10:00"], tue: ["16:00-17:00"] }),
      ["2026-01-05 09:00–10:00", "2026-01-06 09:00–10:00", "2026-01-06 16:00–17:00"],
    ],
  ];
  for (const [says, spec, expected] of cases) {
    test(says, () => {
      assert.deepEqual(spansOf(openCalendar(spec), "2026-01-05", "2026-01-12"), expected);
    });
  }

  test("to the second", () => {
    const timetable = openCalendar(hours({ mon: ["09:00:01-09:00:03"] }));
    const span = { from: at(timetable, "2026-01-05"), to: at(timetable, "2026-01-06") };
    assert.equal(openTime(timetable, span), 2_000);
  });

  test("opening is open, closing is closed", () => {
    const timetable = openCalendar(nineToFive);
    assert.equal(isOpen(timetable, at(timetable, "2026-01-05 09:00")), true);
    assert.equal(isOpen(timetable, (at(timetable, "2026-01-05 09:00") - 1) as Instant), false);
    assert.equal(isOpen(timetable, at(timetable, "2026-01-05 17:00")), false);
    assert.equal(localDate("UTC", at(timetable, "2026-01-05 17:00")), "2026-01-05");
  });
});
