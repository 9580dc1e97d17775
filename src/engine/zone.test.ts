import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { localDate, startOfLocalDay, wallInstant } from "./calendar.ts";
import { localPeriod } from "./local-date.ts";
import { EARLIEST, type Instant, instantText, LATEST } from "./time.ts";
import { instantAt, isTimeZone, wallAt } from "./zone.ts";

const ZONES = [
  "UTC",
  "America/Mexico_City",
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Caracas",
  "America/Juneau",
  "America/Argentina/Buenos_Aires",
  "America/Santiago",
  "Europe/Madrid",
  "Europe/Dublin",
  "Europe/Moscow",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "Asia/Pyongyang",
  "Asia/Manila",
  "Australia/Lord_Howe",
  "Australia/Eucla",
  "Pacific/Apia",
  "Pacific/Kwajalein",
  "Pacific/Kiritimati",
  "Pacific/Chatham",
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: EARLIEST + 864e5, max: LATEST - 864e5 }) as fc.Arbitrary<Instant>;
const recent = fc.integer({ min: Date.parse("1900-01-01"), max: Date.parse("2100-01-01") });

describe("the table of a zone's offsets agrees with Temporal", () => {
  const zoned = (at: number, id: string) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
  const wallOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("UTC").toPlainDateTime();

  test("on what the wall shows, in any year", () => {
    fc.assert(
      fc.property(zone, fc.oneof(instant, recent), (id, at) => {
        const offset = wallAt(id, at as Instant) - at;
        assert.equal(offset, zoned(at, id).offsetNanoseconds / 1e6, `${id} ${at}`);
      }),
      { numRuns: 1500 },
    );
  });

  test("on the instant of a wall time, in any year", () => {
    fc.assert(
      fc.property(zone, fc.oneof(instant, recent), (id, wall) => {
        const expected = wallOf(wall).toZonedDateTime(id, { disambiguation: "compatible" });
        assert.equal(instantAt(id, wall), expected.epochMilliseconds, `${id} ${wall}`);
      }),
      { numRuns: 1500 },
    );
  });

  test("within two days of every change of 1960–2040", () => {
    for (const id of ZONES) {
      let at = zoned(Date.parse("1960-01-01"), id);
      for (;;) {
        const next = at.getTimeZoneTransition("next");
        if (!next || next.year > 2040) break;
        at = next;
        for (let hours = -27; hours <= 27; hours += 0.75) {
          const wall = Math.round(at.epochMilliseconds + hours * 3.6e6);
          const local = wall + at.offsetNanoseconds / 1e6;
          const expected = wallOf(local).toZonedDateTime(id, { disambiguation: "compatible" });
          assert.equal(instantAt(id, local), expected.epochMilliseconds, `${id} ${at} ${hours}`);
        }
      }
    }
  });
});

describe("wall times", () => {
  for (const [says, id, date, time, expected] of [
    ["an ordinary one", "America/Mexico_City", "2026-01-09", "12:00", "2026-01-09T18:00:00.000Z"],
    ["with seconds", "Europe/Madrid", "2026-07-01", "09:00:30", "2026-07-01T07:00:30.000Z"],
    [
      "24:00 is the next midnight",
      "Europe/Madrid",
      "2026-07-01",
      "24:00",
      "2026-07-01T22:00:00.000Z",
    ],
    [
      "in a gap: later by the gap",
      "Europe/Madrid",
      "2026-03-29",
      "02:30",
      "2026-03-29T01:30:00.000Z",
    ],
    ["repeated: the earlier", "Europe/Madrid", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    [
      "half an hour's gap",
      "Australia/Lord_Howe",
      "2026-10-04",
      "02:15",
      "2026-10-03T15:45:00.000Z",
    ],
    [
      "B13: a skipped midnight",
      "America/Sao_Paulo",
      "2015-10-17",
      "24:00",
      "2015-10-18T03:00:00.000Z",
    ],
    [
      "on a date that was skipped",
      "Pacific/Apia",
      "2011-12-30",
      "09:00",
      "2011-12-30T19:00:00.000Z",
    ],
  ] as const) {
    test(`${says}: ${date} ${time} ${id}`, () => {
      assert.equal(instantText(wallInstant(id, date, time)), expected);
    });
  }

  test("the first instant of a day whose midnight is skipped is 01:00", () => {
    const at = startOfLocalDay("America/Sao_Paulo", "2015-10-18");
    assert.equal(instantText(at), "2015-10-18T03:00:00.000Z");
    assert.equal(localDate("America/Sao_Paulo", at), "2015-10-18");
    assert.equal(localDate("America/Sao_Paulo", (at - 1) as Instant), "2015-10-17");
  });
});

describe("local periods", () => {
  const at = (text: string) => Date.parse(text) as Instant;
  for (const [length, expected] of [
    ["week", "2026-03-22T23:00 2026-03-29T22:00"],
    ["month", "2026-02-28T23:00 2026-03-31T22:00"],
    ["quarter", "2025-12-31T23:00 2026-03-31T22:00"],
    ["year", "2025-12-31T23:00 2026-12-31T23:00"],
    [{ month: { startDay: 16 } }, "2026-03-15T23:00 2026-04-15T22:00"],
  ] as const) {
    test(`${JSON.stringify(length)} around the change to summer time in Madrid`, () => {
      const { from, to } = localPeriod("Europe/Madrid", at("2026-03-28T12:00Z"), length);
      assert.equal([from, to].map((edge) => instantText(edge).slice(0, 16)).join(" "), expected);
    });
  }

  test("meet: the end of one is the start of the next", () => {
    const lengths = ["week", "month", "quarter", "year", { month: { startDay: 28 } }] as const;
    fc.assert(
      fc.property(zone, recent, fc.constantFrom(...lengths), (id, when, length) => {
        const span = localPeriod(id, when as Instant, length);
        assert.ok(span.from <= when && when < span.to);
        assert.equal(localPeriod(id, span.to, length).from, span.to);
        assert.equal(localPeriod(id, (span.from - 1) as Instant, length).to, span.from);
      }),
    );
  });
});

test("names that are no zones are told from those that are", () => {
  for (const name of [
    "Mars/Base",
    "",
    "+01:00",
    "2026-01-01T00:00Z",
    "Europe/Madrid[u-ca]",
    "mexico",
  ]) {
    assert.equal(isTimeZone(name), false, name);
  }
  for (const name of ZONES) assert.equal(isTimeZone(name), true, name);
});
