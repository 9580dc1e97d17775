/**
 * What a measure keeps of an opening event: an amount, a score, whether a condition held.
 * Docs: docs/reference/measure.md.
 */
import type { MeasureSpec } from "./agreement.ts";
import { compileCondition, compileRead, type Field, type Terms, type View } from "./condition.ts";
import { readAmount } from "./money.ts";

/** An exact decimal, and its currency: "" where it is no money (points). */
export type Amount = { readonly amount: string; readonly currency: string };

/** `tag` says whose statement it is (the monitor of an outage). */
export type Note = {
  readonly holds?: boolean;
  readonly amount?: Amount;
  readonly score?: number;
  readonly tag?: string;
};

/** Undefined: the event says nothing that can be counted. */
export type ReadNote = (view: View) => Note | undefined;

const nothingNoted: Note = {};

/** What events say to a measure. */
export function compileNote(measure: MeasureSpec, terms: Terms): ReadNote {
  if ("share" in measure) {
    const holds = compileCondition(measure.that, terms);
    return (view) => ({ holds: holds(view) });
  }
  if ("sum" in measure) {
    const read = compileAmount([measure.of], terms);
    return (view) => withAmount(read(view));
  }
  if ("retention" in measure) {
    const read = compileAmount(["account.mrr", "mrr"], terms);
    return (view) => withAmount(read(view)) ?? nothingNoted;
  }
  if ("survey" in measure) return surveyNote(measure.survey);
  if ("availability" in measure) return outageNote(measure.availability);
  return () => nothingNoted;
}

function withAmount(amount: Amount | undefined): Note | undefined {
  return amount && { amount };
}

/** The first of several fields that holds a number, a decimal text, or "12000 MXN". */
function compileAmount(
  fields: readonly string[],
  terms: Terms,
): (view: View) => Amount | undefined {
  const reads = fields.map((field) => ({
    value: compileRead(field, terms),
    currencies: currencyFields(field).map((name) => compileRead(name, terms)),
  }));
  return (view) => {
    for (const { value, currencies } of reads) {
      const amount = amountOf(value(view), currencies, view);
      if (amount) return amount;
    }
    return undefined;
  };
}

/** The currency stands beside the amount: `account.currency` of `account.mrr`. */
function currencyFields(field: string): readonly string[] {
  const dot = field.lastIndexOf(".");
  const beside = dot < 0 ? "currency" : `${field.slice(0, dot)}.currency`;
  return beside === "currency" ? [beside] : [beside, "currency"];
}

function amountOf(value: unknown, currencies: readonly Field[], view: View): Amount | undefined {
  const [text, own] = typeof value === "string" ? value.split(" ") : [value];
  const amount = readAmount(text);
  if (amount === undefined) return undefined;
  const named = own ?? currencies.map((read) => read(view)).find(isText);
  return { amount, currency: isText(named) ? named : "" };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The scores each survey has. Source: docs/reference/measure.md#surveys. */
const surveyScores = {
  csat: { from: 1, to: 5 },
  nps: { from: 0, to: 10 },
  ces: { from: 1, to: 7 },
} as const;

export type Survey = keyof typeof surveyScores;

/** An answer counts with a whole score of its survey; a sent survey has none. */
function surveyNote(survey: Survey): ReadNote {
  const { from, to } = surveyScores[survey];
  return ({ event: { type, data } }) => {
    if (data?.survey !== survey) return undefined;
    if (type === "survey.sent") return nothingNoted;
    const score = data.score;
    const isScore = Number.isInteger(score) && (score as number) >= from && (score as number) <= to;
    return isScore ? { score: score as number } : undefined;
  };
}

/** An outage is told by a monitor: `monitor`, else the source of the event. */
function outageNote(service: string): ReadNote {
  return ({ subject, attributes, event }) => {
    if (subject !== `service/${service}` && attributes.service !== service) return undefined;
    const monitor = event.data?.monitor;
    return { tag: isText(monitor) ? monitor : event.source };
  };
}
