import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, describe, test } from "node:test";
import { scratch } from "../../../test/command.ts";
import { say } from "../../../test/terminal.ts";

const write = scratch();

function calendarFile(name: string, spec: string): string {
  const head = `apiVersion: acuerdo/v1\nkind: Calendar\nmetadata: {name: ${name}}\n`;
  return write(`${name}.yaml`, `${head}spec:\n${spec}`);
}

const office = calendarFile(
  "office",
  `  timeZone: America/Mexico_City
  week: {mon-fri: ["09:00-14:00", "15:00-18:00"]}
  holidays: {country: MX}
`,
);
const madrid = calendarFile(
  "madrid",
  '  timeZone: Europe/Madrid\n  week: {mon-sun: ["00:00-24:00"]}\n',
);
const never = calendarFile("never", "  timeZone: UTC\n  week: {mon: []}\n");

/** from and to as they are typed; the open time in minutes. */
const spans: readonly (readonly [file: string, from: string, to: string, minutes: number])[] = [
  [office, "2026-03-30T12:00", "2026-03-30T16:00", 180],
  [office, "2026-03-30T18:00:00Z", "2026-03-30T22:00:00Z", 180],
  [office, "2026-01-30", "2026-02-03", 480],
  [office, "2026-03-30T16:00", "2026-03-30T12:00", 0],
  [madrid, "2026-03-28", "2026-03-30", 47 * 60],
];

describe("open time between two instants", () => {
  for (const [file, from, to, minutes] of spans) {
    test(`${from} to ${to}`, async () => {
      const words = ["calendar", "open-time", file, "--from", from, "--to", to, "--json"];
      const { code, out } = await say(words);
      assert.deepEqual([code, JSON.parse(out).openMs], [0, minutes * 60_000]);
    });
  }

  test("in words, in both languages", async () => {
    const words = ["calendar", "open-time", office, "--from", "2026-03-30T12:00"];
    const asked = [...words, "--to", "2026-03-31T10:30"];
    const english = await say(asked);
    const spanish = await say(asked, { language: "es" });
    assert.match(english.out, /7 h of open time|6 h 30 min of open time/);
    assert.match(spanish.out, /6 h 30 min de horario abierto, 22 h 30 min de reloj/);
  });
});

const dues: readonly (readonly [file: string, from: string, within: string, due: string | null])[] =
  [
    [office, "2026-03-30T12:00", "4bh", "2026-03-30T23:00:00.000Z"],
    [office, "2026-03-30T12:00", "24h", "2026-03-31T18:00:00.000Z"],
    [office, "2026-03-27T12:00", "1bd", "2026-03-30T18:00:00.000Z"],
    [office, "2026-01-30T17:00", "2bh", "2026-02-03T16:00:00.000Z"],
    [never, "2026-03-30T12:00", "1bh", null],
  ];

describe("when something is due", () => {
  for (const [file, from, within, due] of dues) {
    test(`${within} from ${from} is ${due ?? "never"}`, async () => {
      const words = ["calendar", "due", file, "--from", from, "--within", within, "--json"];
      const { code, out } = await say(words);
      assert.deepEqual([code, JSON.parse(out).dueAt], [due === null ? 1 : 0, due]);
    });
  }

  test("never is said in words", async () => {
    const words = ["calendar", "due", never, "--from", "2026-01-01", "--within", "1bh"];
    assert.match((await say(words, { language: "es" })).out, /no vence en los diez años/);
  });
});

describe("a calendar inside an agreement", () => {
  const agreement = "examples/soporte-estandar.yaml";
  test("is named with --calendar", async () => {
    const words = ["calendar", "due", agreement, "--calendar", "oficina"];
    const { out } = await say([...words, "--from", "2026-03-31T16:00", "--within", "4bh"]);
    assert.match(out, /due 2026-04-01 11:00/);
  });

  test("has to be named where there are several", async () => {
    const words = ["calendar", "due", agreement, "--from", "2026-03-31", "--within", "4bh"];
    const { code, err } = await say(words);
    assert.equal(code, 1);
    assert.match(err, /calendar-choice.*\(2\): oficina, siempre/);
  });
});

describe("what is wrong is said", () => {
  const wrong: readonly (readonly [name: string, words: readonly string[], says: RegExp])[] = [
    ["a file that is not there", ["none.yaml", "--from", "2026-01-01"], /There is no file/],
    ["no --from", [office, "--within", "4bh"], /"--from" is missing/],
    ["no duration", [office, "--from", "2026-01-01"], /"--within" is missing/],
    ["a bare number", [office, "--from", "2026-01-01", "--within", "4"], /like 30m, 4bh/],
    ["a time without sense", [office, "--from", "noon", "--within", "4bh"], /a time like/],
  ];
  for (const [name, words, says] of wrong) {
    test(name, async () => {
      const { code, err } = await say(["calendar", "due", ...words]);
      assert.ok(code === 1 || code === 2);
      assert.match(err, says);
    });
  }

  test("a zone that does not exist", async () => {
    const moon = calendarFile("moon", "  timeZone: Moon/Crater\n  week: {mon: []}\n");
    const words = ["calendar", "due", moon, "--from", "2026-01-01", "--within", "4bh"];
    const { code, err } = await say(words, { language: "es" });
    assert.equal(code, 1);
    assert.match(err, /moon\.yaml:5:13: error .*Moon\/Crater/);
  });
});

describe("holidays from an ICS", () => {
  const ics = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:test",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART;VALUE=DATE:20200101",
    "RRULE:FREQ=YEARLY",
    "SUMMARY:New year",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:2",
    "DTSTART;VALUE=DATE:20260330",
    "DTEND;VALUE=DATE:20260401",
    "SUMMARY:Two days",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:3",
    "DTSTART:20260402T090000Z",
    "SUMMARY:A meeting closes nothing",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const spec = (name: string) =>
    `  timeZone: UTC\n  week: {mon-fri: ["09:00-17:00"]}\n  holidays: {ics: "${name}"}\n`;
  const open = async (file: string, from: string, to: string) => {
    const words = ["calendar", "open-time", file, "--from", from, "--to", to, "--json"];
    return JSON.parse((await say(words)).out);
  };

  test("file, beside the calendar: whole days, repeated and several in a row", async () => {
    write("days.ics", ics);
    const file = calendarFile("local", spec("days.ics"));
    const week = await open(file, "2026-03-30", "2026-04-04");
    const newYear = await open(file, "2027-01-01", "2027-01-02");
    assert.deepEqual([week.openMs / 3_600_000, newYear.openMs], [3 * 8, 0]);
  });

  test("address", async () => {
    const server = createServer((request, answer) => {
      answer.writeHead(request.url === "/days.ics" ? 200 : 404).end(ics);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    after(() => server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const week = await open(
      calendarFile("remote", spec(`${address}/days.ics`)),
      "2026-03-30",
      "2026-04-04",
    );
    assert.equal(week.openMs / 3_600_000, 3 * 8);
    const missing = await open(calendarFile("gone", spec(`${address}/no.ics`)), "2026", "2027");
    assert.equal(missing.problems[0].code, "address-unreachable");
  });

  test("that holds nothing, or is no ICS, is said", async () => {
    write("empty.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
    write("no.ics", "<html>");
    const empty = await open(calendarFile("empty", spec("empty.ics")), "2026-01-05", "2026-01-06");
    const none = await open(calendarFile("none", spec("no.ics")), "2026-01-05", "2026-01-06");
    assert.equal(empty.problems[0].code, "ics-empty");
    assert.equal(none.problems[0].code, "file-unreadable");
  });
});
