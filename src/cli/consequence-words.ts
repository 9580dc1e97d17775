/** What follows missed promises, a line each: money owed, and plans or replacements due. */
import type { Credit } from "../engine/credit.ts";
import type { RemedyDue } from "../engine/remedy-due.ts";
import type { Zones } from "./judging.ts";
import { spanText } from "./report.ts";
import { inWords, type Terminal } from "./terminal.ts";

export type Consequences = {
  readonly credits: readonly Credit[];
  readonly remedies: readonly RemedyDue[];
  readonly zones: Zones;
};

const credit = {
  es: "{agreement} {period} {remedy}: {party} debe {amount} {currency} a {to} (base {base}){capped}",
  en: "{agreement} {period} {remedy}: {party} owes {to} {amount} {currency} (base {base}){capped}",
} as const;

const capped = { es: ", con el tope aplicado", en: ", capped" } as const;

const remedies = {
  correctivePlan: {
    es: "{agreement} {period} {remedy}: {party} debe un plan de mejora por «{commitment}»",
    en: '{agreement} {period} {remedy}: {party} owes a corrective plan for "{commitment}"',
  },
  leadReplacement: {
    es: "{agreement} {period} {remedy}: {party} debe reponer {count|lead|leads} por «{commitment}»",
    en: '{agreement} {period} {remedy}: {party} owes {count|replacement lead|replacement leads} for "{commitment}"',
  },
  rerouting: {
    es: "{agreement} {period} {remedy}: se redirige el trabajo de {party} por «{commitment}»",
    en: '{agreement} {period} {remedy}: the work of {party} is rerouted for "{commitment}"',
  },
  meeting: {
    es: "{agreement} {period} {remedy}: toca una reunión de {party} con {to} por «{commitment}»",
    en: '{agreement} {period} {remedy}: a meeting of {party} and {to} is due for "{commitment}"',
  },
} as const satisfies Readonly<Record<RemedyDue["kind"], unknown>>;

export function consequenceLines(terminal: Terminal, consequences: Consequences): string {
  const { credits, remedies: due, zones } = consequences;
  const period = ({ agreement, period: { from, to } }: Credit | RemedyDue): string =>
    spanText(zones[agreement] ?? "UTC", from, to);
  const lines = [
    ...credits.map((owed) =>
      inWords(terminal, credit, {
        ...textsOf(owed),
        period: period(owed),
        base: owed.base,
        amount: owed.amount,
        currency: owed.currency,
        capped: owed.capped ? inWords(terminal, capped) : "",
      }),
    ),
    ...due.map((owed) =>
      inWords(terminal, remedies[owed.kind], {
        ...textsOf(owed),
        period: period(owed),
        commitment: owed.commitment,
        count: owed.count,
      }),
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function textsOf({ agreement, remedy, party, to }: Credit | RemedyDue) {
  return { agreement, remedy, party, to };
}
