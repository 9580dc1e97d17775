import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { acuerdo, scratch } from "../../../test/command.ts";
import { say } from "../../../test/terminal.ts";

const write = scratch();

const support = write(
  "support.yaml",
  `apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: support}
spec:
  purpose: Answers within two hours
  parties:
    - {id: team, kind: team, role: [provider]}
    - {id: customers, kind: company, role: [consumer]}
  term: {from: 2026-01-01, timeZone: America/Mexico_City}
  calendars:
    office: {timeZone: America/Mexico_City, week: {mon-fri: ["09:00-18:00"]}}
  commitments:
    - id: answer
      obliged: team
      beneficiary: customers
      scope: {subject: ticket}
      clock:
        start: ticket.created
        stop: ticket.repliedPublic
        pause: {while: {status: waiting}, atMost: 5bd}
      calendar: office
      target: [{within: 2bh}]
      objective: {atLeast: 90%, each: month}
      warnAt: [50%]
`,
);

type Row = Readonly<Record<string, unknown>>;

let made = 0;

function event(type: string, time: string, rest: Row = {}): string {
  made += 1;
  const base = { specversion: "1.0", id: `e${made}`, source: "desk", type, subject: "ticket/1" };
  return JSON.stringify({ ...base, time, ...rest });
}

