/** Periods as they are answered: the engine's own, with instants as text. */
import type { Answer, Routes } from "../api/routes.ts";
import type { Language, ObjectiveSpec } from "../engine/agreement.ts";
import type { Period } from "../engine/period.ts";
import { controlLimits, type Interval } from "../engine/statistics.ts";
import { shareText } from "../language/words.ts";
import { durationWords } from "../language/words-time.ts";
import { lengthText, percentText } from "./time-text.ts";

export type PeriodJson = Omit<Period, "from" | "to"> & {
  readonly from: string;
  readonly to: string;
};

/** The contract leaves the shape of a period to the engine. */
export function periodsOf(answer: Answer<Routes["listPeriods"]>): readonly PeriodJson[] {
  return answer.periods as readonly PeriodJson[];
}

/** Each bound of an objective with the words for it. */
export function boundsOf(objective: ObjectiveSpec, language: Language) {
  return (["atLeast", "above", "atMost", "below"] as const).flatMap((bound) => {
    const value = objective[bound];
    return value === undefined ? [] : [{ bound, value: boundText(String(value), language) }];
  });
}

/** "90%" is written "90 %" in Spanish, and "45d" "45 días naturales". */
function boundText(text: string, language: Language): string {
  return durationWords(shareText(text, language), language);
}

/** The bound for the line of a chart, a share as a part of one; undefined where it has a unit. */
export function objectiveNumber(objective: ObjectiveSpec): number | undefined {
  const { atLeast, above, atMost, below } = objective;
  const bound = String(atLeast ?? above ?? atMost ?? below ?? "");
  if (/^[\d.]+%$/.test(bound)) return Number.parseFloat(bound) / 100;
  return /^[\d.]+$/.test(bound) ? Number(bound) : undefined;
}

export type Control = Interval & { readonly isBeyond: boolean };

/** Where each share of cases lies by chance alone, by the periods that are over; by `from`. */
export function controlOf(periods: readonly PeriodJson[]): ReadonlyMap<string, Control> {
  const shares = periods.flatMap(({ from, status, share, interval }) =>
    share && interval ? [{ from, status, share }] : [],
  );
  const base = shares.filter(({ status }) => status !== "open").map(({ share }) => share);
  return new Map(
    shares.flatMap(({ from, share: { numerator, denominator } }) => {
      const limits = controlLimits(base, denominator);
      const value = numerator / denominator;
      if (!limits) return [];
      return [[from, { ...limits, isBeyond: value < limits.low || value > limits.high }] as const];
    }),
  );
}

/** A value in its own unit. */
export function valueText(
  { value, unit, currency }: Pick<PeriodJson, "value" | "unit" | "currency">,
  language: Language,
): string {
  if (value === null) return "–";
  if (unit === "share") return percentText(value, language);
  if (unit === "ms") return lengthText(value);
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  return currency === null ? rounded : `${rounded} ${currency}`;
}
