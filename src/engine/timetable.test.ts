import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { dueAfterDays } from "./business-day.ts";
import { alwaysOpen, openCalendar } from "./calendar.ts";
import type { HoursSpec } from "./calendar-spec.ts";
import { Refusal } from "./problem.ts";
import { DAY, EARLIEST, HOUR, type Instant, LATEST, type Millis, type Span } from "./time.ts";
import {
  dueAt,
  isOpen,
  LONGEST,
  nextOpen,
  openSpans,
  openTime,
  previousOpen,
} from "./timetable.ts";
import { intersect, union, without } from "./timetable-algebra.ts";

const ZONES = [
  "UTC",
  "Europe/Madrid",
  "America/Mexico_City",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];
const WEEKS = [
  { "mon-fri": ["09:00-14:00", "15:00-18:00"], sat: ["10:00-13:00"] },
  { "mon-sun": ["00:00-24:00"] },
  { fri: ["22:00-24:00"], sat: ["00:00-06:00"], mon: ["01:30-02:45"] },
  { "sun-tue": ["00:00-00:00:07", "01:15-02:10", "23:00-24:00"] },
];

/** Where clocks were changed: forward, back, by half hours, over midnight, by whole days. */
const PLACES = [
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["America/Mexico_City", "2022-10-30"],
  ["America/Sao_Paulo", "2015-10-18"],
  ["America/Sao_Paulo", "2016-02-21"],
  ["America/St_Johns", "2009-03-08"],
  ["America/St_Johns", "2009-11-01"],
  ["America/Caracas", "2007-12-09"],
  ["America/Caracas", "2016-05-01"],
  ["America/Juneau", "1983-10-30"],
  ["America/Argentina/Buenos_Aires", "2008-10-19"],
  ["America/Santiago", "2019-09-08"],
  ["Europe/Dublin", "1968-10-27"],
  ["Europe/Moscow", "2011-03-27"],
  ["Europe/Moscow", "2014-10-26"],
  ["Africa/Casablanca", "2025-02-23"],
  ["Africa/Monrovia", "1972-01-07"],
  ["Asia/Tehran", "2022-03-22"],
  ["Asia/Kathmandu", "1986-01-01"],
  ["Asia/Pyongyang", "2015-08-15"],
  ["Asia/Pyongyang", "2018-05-05"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Kwajalein", "1969-09-30"],
  ["Pacific/Kwajalein", "1993-08-21"],
  ["Pacific/Kiritimati", "1994-12-31"],
  ["Pacific/Chatham", "2026-09-27"],
  ["Asia/Kolkata", "2026-06-01"],
] as const;

const timetable = fc
  .tuple(fc.constantFrom(...ZONES), fc.constantFrom(...WEEKS), fc.boolean())
  .map(([timeZone, week, rests]) =>
    openCalendar({ timeZone, week, ...(rests ? { holidays: { country: "MX" } } : {}) }),
  );
const first = Date.parse("2008-01-01");
const instant = fc.integer({ min: first, max: first + 8 * 365 * DAY }) as fc.Arbitrary<Instant>;
const allowed = fc.integer({ min: 0, max: 400 * HOUR }) as fc.Arbitrary<Millis>;

function range(a: Instant, b: Instant): Span {
  return { from: Math.min(a, b) as Instant, to: Math.max(a, b) as Instant };
}

describe("laws of open time", () => {
  test("what is due after some open time has had that much open time", () => {
    fc.assert(
      fc.property(timetable, instant, allowed, (table, from, length) => {
        const to = dueAt(table, from, length);
        assert.ok(to !== undefined);
        assert.equal(openTime(table, { from, to }), length);
        const earlier = { from, to: (to - 1) as Instant };
        if (length > 0) assert.equal(openTime(table, earlier), length - 1);
      }),
    );
  });

  test("parts add up", () => {
    fc.assert(
      fc.property(timetable, instant, instant, instant, (table, a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [Instant, Instant, Instant];
        const parts = openTime(table, { from, to: middle }) + openTime(table, { from: middle, to });
        assert.equal(openTime(table, { from, to }), parts);
      }),
    );
  });

  test("a later start, or more time, is never due earlier", () => {
    fc.assert(
      fc.property(timetable, fc.tuple(instant, instant), allowed, allowed, (table, pair, a, b) => {
        const { from, to } = range(...pair);
        assert.ok((dueAt(table, from, a) ?? 0) <= (dueAt(table, to, a) ?? 0));
        const [less, more] = [Math.min(a, b), Math.max(a, b)] as [Millis, Millis];
        assert.ok((dueAt(table, from, less) ?? 0) <= (dueAt(table, from, more) ?? 0));
      }),
    );
  });

  test("the order in which years are asked for changes nothing", () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 2, maxLength: 6 }), (instants) => {
        const spec: HoursSpec = { timeZone: "Europe/Madrid", week: { "mon-fri": ["09:00-17:00"] } };
        const [one, other] = [openCalendar(spec), openCalendar(spec)];
        const ranges = instants.flatMap((a) => instants.map((b) => range(a, b)));
        const forwards = ranges.map((span) => openTime(one, span));
        const backwards = ranges.toReversed().map((span) => openTime(other, span));
        assert.deepEqual(forwards, backwards.toReversed());
      }),
    );
  });

  test("the open spans of a range are in order, apart, inside it, and add up", () => {
    fc.assert(
      fc.property(
        timetable,
        instant,
        fc.integer({ min: 0, max: 60 * DAY }),
        (table, from, length) => {
          const to = (from + length) as Instant;
          let open = 0;
          let last = from - 1;
          for (const span of openSpans(table, { from, to })) {
            assert.ok(last < span.from && span.from < span.to && span.to <= to);
            assert.ok(isOpen(table, span.from) && (span.to === to || !isOpen(table, span.to)));
            open += span.to - span.from;
            last = span.to;
          }
          assert.equal(open, openTime(table, { from, to }));
        },
      ),
    );
  });

  test("the next and the previous opening have nothing open before them", () => {
    fc.assert(
      fc.property(timetable, instant, (table, at) => {
        const next = nextOpen(table, at);
        const previous = previousOpen(table, at);
        assert.ok(next !== undefined && previous !== undefined);
        assert.ok(previous <= at && at <= next && isOpen(table, next));
        assert.ok(isOpen(table, (previous - 1) as Instant));
        assert.equal(openTime(table, { from: previous, to: next }), 0);
      }),
    );
  });

  test("a union and an intersection share out what their parts have", () => {
    fc.assert(
      fc.property(timetable, timetable, instant, instant, (one, other, a, b) => {
        const span = range(a, b);
        const both = openTime(intersect([one, other]), span);
        const either = openTime(union([one, other]), span);
        assert.equal(both + either, openTime(one, span) + openTime(other, span));
        assert.ok(both <= Math.min(openTime(one, span), openTime(other, span)));
      }),
      { numRuns: 30 },
    );
  });

  test("taking spans away takes away the open time in them, once", () => {
    fc.assert(
      fc.property(timetable, instant, instant, instant, (table, a, b, c) => {
        const [gone, more] = [range(a, b), range(b, c)];
        const all = range(Math.min(a, b, c) as Instant, Math.max(a, b, c) as Instant);
        const left = without(table, [gone, more, gone]);
        assert.equal(openTime(left, all), 0);
        assert.equal(
          openTime(without(table, [gone]), all),
          openTime(table, all) - openTime(table, gone),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("a slow twin that walks half minutes along the edges that Temporal gives", () => {
  const days = [
    ["09:00", "17:00"],
    ["00:00", "24:00"],
    ["01:45", "02:15", "02:45", "03:30"],
    ["00:15", "00:45", "23:15", "24:00"],
  ];

  for (const [zone, date] of PLACES) {
    test(`${zone} around ${date}`, () => {
      for (const edges of days) compare(zone, date, edges);
    });
  }

  function compare(timeZone: string, date: string, edges: readonly string[]): void {
    const intervals = edges.flatMap((edge, i) => (i % 2 === 0 ? [`${edge}-${edges[i + 1]}`] : []));
    const table = openCalendar({ timeZone, week: { "mon-sun": intervals } });
    const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: "12:00" });
    const from = noon.subtract({ hours: 48 }).epochMilliseconds as Instant;
    const spans = spansAround(timeZone, date, edges);
    let walked = 0;
    for (let at: number = from; at < from + 4 * DAY; at += 30_000) {
      const isInside = spans.some((span) => span.from <= at && at < span.to);
      assert.equal(
        isOpen(table, at as Instant),
        isInside,
        `${edges} at ${new Date(at).toISOString()}`,
      );
      if (isInside) walked += 30_000;
    }
    assert.equal(openTime(table, { from, to: (from + 4 * DAY) as Instant }), walked);
  }

  /** A date that its own zone never shows has no hours. */
  function spansAround(timeZone: string, date: string, edges: readonly string[]): Span[] {
    const dates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((n) =>
      Temporal.PlainDate.from(date).add({ days: n }),
    );
    const real = dates.filter((day) => day.toZonedDateTime({ timeZone }).toPlainDate().equals(day));
    return real.flatMap((day) =>
      edges.flatMap((edge, i) => {
        const end = edges[i + 1];
        if (i % 2 === 1 || end === undefined) return [];
        return [{ from: instantOf(timeZone, day, edge), to: instantOf(timeZone, day, end) }];
      }),
    );
  }

  function instantOf(timeZone: string, day: Temporal.PlainDate, edge: string): Instant {
    const wall =
      edge === "24:00"
        ? day.add({ days: 1 }).toPlainDateTime()
        : day.toPlainDateTime(Temporal.PlainTime.from(edge));
    return wall.toZonedDateTime(timeZone, { disambiguation: "compatible" })
      .epochMilliseconds as Instant;
  }
});

describe("a slow twin that looks at the wall clock every minute", () => {
  for (const [timeZone, date] of PLACES) {
    test(`${timeZone} around ${date}`, () => {
      const table = openCalendar({ timeZone, week: { "mon-fri": ["09:00-17:30"] } });
      const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: "12:00" });
      const from = noon.subtract({ hours: 60 });
      const shown = new Set<string>();
      for (let minute = 0; minute < 5 * 1_440; minute += 1) {
        const now = from.add({ minutes: minute });
        const time = now.hour * 60 + now.minute;
        const isOffice = now.dayOfWeek <= 5 && time >= 9 * 60 && time < 17 * 60 + 30;
        const wall = now.toPlainDateTime().toString();
        const expected = isOffice && !shown.has(wall);
        shown.add(wall);
        assert.equal(isOpen(table, now.epochMilliseconds as Instant), expected, String(now));
      }
    });
  }
});

describe("nothing runs without an end", () => {
  const never = openCalendar({ timeZone: "UTC", week: {} });
  const monday = Date.parse("2026-01-05T09:00Z") as Instant;

  test("a calendar that never opens has no open time, and nothing falls due on it", () => {
    assert.equal(openTime(never, { from: EARLIEST, to: LATEST }), 0);
    assert.equal(dueAt(never, monday, HOUR), undefined);
    assert.equal(dueAfterDays(never, monday, 1), undefined);
    assert.equal(nextOpen(never, monday), undefined);
    assert.equal(previousOpen(never, monday), undefined);
    assert.deepEqual([...openSpans(never, { from: EARLIEST, to: LATEST })], []);
  });

  test("nothing falls due more than ten years after its start", () => {
    const once = openCalendar({
      timeZone: "UTC",
      week: {},
      dates: { "2036-01-06": ["00:00-24:00"] },
    });
    const opens = Date.parse("2036-01-06T00:00Z");
    const from = (opens + HOUR - LONGEST) as Instant;
    assert.equal(dueAt(once, from, HOUR), opens + HOUR);
    assert.equal(dueAt(once, from, (HOUR + 1) as Millis), undefined);
    assert.equal(dueAt(once, (from - 1) as Instant, HOUR), undefined);
  });

  test("the first and the last year are measured like any other", () => {
    const always = alwaysOpen("UTC");
    assert.equal(openTime(always, { from: EARLIEST, to: LATEST }), LATEST - EARLIEST);
    assert.equal(dueAt(always, LATEST, 0 as Millis), LATEST);
    assert.equal(dueAt(always, (LATEST - HOUR) as Instant, HOUR), LATEST);
    assert.equal(dueAt(always, LATEST, HOUR), undefined);
    const spans = [...openSpans(always, { from: EARLIEST, to: LATEST })];
    assert.deepEqual(spans, [{ from: EARLIEST, to: LATEST }]);
  });

  test("ten thousand years of office hours", () => {
    const table = openCalendar({
      timeZone: "America/New_York",
      week: { "mon-fri": ["09:00-17:00"] },
    });
    const from = Date.parse("2000-01-01T00:00Z");
    const cycle = 146_097 * DAY;
    const open = (years: number) =>
      openTime(table, { from: (from + years * cycle) as Instant, to: LATEST });
    assert.equal(open(10) - open(11), open(12) - open(13));
  });

  test("what is no instant or no amount is refused by name", () => {
    const always = alwaysOpen("UTC");
    const refused = (code: string, ask: () => unknown) =>
      assert.throws(ask, (thrown) => thrown instanceof Refusal && thrown.code === code);
    for (const bad of [Number.NaN, 0.5, LATEST + 1, EARLIEST - 1, Number.POSITIVE_INFINITY]) {
      const at = bad as Instant;
      refused(
        "instant-outside",
        () => openTime(always, { from: monday, to: at }) || isOpen(always, at),
      );
      refused("instant-outside", () => dueAt(always, at, HOUR));
      refused("instant-outside", () => nextOpen(always, at));
    }
    for (const bad of [Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY]) {
      refused("amount-not-whole", () => dueAt(always, monday, bad as Millis));
      refused("amount-not-whole", () => dueAfterDays(always, monday, bad));
    }
  });
});
