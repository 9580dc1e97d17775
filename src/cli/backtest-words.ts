/**
 * The two comparisons of a backtest as text: with another agreement, and with the file's own
 * verdict.
 */
import type { Period } from "../engine/period.ts";
import { lengthText, shareText, wallText } from "../language/amount.ts";
import type { Change, PeriodPair } from "./against.ts";
import type { Comparison, Disagreement } from "./label.ts";
import { spanText, title } from "./report.ts";
import { tableText } from "./table.ts";
import { inWords, type Terminal } from "./terminal.ts";
import { differenceText, valueText } from "./value.ts";
import { verdictWords } from "./verdict-words.ts";

const says = {
  against: { es: "Frente al otro acuerdo", en: "Beside the other agreement" },
  commitment: { es: "compromiso", en: "commitment" },
  period: { es: "periodo", en: "period" },
  here: { es: "este", en: "this one" },
  there: { es: "el otro", en: "the other" },
  difference: { es: "diferencia", en: "difference" },
  changes: {
    es: "{commitment}: {both|reloj|relojes} en los dos, {onlyOne} solo en este, {onlyOther} solo en el otro",
    en: "{commitment}: {both|clock|clocks} in both, {onlyOne} only in this one, {onlyOther} only in the other",
  },
  move: { es: "  {move}: {count}", en: "  {move}: {count}" },
  label: { es: "Frente al veredicto del archivo", en: "Beside the file's own verdict" },
  agree: {
    es: "Coinciden {agree} de {judged} ({share}). Filas con veredicto y sin reloj (sin plazo): {none}.",
    en: "{agree} of {judged} agree ({share}). Rows with a verdict and no clock (no due date): {none}.",
  },
  disagreements: {
    es: "No coinciden: {count}. Las primeras:",
    en: "Do not agree: {count}. The first:",
  },
  subject: { es: "sujeto", en: "subject" },
  file: { es: "archivo", en: "file" },
  ours: { es: "nosotros", en: "ours" },
  due: { es: "vencía", en: "was due" },
  stopped: { es: "se cerró", en: "closed" },
  late: { es: "después", en: "after by" },
} as const;

const MOST_SHOWN = 10;

export type AgainstFacts = {
  readonly pairs: readonly PeriodPair[];
  readonly changes: readonly Change[];
  readonly zone: string;
};

export function comparisonWords(
  terminal: Terminal,
  { pairs, changes, zone }: AgainstFacts,
): string {
  const columns = [
    { title: inWords(terminal, says.commitment) },
    { title: inWords(terminal, says.period) },
    { title: inWords(terminal, says.here), isNumber: true },
    { title: inWords(terminal, says.there), isNumber: true },
    { title: inWords(terminal, says.difference), isNumber: true },
  ];
  const rows = pairs.map(({ commitment, from, to, one, other }) => [
    commitment,
    spanText(zone, from, to),
    standing(terminal, one),
    standing(terminal, other),
    difference(terminal, one, other),
  ]);
  return [
    title(terminal, inWords(terminal, says.against)),
    tableText(columns, rows),
    ...changes.map((change) => changeLines(terminal, change)),
  ].join("");
}

function standing(terminal: Terminal, period: Period | undefined): string {
  if (!period) return "–";
  const verdict = inWords(terminal, verdictWords[period.verdict]);
  return `${valueText(period, terminal.language)} ${verdict}`;
}

function difference(terminal: Terminal, one?: Period, other?: Period): string {
  return one && other ? differenceText(one, other, terminal.language) : "–";
}

function changeLines(terminal: Terminal, { changed, ...facts }: Change): string {
  const moves = Object.entries(changed).map(([move, count]) => {
    const [from, to] = move
      .split("→")
      .map((verdict) => inWords(terminal, verdictWords[verdict as keyof typeof verdictWords]));
    return inWords(terminal, says.move, { move: `${from} → ${to}`, count });
  });
  return `${[inWords(terminal, says.changes, facts), ...moves].join("\n")}\n`;
}

export function labelWords(
  terminal: Terminal,
  { agree, judged, table, disagreements }: Comparison,
  zone: string,
): string {
  const share = shareText(judged === 0 ? null : agree / judged, terminal.language);
  const none = table.met.none + table.breached.none;
  const summary = inWords(terminal, says.agree, { agree, judged, share, none });
  const lines = [title(terminal, inWords(terminal, says.label)), `${summary}\n`];
  if (disagreements.length > 0) {
    lines.push(`${inWords(terminal, says.disagreements, { count: disagreements.length })}\n`);
    lines.push(disagreementTable(terminal, disagreements.slice(0, MOST_SHOWN), zone));
  }
  return lines.join("");
}

function disagreementTable(
  terminal: Terminal,
  disagreements: readonly Disagreement[],
  zone: string,
): string {
  const columns = [
    { title: inWords(terminal, says.subject) },
    { title: inWords(terminal, says.file) },
    { title: inWords(terminal, says.ours) },
    { title: inWords(terminal, says.due) },
    { title: inWords(terminal, says.stopped) },
    { title: inWords(terminal, says.late), isNumber: true },
  ];
  const rows = disagreements.map(({ subject, says: said, clock }) => {
    const { dueAt = null, stoppedAt = null } = clock ?? {};
    return [
      subject,
      inWords(terminal, verdictWords[said]),
      clock ? inWords(terminal, verdictWords[clock.verdict]) : "–",
      dueAt === null ? "–" : wallText(zone, dueAt),
      stoppedAt === null ? "–" : wallText(zone, stoppedAt),
      dueAt === null || stoppedAt === null ? "–" : lengthText(stoppedAt - dueAt),
    ];
  });
  return tableText(columns, rows);
}
