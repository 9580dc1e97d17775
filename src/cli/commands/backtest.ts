/** `acuerdo backtest`: what an agreement would have said of a past, alone or beside another. */
import { type Judgement, judge } from "../../engine/judge.ts";
import { instantText } from "../../engine/time.ts";
import { wallText } from "../../language/amount.ts";
import { changesBetween, pairPeriods } from "../against.ts";
import { comparisonWords, labelWords } from "../backtest-words.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { isIncomplete, rowsLine } from "../intake.ts";
import { periodJson } from "../judgement-json.ts";
import { type Case, judgingOptions, openAgreements, openCase } from "../judging.ts";
import { type Comparison, compareLabels } from "../label.ts";
import { periodTable, tallyTable, title } from "../report.ts";
import { exitCodeOf, problemJson, problemLines } from "../say.ts";
import { tallyClocks } from "../tally.ts";
import { inWords, type Terminal } from "../terminal.ts";

const says = {
  asOf: {
    es: "{count|evento|eventos}, a {at} ({zone})",
    en: "{count|event|events}, as of {at} ({zone})",
  },
  clocks: { es: "Relojes y lo que tardaron", en: "Clocks and how long they took" },
  periods: { es: "Logro por periodo", en: "Attainment by period" },
  judging: { es: "Juzgando {count|evento|eventos}…", en: "Judging {count|event|events}…" },
} as const;

export const backtest: CommandRow = {
  name: "backtest",
  usage: "AGREEMENT.yaml...",
  least: 1,
  most: 100,
  says: {
    es: "Prueba unos acuerdos sobre hechos pasados: logro por periodo, cuánto se tardó, y la diferencia con otro acuerdo o con el veredicto del propio archivo.",
    en: "Try agreements on past facts: attainment by period, how long things took, and the difference from another agreement or from the file's own verdict.",
  },
  options: [
    ...judgingOptions,
    {
      name: "against",
      value: "FILE",
      isRepeatable: true,
      says: {
        es: "Otro acuerdo, juzgado sobre los mismos hechos para comparar.",
        en: "Another agreement, judged on the same facts to compare.",
      },
    },
  ],
  examples: [
    "acuerdo backtest examples/boston-311.yaml --csv boston_311_2015.csv.gz --map maps/boston-311.yaml",
    "acuerdo backtest now.yaml --events events.ndjson --against draft.yaml",
  ],
  run,
};

/** Everything a backtest found; `other` is the judgement of the agreements compared with. */
type Outcome = {
  readonly opened: Case;
  readonly judgement: Judgement;
  readonly other: Judgement | undefined;
  readonly comparison: Comparison | undefined;
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const opened = await openCase(given, terminal);
  const others = given.texts("against");
  const against = others.length > 0 ? await openAgreements(others, terminal) : undefined;
  terminal.progress(() => inWords(terminal, says.judging, { count: opened.input.events.length }));
  const judgement = judge(opened.input);
  const label = opened.mapping?.spec.label;
  const outcome: Outcome = {
    opened: { ...opened, problems: [...opened.problems, ...judgement.problems] },
    judgement,
    other: against && judge({ ...opened.input, ...against }),
    comparison: label && compareLabels(opened.labels, judgement.clocks, label.commitment),
  };
  await (terminal.isJson ? printJson : printWords)(outcome, terminal);
  const isWrong = isIncomplete(opened.rows) || exitCodeOf(outcome.opened.problems) > 0;
  return given.has("strict") && isWrong ? 1 : 0;
}

async function printJson(
  { opened, judgement, other, comparison }: Outcome,
  terminal: Terminal,
): Promise<void> {
  const result = {
    asOf: instantText(opened.input.asOf),
    events: opened.input.events.length,
    rows: opened.rows,
    commitments: tallyClocks(judgement.clocks),
    periods: judgement.periods.map(periodJson),
    ...(other
      ? {
          against: {
            commitments: tallyClocks(other.clocks),
            periods: other.periods.map(periodJson),
            changes: changesBetween(judgement.clocks, other.clocks),
          },
        }
      : {}),
    ...(comparison ? { label: comparisonJson(comparison) } : {}),
    problems: opened.problems.map(problemJson),
  };
  await terminal.print(`${JSON.stringify(result, null, 2)}\n`);
}

function comparisonJson({ disagreements, ...counts }: Comparison) {
  return {
    ...counts,
    disagreements: disagreements.map(({ subject, says: said, stands, clock }) => ({
      subject,
      says: said,
      stands,
      dueAt: clock?.dueAt ? instantText(clock.dueAt) : null,
      stoppedAt: clock?.stoppedAt ? instantText(clock.stoppedAt) : null,
    })),
  };
}

async function printWords(
  { opened, judgement, other, comparison }: Outcome,
  terminal: Terminal,
): Promise<void> {
  const { input, zone, zones, problems, rows } = opened;
  await terminal.warn(problemLines(terminal, problems));
  const facts = { count: input.events.length, at: wallText(zone, input.asOf), zone };
  await terminal.print(`${inWords(terminal, says.asOf, facts)}\n`);
  await terminal.print(title(terminal, inWords(terminal, says.clocks)));
  await terminal.print(tallyTable(terminal, tallyClocks(judgement.clocks)));
  await terminal.print(title(terminal, inWords(terminal, says.periods)));
  await terminal.print(periodTable(terminal, judgement.periods, zones));
  if (other) {
    const pairs = pairPeriods(judgement.periods, other.periods);
    const changes = changesBetween(judgement.clocks, other.clocks);
    await terminal.print(comparisonWords(terminal, { pairs, changes, zone }));
  }
  if (comparison) await terminal.print(labelWords(terminal, comparison, zone));
  await terminal.warn(rowsLine(terminal, rows));
}
