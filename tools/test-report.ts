/** Reads what `node:test` says and prints one line a file, with every failure whole. */
import { relative } from "node:path";
import type { run } from "node:test";
import { inspect } from "node:util";

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

type Events = ReturnType<typeof run>;

type Result = {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: {
    readonly duration_ms: number;
    readonly type?: string | undefined;
    readonly error?: (Error & { readonly failureType?: string }) | undefined;
  };
};

type Tally = { passed: number; failed: number; skipped: number; milliseconds: number };

/** Node's own counts, which say nothing that ours do not. */
const tallies = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** Counts tests, not suites; a file that cannot be loaded, or holds no test, is one failure. */
export async function report(events: Events, print: (line: string) => void): Promise<Count> {
  const files = new Map<string, Tally>();
  const failures: string[] = [];
  const tallyOf = (result: Result) => tally(files, result.file ?? "");
  events.on("test:pass", (result: Result) => {
    if (isSuite(result)) return;
    if (typeof result.skip === "string") print(`- ${place(result)} ${result.name}: ${result.skip}`);
    if (isFile(result)) failures.push(empty(result, tallyOf(result)));
    else count(result, tallyOf(result));
  });
  events.on("test:fail", (result: Result) => {
    if (!hasOwnFault(result)) return;
    if (result.todo !== undefined) return;
    tallyOf(result).failed += 1;
    failures.push(failure(result));
  });
  events.on("test:diagnostic", ({ message }) => {
    if (!tallies.test(message)) print(`ℹ ${message}`);
  });
  events.on("test:stderr", ({ message }) => print(message.trimEnd()));
  events.on("test:summary", ({ file }) => {
    const found = file === undefined ? undefined : files.get(file);
    if (file !== undefined && found) print(fileLine(file, found));
  });
  await drained(events);
  for (const text of failures) print(text);
  return total([...files.values()]);
}

/** The events end when the last file has; a stream that nobody reads never would. */
function drained(events: Events): Promise<void> {
  return new Promise((resolve, reject) => {
    events.on("end", resolve).on("error", reject).resume();
  });
}

function isSuite({ details }: Result): boolean {
  return details.type === "suite";
}

/** Node reports a file itself as a test where nothing in it was one. */
function isFile({ name, file }: Result): boolean {
  return file !== undefined && (name === file || file.endsWith(`/${name}`));
}

/** A test or suite that failed only because one inside it did says nothing new. */
function hasOwnFault({ details }: Result): boolean {
  return details.error?.failureType !== "subtestsFailed";
}

function count(result: Result, found: Tally): void {
  found.milliseconds += result.details.duration_ms;
  if (result.skip !== undefined && result.skip !== false) found.skipped += 1;
  else if (result.todo === undefined || result.todo === false) found.passed += 1;
}

function empty(result: Result, found: Tally): string {
  found.failed += 1;
  return `\n✖ ${place(result)}\n  this file holds no test`;
}

function tally(files: Map<string, Tally>, file: string): Tally {
  const found = files.get(file) ?? { passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
  files.set(file, found);
  return found;
}

function fileLine(file: string, { passed, failed, skipped, milliseconds }: Tally): string {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  const seconds = (milliseconds / 1000).toFixed(1);
  return `${failed > 0 ? "✖" : "✔"} ${relative(".", file)}: ${parts.join(", ")} (${seconds} s)`;
}

function failure(result: Result): string {
  const error = result.details.error;
  const cause = error?.cause ?? error;
  return `\n✖ ${place(result)} ${result.name}\n${explain(cause).replace(/^(?=.)/gm, "  ")}`;
}

/** The message and the places in our own files; Node's own frames say nothing about the fault. */
function explain(cause: unknown): string {
  if (!(cause instanceof Error)) return inspect(cause, { depth: 5 });
  const lines = (cause.stack ?? cause.message).split("\n");
  const own = lines.filter((line) => !/^\s+at .*\(?node:/.test(line)).join("\n");
  return cause.cause === undefined ? own : `${own}\ncaused by ${explain(cause.cause)}`;
}

function place({ file, line }: Result): string {
  return line === undefined ? relative(".", file ?? "") : `${relative(".", file ?? "")}:${line}`;
}

function total(tallies: readonly Tally[]): Count {
  const add = (key: "passed" | "failed" | "skipped") =>
    tallies.reduce((sum, tallied) => sum + tallied[key], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}
