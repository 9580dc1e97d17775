import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { dueAfterDays } from "./business-day.ts";
import { openCalendar, wallInstant } from "./calendar.ts";
import type { HoursSpec } from "./calendar-spec.ts";
import { DAY, type Instant } from "./time.ts";
import { openSpans, type Timetable } from "./timetable.ts";

const first = Date.parse("2008-01-01");
const instant = fc.integer({ min: first, max: first + 8 * 365 * DAY }) as fc.Arbitrary<Instant>;

describe("a business day is the same wall time on the next open date", () => {
  const table = openCalendar({
    timeZone: "America/Mexico_City",
    week: { "mon-thu": ["09:00-14:00", "15:00-18:00"], fri: ["08:00-15:00"] },
    holidays: { add: ["2026-01-13"] },
  });
  for (const [says, from, days, expected] of [
    ["from Friday noon", "2026-01-09 12:00", 1, "2026-01-12 12:00"],
    ["a holiday is passed over", "2026-01-12 12:00", 1, "2026-01-14 12:00"],
    ["before opening: the opening", "2026-01-07 07:00", 1, "2026-01-08 09:00"],
    ["at opening: the same time", "2026-01-07 09:00", 1, "2026-01-08 09:00"],
    ["before opening: an earlier opening", "2026-01-08 08:30", 1, "2026-01-09 08:00"],
    ["later than that date closes: its closing", "2026-01-08 17:00", 1, "2026-01-09 15:00"],
    ["earlier than that date opens: its opening", "2026-01-09 08:30", 1, "2026-01-12 09:00"],
    ["at closing: the closing", "2026-01-07 18:00", 1, "2026-01-08 18:00"],
    ["after closing: the opening of the date after", "2026-01-09 20:00", 1, "2026-01-14 09:00"],
    ["on a closed date: likewise", "2026-01-10 12:00", 1, "2026-01-14 09:00"],
    ["in the break of that date: its end", "2026-01-09 14:30", 1, "2026-01-12 15:00"],
    ["ten of them", "2026-01-05 10:00", 10, "2026-01-20 10:00"],
    ["none of them: the start itself", "2026-01-10 12:00", 0, "2026-01-10 12:00"],
  ] as const) {
    test(`${says}: ${days}bd from ${from}`, () => {
      const at = (text: string) => {
        const [date = "", time = ""] = text.split(" ");
        return wallInstant(table.timeZone, date, time);
      };
      assert.equal(dueAfterDays(table, at(from), days), at(expected));
    });
  }
});

describe("laws of business days", () => {
  test("agree with a walk over the dates, one after another", () => {
    const spec: HoursSpec = {
      timeZone: "America/Mexico_City",
      week: { "mon-thu": ["09:00-14:00", "15:00-18:00"], fri: ["08:00-15:00"] },
      holidays: { country: "MX" },
    };
    const table = openCalendar(spec);
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 40 }), (from, count) => {
        assert.equal(dueAfterDays(table, from, count), walkDays(table, from, count));
      }),
    );
  });

  test("a later start is never due earlier, in a week of equal days or not", () => {
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 1, max: 9 }), (a, b, n) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)] as [Instant, Instant];
        const week = { "mon-fri": ["09:00-14:00", "15:00-18:00"], sat: ["10:00-13:00"] };
        const table = openCalendar({ timeZone: "Europe/Madrid", week });
        assert.ok((dueAfterDays(table, from, n) ?? 0) <= (dueAfterDays(table, to, n) ?? 0));
      }),
    );
  });

  function walkDays(table: Timetable, from: Instant, count: number): Instant | undefined {
    const zoned = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(table.timeZone);
    const start = zoned(from);
    const spansOf = (day: Temporal.ZonedDateTime) => {
      const next = day.startOfDay().add({ days: 1 });
      const span = {
        from: day.startOfDay().epochMilliseconds as Instant,
        to: next.epochMilliseconds as Instant,
      };
      return [...openSpans(table, span)];
    };
    const own = spansOf(start);
    const isLate = from > (own.at(-1)?.to ?? Number.NEGATIVE_INFINITY);
    let day = start;
    for (let left = isLate ? count + 1 : count; left > 0; ) {
      day = day.add({ days: 1 });
      if (spansOf(day).length > 0) left -= 1;
    }
    const spans = spansOf(day);
    if (isLate || from < (own[0]?.from ?? from)) return spans[0]?.from;
    const same = day.epochMilliseconds as Instant;
    const last = spans.at(-1)?.to ?? same;
    if (same >= last) return last;
    return spans.some((span) => span.from < same && same <= span.to)
      ? same
      : spans.find((span) => span.from >= same)?.from;
  }
});
