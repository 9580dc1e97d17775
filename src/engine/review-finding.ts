/**
 * What a review can say by itself: where the misses gather, and what to talk about.
 * Docs: docs/reference/review.md#findings.
 */
import type { Dimension } from "./dimension.ts";
import type { DefinitionDrift } from "./lead-reason.ts";
import type { Period } from "./period.ts";
import type { MissCause, ReviewProposal, SideOfReview } from "./review-agenda.ts";
import { quantile } from "./statistics.ts";

/** A period of one value of a dimension. */
export type DimensionPeriod = {
  readonly dimension: Dimension;
  readonly value: string;
  readonly period: Period;
};

/** Fewer misses than these at one value are no pattern. */
const FEWEST_MISSES = 3;
const MOST_CAUSES = 3;

/**
 * The three biggest causes: for each commitment with misses the value at which there are most more
 * than its share of the cases would bring; where none stands out, the commitment as a whole. Those
 * whose objective was missed come first.
 */
export function causesOf(
  sides: readonly SideOfReview[],
  parts: readonly DimensionPeriod[],
): readonly MissCause[] {
  const own = sides.flatMap(({ commitments }) => commitments);
  const found = own.flatMap(({ commitment, periods, breached }) => {
    const whole = casesOf(periods);
    if (whole.missed === 0) return [];
    const [first] = gathered(
      parts.filter(({ period }) => period.commitment === commitment),
      whole,
    );
    const cause = { commitment, of: whole.missed, isBreached: breached > 0 };
    const everywhere = { ...cause, dimension: null, value: null, ...whole, excess: 0 };
    return [first ? { ...cause, ...first } : everywhere];
  });
  return found
    .sort(
      (a, b) =>
        Number(b.isBreached) - Number(a.isBreached) || b.excess - a.excess || b.missed - a.missed,
    )
    .slice(0, MOST_CAUSES)
    .map(({ excess: _, isBreached: __, ...cause }) => cause);
}

type Cases = { readonly missed: number; readonly cases: number };

function gathered(parts: readonly DimensionPeriod[], whole: Cases) {
  const groups = Map.groupBy(parts, ({ dimension, value }) => `${dimension} ${value}`);
  return [...groups.values()]
    .flatMap(([first, ...rest]) => {
      if (!first || first.value === "") return [];
      const { missed, cases } = casesOf([first, ...rest].map(({ period }) => period));
      const excess = missed - (whole.missed * cases) / whole.cases;
      const isPattern = missed >= FEWEST_MISSES && excess > 0;
      const { dimension, value } = first;
      return isPattern ? [{ dimension, value, missed, cases, excess }] : [];
    })
    .sort((a, b) => b.excess - a.excess);
}

function casesOf(periods: readonly Period[]): Cases {
  const missed = periods.reduce((sum, { breached }) => sum + breached, 0);
  return { missed, cases: periods.reduce((sum, { met }) => sum + met, missed) };
}

/** What to talk about: objectives that were missed, and a definition that drifts. */
export function proposalsOf(
  sides: readonly SideOfReview[],
  drifts: readonly DefinitionDrift[],
): readonly ReviewProposal[] {
  const objectives = sides
    .flatMap(({ commitments }) => commitments)
    .flatMap(({ commitment, periods, met, breached }): readonly ReviewProposal[] => {
      const values = periods.flatMap(({ value }) => value ?? []).sort((a, b) => b - a);
      const reached = quantile(values, 50);
      const unit = periods[0]?.unit;
      if (breached === 0 || reached === undefined || unit === undefined) return [];
      return [{ kind: "objective", commitment, met, of: met + breached, reached, unit }];
    });
  return [...objectives, ...drifts.map((drift) => ({ kind: "definition", drift }) as const)];
}
