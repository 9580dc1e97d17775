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
  readonly peakMb: number;
};

const sizes = [
  { events: 100_000, heapMb: 1_024 },
  { events: 1_000_000, heapMb: 1_400 },
  { events: 10_000_000, heapMb: 12_000 },
];

/** A log that has not been judged by then never will be. */
const LONGEST = 10 * 60_000;

export async function benchJudge(): Promise<BenchTable> {
  const runs: JudgeRun[] = [];
  for (const { events, heapMb } of sizes) runs.push(await run(events, heapMb));
  return {
    title: "Judging a log",
    columns: [
      "events",
      "clocks",
      "seconds",
      "events/s",
      "peak memory, MB",
      "time × for 10 × events",
    ],
    rows: runs.map((one, index) => toRow(one, runs[index - 1])),
    notes: [
      "One core judges the log of a generated company under the three example agreements. The best",
      "of three runs over events already read; the peak is that of the whole process, events included.",
    ],
  };
}

function toRow(run: JudgeRun, before: JudgeRun | undefined): readonly (string | number)[] {
  const { events, clocks, seconds, peakMb } = run;
  const growth = before ? (seconds / before.seconds).toFixed(1) : "";
  return [events, clocks, seconds.toFixed(2), Math.round(events / seconds), peakMb, growth];
}

function run(events: number, heapMb: number): Promise<JudgeRun> {
  const child = fork(join(import.meta.dirname, "judge-run.ts"), [String(events)], {
    execArgv: [`--max-old-space-size=${heapMb}`, "--disable-warning=ExperimentalWarning"],
    timeout: LONGEST,
  });
  return new Promise((resolve, reject) => {
    child.on("message", (told) => resolve(told as JudgeRun));
    child.on("close", (code, signal) => reject(new Error(`${events} events: ${signal ?? code}`)));
  });
}
