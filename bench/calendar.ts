/**
 * Open time and due time beside the libraries that others use, and what it costs to lay out a
 * year.
 *
 * The agreed calendar is Monday to Friday, 9–14 and 15–18, in Madrid, without holidays: all can
 * say it.
 */
import { fork } from "node:child_process";
import { openCalendar } from "../src/engine/calendar.ts";
import type { Instant, Millis } from "../src/engine/time.ts";
import { DAY, EARLIEST } from "../src/engine/time.ts";
import { dueAt, openTime } from "../src/engine/timetable.ts";
import type { Answer, Job, Question } from "./calendar-peer.ts";
import type { BenchTable } from "./table.ts";

const ZONE = "Europe/Madrid";
const PEERS = ["opening_hours", "dayjs-business-time", "moment-business-time"];
const RANGES = [
  { says: "1 d", days: 1 },
  { says: "30 d", days: 30 },
  { says: "1 y", days: 365 },
  { says: "10 y", days: 3_640 },
];
const SHARED = 200;
const TIMED = 512;
const LONGEST_MS = 120_000;
const MINUTE = 60_000;
const BEGIN = Date.parse("2025-01-01T00:00Z");

export async function benchCalendar(): Promise<BenchTable> {
  const job = makeJob();
  const names = ["acuerdo", ...PEERS];
  const measured: Measured[] = [];
  for (const name of names) measured.push(await measure(name, job));
  const [own, ...peers] = measured;
  return {
    title: "Open time and due time",
    columns: ["library", "question", "agrees", ...RANGES.map(({ says }) => `${says}, ns`)],
    rows: measured.flatMap(rowsOf),
    notes: [
      "Nanoseconds a call, each library in a process of its own whose zone is Madrid, and ended " +
        `after ${LONGEST_MS / 1000} s (–). "Agrees" counts ${SHARED} shared questions of up to ` +
        "30 days over both changes of the clocks, to the minute, where ours is the answer. " +
        "moment-business-time goes wrong where a range ends in a break, or begins when it is closed.",
      ...(own ? [speedOf(own, peers)] : []),
    ],
  };
}

export function benchLayout(): BenchTable {
  const week = { "mon-fri": ["09:00-14:00", "15:00-18:00"], sat: ["10:00-13:00"] };
  const places = [
    ["America/Mexico_City", "MX"],
    [ZONE, "ES"],
    ["America/Bogota", "CO"],
    ["America/New_York", "US"],
    ["Europe/Berlin", "DE"],
    ["America/Santiago", "CL"],
  ] as const;
  const first = places.map(([zone, country]) => timed(() => firstYear(zone, country)));
  const rows = [
    ["the first year of the first calendar of a process: everything cold", first[0] ?? 0],
    ["the first year of another calendar, its zone and country new (median of 5)", median(first)],
    ["one more year, its holidays new (mean of 20)", timed(() => years("MX", 20)) / 20],
    ["one more year, its holidays known (mean of 20)", timed(() => years("MX", 20)) / 20],
    ["one more year, no holidays (mean of 100)", timed(() => years(undefined, 100)) / 100],
    ["2,000 years, no holidays", timed(() => years(undefined, 2_000))],
  ] as const;
  return {
    title: "Laying out calendars",
    columns: ["what", "ms"],
    rows: rows.map(([what, ms]) => [what, ms.toFixed(2)]),
    notes: ["Two spans a weekday and one on Saturdays; offsets of the zone and holidays included."],
  };

  function firstYear(timeZone: string, country: string): void {
    const table = openCalendar({ timeZone, week, holidays: { country } });
    openTime(table, span(BEGIN + 40 * DAY, BEGIN + 70 * DAY));
  }

  function years(country: string | undefined, count: number): void {
    const holidays = country === undefined ? {} : { holidays: { country } };
    const table = openCalendar({ timeZone: "America/Lima", week, ...holidays });
    const from = count > 1_000 ? EARLIEST : BEGIN;
    openTime(table, span(from, from + count * 365.2425 * DAY));
  }
}

type Measured = {
  readonly name: string;
  readonly agreed: Extract<Answer, { kind: "agreed" }> | undefined;
  readonly timed: readonly Extract<Answer, { kind: "timed" }>[];
};

function measure(name: string, job: Job): Promise<Measured> {
  const file = new URL("./calendar-peer.ts", import.meta.url);
  const child = fork(file, [name], {
    env: { ...process.env, TZ: ZONE, NODE_ENV: "production" },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  const answers: Answer[] = [];
  child.on("message", (answer) => answers.push(answer as Answer));
  child.send(job);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      const agreed = answers.find((answer) => answer.kind === "agreed");
      resolve({ name, agreed, timed: answers.filter((answer) => answer.kind === "timed") });
    });
  });
}

function rowsOf({ name, agreed, timed }: Measured): (string | number)[][] {
  return (["open", "due"] as const).flatMap((question) => {
    if (agreed && agreed[question] === undefined) return [];
    const times = RANGES.map((_, range) => {
      const ns = timed.find((answer) => answer.range === range)?.[question];
      return ns === undefined ? "–" : Math.round(ns).toLocaleString("en");
    });
    const count = agreed ? `${agreed[question]}/${SHARED}` : "–";
    return [[name, question === "open" ? "open time" : "due time", count, ...times]];
  });
}

function speedOf(own: Measured, peers: readonly Measured[]): string {
  const at = (measured: Measured, range: number) => measured.timed[range]?.open ?? Number.NaN;
  const fastest = Math.min(...peers.map((peer) => at(peer, 1)).filter(Number.isFinite));
  const worst = Math.max(...own.timed.flatMap(({ open, due }) => [open, due ?? 0]));
  const times = Math.round(fastest / at(own, 1)).toLocaleString("en");
  return (
    `Open time of 30 days is ${times} times faster than in the fastest peer; ` +
    `the slowest of our own rows takes ${Math.round(worst)} ns.`
  );
}

function makeJob(): Job {
  const next = random(20_260_101);
  const within = (days: number) => Math.floor(next() * days * 1_440);
  const table = openCalendar({
    timeZone: ZONE,
    week: { "mon-fri": ["09:00-14:00", "15:00-18:00"] },
  });
  const question = (from: number, to: number): Question => {
    const start = (from * MINUTE) as Instant;
    const open = openTime(table, span(start, to * MINUTE));
    const due = dueAt(table, start, open as Millis) ?? start;
    return { from, to: due / MINUTE, open: open / MINUTE };
  };
  const begin = BEGIN / MINUTE;
  const shared = Array.from({ length: SHARED }, () => {
    const from = begin + within(700);
    return question(from, from + 1_440 + within(29));
  });
  const timed = RANGES.map(({ days }) =>
    Array.from({ length: TIMED }, () => {
      const from = begin + within(365);
      return { ...question(from, from + days * 1_440), to: from + days * 1_440 };
    }),
  );
  return { shared, timed };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.slice(1).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function span(from: number, to: number) {
  return { from: Math.round(from) as Instant, to: Math.round(to) as Instant };
}

function timed(deed: () => void): number {
  const begin = performance.now();
  deed();
  return performance.now() - begin;
}

/** A small generator of numbers in [0, 1), the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