function ndjson(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const opened = event("ticket.created", "2026-03-30T22:30:00Z");
const answered = event("ticket.repliedPublic", "2026-03-31T15:30:00Z");
const asOf = ["--as-of", "2026-04-02T00:00:00Z"];

async function judged(lines: string | Buffer, ...words: readonly string[]) {
  const { code, out } = await say(
    ["evaluate", support, "--events", "-", ...asOf, "--json", ...words],
    { stdin: lines },
  );
  return { code, ...JSON.parse(out) };
}

describe("acuerdo evaluate --json", () => {
  test("tells a clock with its proof, instants in UTC", async () => {
    const {
      code,
      asOf: at,
      clocks,
      periods,
      credits,
      problems,
    } = await judged(ndjson(opened, answered));
    assert.deepEqual([code, at, credits, problems], [0, "2026-04-02T00:00:00.000Z", [], []]);
    const because = { rule: "started", event: "e1" };
    const { owner: _owner, provisional: _provisional, ...clock } = clocks[0];
    assert.deepEqual(clock, {
      agreement: "support",
      revision: 1,
      level: "corporate",
      commitment: "answer",
      subject: "ticket/1",
      cycle: 1,
      state: "stopped",
      verdict: "met",
      startedAt: "2026-03-30T22:30:00.000Z",
      dueAt: "2026-03-31T15:30:00.000Z",
      breachedAt: null,
      stoppedAt: "2026-03-31T15:30:00.000Z",
      target: { text: "2bh", ms: 7_200_000 },
      spent: { openMs: 7_200_000, elapsedMs: 61_200_000 },
      remainingMs: 0,
      warnings: [{ at: "2026-03-30T23:30:00.000Z", share: 0.5 }],
      stretches: [
        { from: clock.startedAt, to: "2026-03-31T00:00:00.000Z", kind: "running", because },
        {
          from: "2026-03-31T00:00:00.000Z",
          to: "2026-03-31T15:00:00.000Z",
          kind: "closed",
          because,
        },
        { from: "2026-03-31T15:00:00.000Z", to: clock.stoppedAt, kind: "running", because },
      ].map(({ from, to, kind }) => ({ from, to, kind, calendar: "office@first", because })),
    });
    const march = periods.find((period: Row) => period.from === "2026-03-01T06:00:00.000Z");
    assert.deepEqual([march.status, march.met, march.breached, march.value], ["final", 1, 0, 1]);
  });

  test("is the same whatever the order of lines, and a repeated line changes nothing", async () => {
    const one = await judged(ndjson(opened, answered));
    const other = await judged(ndjson(answered, opened, answered));
    assert.deepEqual(other.clocks, one.clocks);
    assert.deepEqual(other.rows, { ...one.rows, read: 3, used: 3, repeated: 1 });
  });

  test("reads files, packed ones as well", async () => {
    const lines = ndjson(opened, answered);
    const plain = write("events.ndjson", lines);
    const packed = write("events.ndjson.gz", gzipSync(lines));
    const outs = await Promise.all(
      [plain, packed].map((file) =>
        say(["evaluate", support, "--events", file, ...asOf, "--json"]),
      ),
    );
    const [one, other] = outs.map(({ out }) => JSON.parse(out));
    assert.deepEqual(one, other);
    assert.equal(one.clocks.length, 1);
  });
});

/** A line that cannot be used, and the code of what is said of it. */
const refused: readonly (readonly [name: string, line: string, code: string])[] = [
  ["no JSON", "{not json", "line-not-json"],
  ["NaN", '{"id": NaN}', "line-not-json"],
  ["a list", "[1, 2]", "event-not-object"],
  ["a wall time", event("ticket.created", "2026-03-30T12:00:00"), "event-key-wrong"],
  ["a date that is none", event("ticket.created", "2026-02-30T12:00:00Z"), "event-key-wrong"],
  ["the year 0", event("ticket.created", "0000-02-01T12:00:00Z"), "event-key-wrong"],
  [
    "no subject",
    event("ticket.created", "2026-03-30T12:00:00Z", { subject: 7 }),
    "event-key-wrong",
  ],
  ["a type of one word", event("created", "2026-03-30T12:00:00Z"), "event-key-wrong"],
  [
    "data without end",
    event("a.b", "2026-03-30T12:00:00Z", {
      data: JSON.parse(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`),
    }),
    "event-too-deep",
  ],
  [
    "a number too large",
    event("a.b", "2026-03-30T12:00:00Z").replace("}", ',"data":{"n":1e999}}'),
    "event-not-finite",
  ],
];

describe("a line that cannot be used is reported with its number, and the rest is judged", () => {
  for (const [name, line, code] of refused) {
    test(name, async () => {
      const { code: exit, clocks, problems, rows } = await judged(ndjson(opened, line, answered));
      assert.equal(exit, 0);
      assert.equal(clocks.length, 1);
      assert.deepEqual([rows.read, rows.used, rows.refused], [3, 2, 1]);
      assert.deepEqual([problems[0].code, problems[0].place.line], [code, 2]);
    });
  }

  test("--strict makes it a failure", async () => {
    const { code } = await judged(ndjson(opened, "{"), "--strict");
    assert.equal(code, 1);
  });

  test("a line over a mebibyte and one that is no text", async () => {
    const long = `{"x":"${"a".repeat(1_100_000)}"}`;
    const bytes = Buffer.concat([Buffer.from(ndjson(opened, long)), Buffer.from([0xff, 10])]);
    const { problems, rows } = await judged(bytes);
    assert.deepEqual(
      problems.map(({ code, place }: { code: string; place: Row }) => [code, place.line]),
      [
        ["line-too-long", 2],
        ["line-not-text", 3],
      ],
    );
    assert.equal(rows.refused, 2);
  });

  test("thousands of them are counted, and the first two hundred shown", async () => {
    const { problems, rows } = await judged("x\n".repeat(5_000));
    assert.equal(rows.refused, 5_000);
    assert.equal(problems.length, 201);
    assert.deepEqual(problems.at(-1).facts, { count: 4_800 });
  });
});

describe("odd facts are accepted, and said", () => {
  test("from the future", async () => {
    const future = event("ticket.repliedPublic", "2030-01-01T00:00:00Z");
    const { code, clocks, problems } = await judged(ndjson(opened, future));
    assert.equal(code, 0);
    assert.deepEqual([problems[0].code, problems[0].place.line], ["events-future", 2]);
    assert.deepEqual([clocks[0].state, clocks[0].verdict], ["running", "breached"]);
  });

  test("from the year 1", async () => {
    const { problems, clocks } = await judged(
      ndjson(event("ticket.created", "0001-01-01T00:00:00Z")),
    );
    assert.deepEqual(
      problems.map(({ code }: { code: string }) => code),
      ["events-ancient"],
    );
    assert.equal(clocks.length, 0);
  });

  test("a hundred thousand of one subject", async () => {
    const start = Date.parse("2026-01-05T15:00:00Z");
    const lines = Array.from({ length: 100_000 }, (_, index) => {
      const status = index % 2 === 0 ? "waiting" : "open";
      const time = new Date(start + index * 60_000).toISOString();
      const type = index === 0 ? "ticket.created" : "ticket.statusChanged";
      return event(type, time, { data: { status } });
    });
    const { clocks, rows } = await judged(ndjson(...lines));
    assert.equal(rows.used, 100_000);
    assert.equal(clocks.length, 1);
  });

  test("none at all", async () => {
    const { code, clocks, rows } = await judged("");
    assert.deepEqual([code, clocks, rows.read], [0, [], 0]);
  });
});

describe("acuerdo evaluate in words", () => {
  test("tells rows, clocks, periods and what is due next", async () => {
    const file = write("words.ndjson", ndjson(opened, "{"));
    const words = ["evaluate", support, "--events", file, "--as-of", "2026-03-31T15:10:00Z"];
    const english = await acuerdo(words);
    const spanish = await say(words, { language: "es" });
    assert.match(english.out, /Judged as of 2026-03-31 09:10 \(America\/Mexico_City\)/);
    assert.match(english.out, /ticket\/1 +answer +running +2026-03-31 09:30 +20 min/);
    assert.match(english.err, /words\.ndjson:2: error line-not-json/);
    assert.match(english.err, /Rows read: 2 · used: 1 · refused: 1/);
    assert.match(spanish.out, /Juzgado al 2026-03-31 09:10/);
    assert.match(spanish.out, /support +answer +2026-03 +en curso/);
    assert.match(spanish.err, /Filas leídas: 2 · usadas: 1 · rechazadas: 1/);
  });

  test("refuses files without an agreement, or with a broken one", async () => {
    const calendar = write(
      "calendar.yaml",
      "apiVersion: acuerdo/v1\nkind: Calendar\nmetadata: {name: c}\nspec: {timeZone: UTC, week: {mon: [09:00-10:00]}}\n",
    );
    const broken = write("broken.yaml", "kind: Agreement\n");
    const none = await say(["evaluate", calendar, "--events", "-"]);
    const bad = await say(["evaluate", broken, "--events", "-"]);
    assert.deepEqual([none.code, bad.code], [1, 1]);
    assert.match(none.err, /There is no agreement/);
    assert.match(bad.err, /broken\.yaml:1:\d+: error/);
  });
});
