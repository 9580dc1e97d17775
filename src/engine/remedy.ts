/**
 * Remedies: what follows a miss, read once from a revision. Docs: docs/reference/remedy.md.
 */
import type { CommitmentSpec, PointsSpec, RemedySpec, TierSpec } from "./agreement.ts";
import type { Duration } from "./duration.ts";
import { isOmitted } from "./level.ts";
import { type Money, moneyOf } from "./money.ts";
import { type Fraction, readPercent } from "./money-fraction.ts";
import { refuse } from "./problem.ts";
import type { RevisionInForce } from "./revision.ts";
import { durationOf } from "./target.ts";

/** What is owed: a share of the base, or an amount whatever the base. */
export type Rate = { readonly share: Fraction } | { readonly amount: Money };

/** Half-open, [atLeast, below); without an edge it goes on. */
export type Tier = {
  readonly atLeast: Fraction | undefined;
  readonly below: Fraction | undefined;
  readonly rate: Rate;
  readonly perPoint: boolean;
  readonly spec: TierSpec;
};

export type Points = {
  readonly of: (commitment: string) => number;
  readonly over: number;
  readonly steps: readonly { readonly atLeast: number; readonly rate: Rate }[];
};

export type Remedy = {
  readonly id: string;
  readonly kind: RemedySpec["kind"];
  readonly revision: RevisionInForce;
  readonly spec: RemedySpec;
  readonly commitments: readonly CommitmentSpec[];
  readonly tiers: readonly Tier[];
  readonly pool:
    | { readonly atRisk: Fraction; readonly weight: (id: string) => Fraction }
    | undefined;
  readonly points: Points | undefined;
  readonly combine: "highest" | "sum";
  readonly cap: { readonly ofBase: Fraction | undefined; readonly perYear: Fraction | undefined };
  readonly minimum: Money | undefined;
  readonly earnBack: { readonly atLeast: Fraction; readonly periods: number } | undefined;
  readonly claim: {
    readonly automatic: boolean;
    readonly within: Duration | undefined;
    readonly decideWithin: Duration | undefined;
  };
};

/** The remedies of a revision, those with money and those without. Refused: what cannot be read. */
export function remediesOf(revision: RevisionInForce): readonly Remedy[] {
  return (revision.spec.remedies ?? []).map((spec) => compileRemedy(spec, revision));
}

function compileRemedy(spec: RemedySpec, revision: RevisionInForce): Remedy {
  const { id, kind, cap, claim, minimum, earnBack, pool, points } = spec;
  const commitments = revision.spec.commitments.filter(
    (one): one is CommitmentSpec => !isOmitted(one) && spec.on.includes(one.id),
  );
  return {
    id,
    kind,
    revision,
    spec,
    commitments,
    tiers: (spec.tiers ?? []).map(compileTier),
    pool: pool && {
      atRisk: percentOf(pool.atRisk),
      weight: (commitment) => percentOf(pool.weights[commitment] ?? "0%"),
    },
    points: points && compilePoints(points),
    combine: spec.combine ?? (pool ? "sum" : "highest"),
    cap: { ofBase: maybePercent(cap?.ofBase), perYear: maybePercent(cap?.perYear) },
    minimum: minimum === undefined ? undefined : moneyOf(minimum),
    earnBack: earnBack && {
      atLeast: percentOf(earnBack.atLeast),
      periods: Number.parseInt(earnBack.for, 10),
    },
    claim: {
      automatic: claim?.automatic ?? claim === undefined,
      within: maybeDuration(claim?.within),
      decideWithin: maybeDuration(claim?.decideWithin),
    },
  };
}

/** A tier with its edges as exact fractions. Refused: share-unreadable, money-unreadable. */
export function compileTier(spec: TierSpec): Tier {
  return {
    atLeast: maybePercent(spec.atLeast),
    below: maybePercent(spec.below),
    rate: rateOf(spec.credit),
    perPoint: spec.perPoint ?? false,
    spec,
  };
}

function compilePoints({ each, over, steps }: PointsSpec): Points {
  return {
    of: (commitment) => (typeof each === "number" ? each : (each[commitment] ?? 0)),
    over: over ?? 1,
    steps: steps.map(({ atLeast, credit }) => ({ atLeast, rate: rateOf(credit) })),
  };
}

function rateOf(text: string): Rate {
  return text.endsWith("%") ? { share: percentOf(text) } : { amount: moneyOf(text) };
}

/** "5%" as an exact fraction. Refused: share-unreadable. */
export function percentOf(text: string): Fraction {
  return readPercent(text) ?? refuse("share-unreadable", { text });
}

function maybePercent(text: string | undefined): Fraction | undefined {
  return text === undefined ? undefined : percentOf(text);
}

function maybeDuration(text: string | undefined): Duration | undefined {
  return text === undefined ? undefined : durationOf(text);
}

/** Whether money follows: a credit, a penalty or a reward. */
export function isMonetary({ kind }: Pick<RemedySpec, "kind">): boolean {
  return kind === "serviceCredit" || kind === "penalty" || kind === "reward";
}
