/** Judgements as tables for people. */
import type { JudgedClock } from "../engine/judged.ts";
import type { Period } from "../engine/period.ts";
import type { Instant } from "../engine/time.ts";
import { wallAt } from "../engine/zone.ts";
import { lengthText, openText, wallText } from "../language/amount.ts";
import type { Zones } from "./judging.ts";
import { tableText } from "./table.ts";
import type { CommitmentTally } from "./tally.ts";
import { coloured, inWords, type Terminal } from "./terminal.ts";
import { valueText } from "./value.ts";
import { stateWords, statusWords, verdictWords } from "./verdict-words.ts";

const words = {
  agreement: { es: "acuerdo", en: "agreement" },
  commitment: { es: "compromiso", en: "commitment" },
  clocks: { es: "relojes", en: "clocks" },
  met: { es: "cumplidos", en: "met" },
  breached: { es: "incumplidos", en: "breached" },
  open: { es: "abiertos", en: "open" },
  excused: { es: "excusados", en: "excused" },
  void: { es: "anulados", en: "void" },
  half: { es: "mediana", en: "median" },
  p90: { es: "p90", en: "p90" },
  max: { es: "máximo", en: "longest" },
  period: { es: "periodo", en: "period" },
  status: { es: "situación", en: "status" },
  attained: { es: "logrado", en: "attained" },
  objective: { es: "objetivo", en: "objective" },
  verdict: { es: "veredicto", en: "verdict" },
  left: { es: "margen", en: "left" },
  subject: { es: "sujeto", en: "subject" },
  due: { es: "vence", en: "due" },
  state: { es: "estado", en: "state" },
  remaining: { es: "queda", en: "remaining" },
} as const;

export function title(terminal: Terminal, text: string): string {
  return `\n${coloured(terminal, "bold", text)}\n`;
}

export function tallyTable(terminal: Terminal, tallies: readonly CommitmentTally[]): string {
  const say = (key: keyof typeof words): string => inWords(terminal, words[key]);
  const number = (key: keyof typeof words) => ({ title: say(key), isNumber: true });
  const columns = [
    { title: say("agreement") },
    { title: say("commitment") },
    number("clocks"),
    number("met"),
    number("breached"),
    number("open"),
    number("excused"),
    number("void"),
    number("half"),
    number("p90"),
    number("max"),
  ];
  const rows = tallies.map(({ agreement, commitment, total, verdicts, spent }) => [
    agreement,
    commitment,
    ...[total, verdicts.met, verdicts.breached, verdicts.open].map(String),
    ...[verdicts.excused, verdicts.void].map(String),
    ...[spent?.p50, spent?.p90, spent?.max].map((length) =>
      length === undefined ? "–" : openText(length),
    ),
  ]);
  return tableText(columns, rows);
}

export function periodTable(terminal: Terminal, periods: readonly Period[], zones: Zones): string {
  const say = (key: keyof typeof words): string => inWords(terminal, words[key]);
  const columns = [
    { title: say("agreement") },
    { title: say("commitment") },
    { title: say("period") },
    { title: say("status") },
    { title: say("met"), isNumber: true },
    { title: say("breached"), isNumber: true },
    { title: say("open"), isNumber: true },
    { title: say("attained"), isNumber: true },
    { title: say("objective"), isNumber: true },
    { title: say("verdict") },
    { title: say("left"), isNumber: true },
  ];
  const rows = periods.map((period) => [
    period.agreement,
    period.commitment,
    spanText(zones[period.agreement] ?? "UTC", period.from, period.to),
    inWords(terminal, statusWords[period.status]),
    ...caseTexts(period),
    valueText(period, terminal.language),
    objectiveText(period.objective),
    inWords(terminal, verdictWords[period.verdict]),
    leftText(period),
  ]);
  return tableText(columns, rows);
}

/** Running clocks, the next due first. */
export function dueTable(terminal: Terminal, clocks: readonly JudgedClock[], zone: string): string {
  const say = (key: keyof typeof words): string => inWords(terminal, words[key]);
  const columns = [
    { title: say("subject") },
    { title: say("commitment") },
    { title: say("state") },
    { title: say("due") },
    { title: say("remaining"), isNumber: true },
  ];
  const rows = clocks.map(({ subject, commitment, state, dueAt, remainingMs }) => [
    subject,
    commitment,
    inWords(terminal, stateWords[state]),
    dueAt === null ? "–" : wallText(zone, dueAt),
    remainingMs === null ? "–" : lengthText(remainingMs),
  ]);
  return tableText(columns, rows);
}

/** A measure that counts no cases has none to show. */
function caseTexts({ met, breached, openNotDue }: Period): readonly string[] {
  const hasCases = met + breached + openNotDue > 0;
  return [met, breached, openNotDue].map((count) => (hasCases ? String(count) : "–"));
}

function leftText({ left, measure }: Period): string {
  if (left === null) return "–";
  return measure === "availability" ? lengthText(left) : String(left);
}

/** "2026-03" for a month, else the two dates. */
export function spanText(zone: string, from: Instant, to: Instant): string {
  const [first, last] = [from, (to - 1) as Instant].map((at) =>
    new Date(wallAt(zone, at as Instant)).toISOString().slice(0, 10),
  ) as [string, string];
  const isMonth = first.endsWith("-01") && first.slice(0, 7) === last.slice(0, 7);
  return isMonth && Number(last.slice(8)) >= 28 ? first.slice(0, 7) : `${first}…${last}`;
}

const signs = { atLeast: "≥", atMost: "≤", above: ">", below: "<" } as const;

function objectiveText(objective: Period["objective"]): string {
  for (const [key, sign] of Object.entries(signs)) {
    const value = objective[key as keyof typeof signs];
    if (value !== undefined) return `${sign} ${String(value).replace("%", " %")}`;
  }
  return "–";
}
