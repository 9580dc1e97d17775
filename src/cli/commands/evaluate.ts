/** `acuerdo evaluate`: every clock and period of agreements over events, at one instant. */
import { type Judgement, judge } from "../../engine/judge.ts";
import type { JudgedClock } from "../../engine/judged.ts";
import { instantText } from "../../engine/time.ts";
import { wallText } from "../../language/amount.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { consequenceLines } from "../consequence-words.ts";
import { isIncomplete, rowsLine } from "../intake.ts";
import { clockJson, creditJson, periodJson, printList, remedyJson } from "../judgement-json.ts";
import { type Case, judgingOptions, openCase } from "../judging.ts";
import { dueTable, periodTable, tallyTable, title } from "../report.ts";
import { exitCodeOf, problemJson, problemLines } from "../say.ts";
import { tallyClocks } from "../tally.ts";
import { inWords, type Terminal } from "../terminal.ts";

const says = {
  asOf: { es: "Juzgado al {at} ({zone})", en: "Judged as of {at} ({zone})" },
  clocks: { es: "Relojes", en: "Clocks" },
  periods: { es: "Periodos", en: "Periods" },
  consequences: { es: "Consecuencias", en: "Consequences" },
  next: { es: "Lo próximo que vence", en: "Next due" },
  nothing: { es: "Nada corre ahora.", en: "Nothing is running now." },
} as const;

const MOST_DUE = 10;

export const evaluate: CommandRow = {
  name: "evaluate",
  usage: "AGREEMENT.yaml...",
  least: 1,
  most: 100,
  says: {
    es: "Juzga unos eventos según unos acuerdos: cada reloj con su veredicto y cada periodo con su logro.",
    en: "Judge events by agreements: every clock with its verdict and every period with its attainment.",
  },
  options: judgingOptions,
  examples: [
    "acuerdo evaluate examples/marketing-ventas.yaml --events events.ndjson --as-of 2026-03-31T23:59:59Z",
    "acuerdo simulate | acuerdo evaluate examples/soporte-estandar.yaml --events - --json",
  ],
  run,
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const opened = await openCase(given, terminal);
  const judgement = judge(opened.input);
  const problems = [...opened.problems, ...judgement.problems];
  const whole = { ...opened, problems };
  if (terminal.isJson) await printJson(whole, judgement, terminal);
  else await printWords(whole, judgement, terminal);
  return given.has("strict") && (isIncomplete(opened.rows) || exitCodeOf(problems) > 0) ? 1 : 0;
}

async function printJson(
  { input, rows, problems }: Case,
  { clocks, periods, credits, remedies }: Judgement,
  terminal: Terminal,
): Promise<void> {
  await terminal.print(`{"asOf": ${JSON.stringify(instantText(input.asOf))},\n`);
  await printList(terminal, "clocks", clocks, clockJson);
  await terminal.print(",\n");
  await printList(terminal, "periods", periods, periodJson);
  await terminal.print(",\n");
  await printList(terminal, "credits", credits, creditJson);
  await terminal.print(",\n");
  await printList(terminal, "remedies", remedies, remedyJson);
  await terminal.print(`,\n"rows": ${JSON.stringify(rows)},\n`);
  await printList(terminal, "problems", problems, problemJson);
  await terminal.print("}\n");
}

async function printWords(
  { input, zone, zones, rows, problems }: Case,
  { clocks, periods, credits, remedies }: Judgement,
  terminal: Terminal,
): Promise<void> {
  await terminal.warn(problemLines(terminal, problems));
  const at = wallText(zone, input.asOf);
  await terminal.print(`${inWords(terminal, says.asOf, { at, zone })}\n`);
  await terminal.print(title(terminal, inWords(terminal, says.clocks)));
  await terminal.print(tallyTable(terminal, tallyClocks(clocks)));
  await terminal.print(title(terminal, inWords(terminal, says.periods)));
  await terminal.print(periodTable(terminal, periods, zones));
  if (credits.length + remedies.length > 0) {
    await terminal.print(title(terminal, inWords(terminal, says.consequences)));
    await terminal.print(consequenceLines(terminal, { credits, remedies, zones }));
  }
  const next = nextDue(clocks);
  await terminal.print(title(terminal, inWords(terminal, says.next)));
  if (next.length === 0) await terminal.print(`${inWords(terminal, says.nothing)}\n`);
  else await terminal.print(dueTable(terminal, next, zone));
  await terminal.warn(rowsLine(terminal, rows));
}

function nextDue(clocks: readonly JudgedClock[]): readonly JudgedClock[] {
  return clocks
    .filter(({ state, verdict, dueAt }) => state === "running" && verdict === "open" && dueAt)
    .sort((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))
    .slice(0, MOST_DUE);
}
