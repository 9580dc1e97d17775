/** One log judged, in a process of its own: `judge-run.ts EVENTS AGREEMENT…`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateEvents } from "../src/demo/company.ts";
import type { AgreementDocument, CalendarDocument } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import { judge } from "../src/engine/judge.ts";
import type { Instant } from "../src/engine/time.ts";
import { readDocuments } from "../src/language/reader.ts";
import type { JudgeRun } from "./judge.ts";

const RUNS = 3;
const asOf = Date.UTC(2027, 0, 1) as Instant;
const [count = "100000", ...files] = process.argv.slice(2);
const documents = files.flatMap((file) => {
  const text = readFileSync(join(import.meta.dirname, "..", "examples", `${file}.yaml`), "utf8");
  return readDocuments(text).documents;
});
const agreements = documents.filter(
  (document): document is AgreementDocument => document?.kind === "Agreement",
);
const calendars = documents.filter(
  (document): document is CalendarDocument => document?.kind === "Calendar",
);

const events: Event[] = [...generateEvents(Number(count))];
let clocks = 0;
let seconds = Number.POSITIVE_INFINITY;
let cpuSeconds = Number.POSITIVE_INFINITY;
for (let index = 0; index < RUNS; index += 1) {
  globalThis.gc?.();
  const from = process.hrtime.bigint();
  const before = process.cpuUsage();
  clocks = judge({ agreements, calendars, events, asOf }).clocks.length;
  seconds = Math.min(seconds, Number(process.hrtime.bigint() - from) / 1e9);
  const { user, system } = process.cpuUsage(before);
  cpuSeconds = Math.min(cpuSeconds, (user + system) / 1e6);
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const told: JudgeRun = { events: events.length, clocks, seconds, cpuSeconds, peakMb };
if (process.send) process.send(told);
else console.log(told);
