/**
 * Judging a generated company's log. Each size has a process of its own, so that its memory and its
 * warmth are its own; the events are in memory before the clock of the benchmark starts.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import type { BenchTable } from "./table.ts";

/** What `judge-run.ts` says of one log. */
export type JudgeRun = {
  readonly events: number;
  readonly clocks: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
};

type Log = {
  readonly events: number;
  readonly heapMb: number;
  readonly agreements: readonly string[];
};

const support = ["soporte-estandar"];
const all = ["marketing-ventas", "soporte-estandar", "soporte-acme"];

/** Each but the first of a list of agreements is ten times the one before it. */
const logs: readonly Log[] = [
  { events: 100_000, heapMb: 1_024, agreements: support },
  { events: 1_000_000, heapMb: 1_400, agreements: support },
  { events: 10_000_000, heapMb: 12_000, agreements: support },
  { events: 100_000, heapMb: 1_024, agreements: all },
  { events: 1_000_000, heapMb: 1_400, agreements: all },
  { events: 10_000_000, heapMb: 12_000, agreements: all },
];

/** A log that has not been judged by then never will be. */
const LONGEST = 10 * 60_000;

export async function benchJudge(): Promise<BenchTable> {
  const runs: JudgeRun[] = [];
  for (const log of logs) runs.push(await run(log));
  return {
    title: "Judging a log",
    columns: [
      "agreements",
      "events",
      "clocks",
      "seconds",
      "CPU, s",
      "events/s",
      "peak memory, MB",
      "time × for 10 × events",
    ],
    rows: runs.map((one, index) => toRow(logs[index] as Log, one, runs[index - 1])),
    notes: [
      "One core judges the log of a generated company under one of the example agreements (support:",
      "clocks, surveys, retention, availability), and under all three. The best of three runs over",
      "events already read, memory cleared before each; the peak is that of the whole process, events",
      "included.",
      "CPU is that of all threads of the process: more than the seconds where memory was cleared beside the",
      "work, less where the machine had other work as well.",
    ],
  };
}

function toRow(
  { agreements }: Log,
  run: JudgeRun,
  before: JudgeRun | undefined,
): readonly (string | number)[] {
  const { events, clocks, seconds, cpuSeconds, peakMb } = run;
  const isLarger = before !== undefined && before.events < events;
  const growth = isLarger ? (seconds / before.seconds).toFixed(1) : "";
  return [
    agreements.length,
    events,
    clocks,
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    Math.round(events / seconds),
    peakMb,
    growth,
  ];
}

function run({ events, heapMb, agreements }: Log): Promise<JudgeRun> {
  const words = [String(events), ...agreements];
  const child = fork(join(import.meta.dirname, "judge-run.ts"), words, {
    execArgv: [
      "--expose-gc",
      `--max-old-space-size=${heapMb}`,
      "--disable-warning=ExperimentalWarning",
    ],
    timeout: LONGEST,
  });
  return new Promise((resolve, reject) => {
    child.on("message", (told) => resolve(told as JudgeRun));
    child.on("close", (code, signal) => reject(new Error(`${events} events: ${signal ?? code}`)));
  });
}
