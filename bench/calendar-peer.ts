/**
 * One library answers the questions of the calendar benchmark, in a process of its own: the peers
 * take their zone from the machine, and one that never ends can be ended.
 */
import { createRequire } from "node:module";
import { openCalendar } from "../src/engine/calendar.ts";
import type { Instant, Millis } from "../src/engine/time.ts";
import { dueAt, openTime } from "../src/engine/timetable.ts";

/** Both questions in minutes from 1970 and minutes of open time; due may be missing. */
export type Library = {
  readonly open: (from: number, to: number) => number;
  readonly due?: (from: number, minutes: number) => number;
};

export type Question = { readonly from: number; readonly to: number; readonly open: number };
export type Job = { readonly shared: readonly Question[]; readonly timed: readonly Question[][] };
export type Answer =
  | { readonly kind: "agreed"; readonly open: number; readonly due: number | undefined }
  | {
      readonly kind: "timed";
      readonly range: number;
      readonly open: number;
      readonly due: number | undefined;
    };

const MINUTE = 60_000;
const ENOUGH_MS = 400;
const WARM_UP_MS = 100;
const require = createRequire(import.meta.url);

const day = [
  { start: "09:00:00", end: "14:00:00" },
  { start: "15:00:00", end: "18:00:00" },
];

const libraries: Readonly<Record<string, () => Library>> = {
  acuerdo: () => {
    const timeZone = process.env.TZ ?? "UTC";
    const week = { "mon-fri": ["09:00-14:00", "15:00-18:00"] };
    const table = openCalendar({ timeZone, week });
    return {
      open: (from, to) =>
        openTime(table, { from: (from * MINUTE) as Instant, to: (to * MINUTE) as Instant }) /
        MINUTE,
      due: (from, minutes) =>
        (dueAt(table, (from * MINUTE) as Instant, (minutes * MINUTE) as Millis) ?? Number.NaN) /
        MINUTE,
    };
  },
  opening_hours: () => {
    const Hours: new (
      text: string,
    ) => { getOpenDuration(from: Date, to: Date): [number, number] } = require("opening_hours");
    const hours = new Hours("Mo-Fr 09:00-14:00,15:00-18:00");
    return {
      open: (from, to) =>
        hours.getOpenDuration(new Date(from * MINUTE), new Date(to * MINUTE))[0] / MINUTE,
    };
  },
  "dayjs-business-time": () => {
    type Day = {
      businessMinutesDiff(other: Day): number;
      addBusinessMinutes(minutes: number): Day;
      valueOf(): number;
    };
    const dayjs: ((at: number) => Day) & {
      extend(plugin: unknown): void;
      setBusinessTime(week: unknown): void;
    } = require("dayjs");
    dayjs.extend(require("dayjs-business-time"));
    const [monday, tuesday, wednesday, thursday, friday] = [day, day, day, day, day];
    const week = { monday, tuesday, wednesday, thursday, friday, saturday: null, sunday: null };
    dayjs.setBusinessTime(week);
    return {
      open: (from, to) => dayjs(from * MINUTE).businessMinutesDiff(dayjs(to * MINUTE)),
      due: (from, minutes) =>
        dayjs(from * MINUTE)
          .addBusinessMinutes(minutes)
          .valueOf() / MINUTE,
    };
  },
  "moment-business-time": () => {
    type Moment = {
      workingDiff(other: Moment, unit: string, exact: boolean): number;
      addWorkingTime(amount: number, unit: string): Moment;
      valueOf(): number;
    };
    const moment: ((at: number) => Moment) & {
      updateLocale(name: string, changes: unknown): void;
    } = require("moment");
    require("moment-business-time");
    const open = day.flatMap(({ start, end }) => [start, end]);
    const workinghours = { 0: null, 1: open, 2: open, 3: open, 4: open, 5: open, 6: null };
    moment.updateLocale("en", { workinghours });
    return {
      open: (from, to) => moment(to * MINUTE).workingDiff(moment(from * MINUTE), "minutes", true),
      due: (from, minutes) =>
        moment(from * MINUTE)
          .addWorkingTime(minutes, "minutes")
          .valueOf() / MINUTE,
    };
  },
};

process.on("message", (job: Job) => {
  const library = libraries[process.argv[2] ?? ""]?.();
  if (!library) process.exit(2);
  const { open, due } = library;
  const tell = (answer: Answer) => process.send?.(answer);
  const opens = job.shared.filter((asked) => open(asked.from, asked.to) === asked.open).length;
  const dues = due && job.shared.filter((asked) => due(asked.from, asked.open) === dueOf(asked));
  tell({ kind: "agreed", open: opens, due: dues?.length });
  job.timed.forEach((questions, range) => {
    const openNs = time(questions, ({ from, to }) => open(from, to));
    const dueNs = due && time(questions, ({ from, open: minutes }) => due(from, minutes));
    tell({ kind: "timed", range, open: openNs, due: dueNs });
  });
  process.disconnect();
});

/** The end of a shared question's range was made its due time. */
function dueOf({ to }: Question): number {
  return to;
}

/** Nanoseconds a call, the questions taken in turn; one call where one is already long. */
function time(questions: readonly Question[], ask: (question: Question) => number): number {
  let calls = run(questions, ask, 1).calls;
  const warm = performance.now();
  while (performance.now() - warm < WARM_UP_MS) calls = run(questions, ask, calls * 2).calls;
  const { ms, calls: made } = run(questions, ask, calls, ENOUGH_MS);
  return (ms * 1e6) / made;
}

let sink = 0;

function run(
  questions: readonly Question[],
  ask: (question: Question) => number,
  calls: number,
  least = 0,
): { readonly ms: number; readonly calls: number } {
  const begin = performance.now();
  let made = 0;
  do {
    for (let i = 0; i < calls; i += 1) {
      sink += ask(questions[(made + i) % questions.length] as Question);
    }
    made += calls;
  } while (performance.now() - begin < least);
  return { ms: performance.now() - begin, calls: Math.max(made, Number.isNaN(sink) ? 1 : 0) };
}
