/**
 * Eight questions to the remedies of an agreement, before anybody signs it.
 * Docs: docs/reference/remedy.md#lints.
 *
 * Attainment is held against [0 %, 100 %]; where an objective is an upper bound ("at most 5 %")
 * worse means higher, and the same questions are asked the other way round.
 */
import type { AgreementSpec, CommitmentSpec, ObjectiveSpec, RemedySpec } from "./agreement.ts";
import { isOmitted } from "./level.ts";
import { fractionOfMoney, readMoney } from "./money.ts";
import {
  compareFractions,
  type Fraction,
  greaterFraction,
  lesserFraction,
  nothing,
} from "./money-fraction.ts";
import { type Facts, type Problem, type ProblemCode, problem } from "./problem.ts";
import { compileTier, isMonetary, percentOf, type Tier } from "./remedy.ts";
import { promisedShare, WHOLE } from "./remedy-tier.ts";

/**
 * Periods of this many times the minimum volume are looked at for a tier that no share can reach.
 */
const VOLUMES = 10;

/** A remedy with money, its tiers from low to high, and where it stands in the agreement. */
type Linted = {
  readonly spec: RemedySpec;
  readonly path: string;
  readonly tiers: readonly Tier[];
  readonly promises: readonly CommitmentSpec[];
};

type Lint = (linted: Linted) => readonly Problem[];

/**
 * What is doubtful in the remedies of an agreement whose form is right; paths are those of the
 * document ("spec.remedies[0].tiers"). Remedies without money are not asked.
 */
export function lintRemedies(spec: AgreementSpec): readonly Problem[] {
  const promises = spec.commitments.filter((one): one is CommitmentSpec => !isOmitted(one));
  return (spec.remedies ?? []).flatMap((remedy, index) => {
    if (!isMonetary(remedy)) return [];
    const own = promises.filter(({ id }) => remedy.on.includes(id));
    const path = `spec.remedies[${index}]`;
    const tiers = (remedy.tiers ?? []).map(compileTier).toSorted(byEdges);
    const linted = { spec: remedy, path, tiers, promises: own };
    return lints.flatMap((lint) => lint(linted));
  });
}

function found(code: ProblemCode, { spec, path }: Linted, key: string, facts: Facts = {}): Problem {
  return problem(
    code,
    { remedy: spec.id, ...facts },
    { path: key === "" ? path : `${path}.${key}` },
  );
}

const lowOf = ({ atLeast }: Tier): Fraction => atLeast ?? nothing;
/** Above one: a tier without an upper edge holds 100 % too. */
const highOf = ({ below }: Tier): Fraction => below ?? { numerator: 2n, denominator: 1n };

function byEdges(a: Tier, b: Tier): number {
  return compareFractions(lowOf(a), lowOf(b)) || compareFractions(highOf(a), highOf(b));
}

/**
 * The span of attainment in which each commitment fails (or, for a reward, holds), and whose it is.
 */
type Reach = { readonly commitment: string; readonly from: Fraction; readonly to: Fraction };

function reachesOf({ spec, promises }: Linted): readonly Reach[] {
  return promises.flatMap((promise) => {
    const { id, objective } = promise;
    const wanted = wantedOf(promise);
    if (!objective || !wanted) return [];
    const follows = spec.kind === "reward" ? !isUpper(objective) : isUpper(objective);
    const end = { numerator: 2n, denominator: 1n };
    return [
      follows
        ? { commitment: id, from: wanted, to: end }
        : { commitment: id, from: nothing, to: wanted },
    ];
  });
}

function wantedOf({ objective, measure }: CommitmentSpec): Fraction | undefined {
  const isVolume = measure !== undefined && ("count" in measure || "sum" in measure);
  return objective && promisedShare(objective, isVolume);
}

function isUpper(objective: ObjectiveSpec): boolean {
  return objective.atMost !== undefined || objective.below !== undefined;
}

const pairs = (tiers: readonly Tier[]) =>
  tiers.slice(1).map((after, index) => ({ before: tiers[index] as Tier, after }));

/** 1. No share between two tiers, nor between the last one and where the commitment fails. */
const noGap: Lint = (linted) => {
  const { tiers, spec } = linted;
  const [first, last] = [tiers[0], tiers.at(-1)];
  if (!first || !last) return [];
  const between = pairs(tiers).flatMap(({ before, after }) =>
    compareFractions(highOf(before), lowOf(after)) < 0
      ? [{ from: before.spec.below ?? "", to: after.spec.atLeast ?? "" }]
      : [],
  );
  const ends = spec.kind === "reward" ? [] : reachesOf(linted);
  const outside = ends.flatMap(({ from, to }) => {
    const low = compareFractions(from, lowOf(first)) < 0;
    const high = compareFractions(highOf(last), lesserFraction(to, WHOLE)) < 0;
    return [
      ...(low ? [{ from: percentText(from), to: first.spec.atLeast ?? "" }] : []),
      ...(high
        ? [{ from: last.spec.below ?? "", to: percentText(lesserFraction(to, WHOLE)) }]
        : []),
    ];
  });
  return [...between, ...outside].map((gap) => found("remedy-gap", linted, "tiers", gap));
};

/** 2. No share in two tiers. */
const noOverlap: Lint = (linted) =>
  pairs(linted.tiers).flatMap(({ before, after }) =>
    compareFractions(highOf(before), lowOf(after)) > 0
      ? [found("remedy-overlap", linted, "tiers", { share: after.spec.atLeast ?? "0%" })]
      : [],
  );

/** 3. Nothing is owed where the objective is met, nor a reward where it is missed. */
const nothingWhereMet: Lint = (linted) =>
  reachesOf(linted).flatMap(({ commitment, from, to }) =>
    linted.tiers
      .filter(
        (tier) =>
          compareFractions(lowOf(tier), from) < 0 ||
          compareFractions(lesserFraction(highOf(tier), WHOLE), to) > 0,
      )
      .map(({ spec: { credit } }) =>
        found("remedy-where-met", linted, "tiers", { commitment, credit }),
      ),
  );

/** 4. Worse never costs less; of a reward, better never gives less. */
const worseCostsMore: Lint = (linted) => {
  const upper = linted.promises.some(({ objective }) => objective && isUpper(objective));
  const isRising = (linted.spec.kind === "reward") !== upper;
  return pairs(linted.tiers).flatMap(({ before, after }) => {
    const order = compareCredits(before, after);
    if (order === undefined || (isRising ? order <= 0 : order >= 0)) return [];
    const facts = { first: before.spec.credit, second: after.spec.credit };
    return [found("remedy-worse-cheaper", linted, "tiers", facts)];
  });
};

/** Undefined: one is a share and the other an amount, or they grow by the point. */
function compareCredits(a: Tier, b: Tier): number | undefined {
  if (a.perPoint || b.perPoint) return undefined;
  if ("share" in a.rate && "share" in b.rate) return compareFractions(a.rate.share, b.rate.share);
  if ("amount" in a.rate && "amount" in b.rate) {
    const [x, y] = [a.rate.amount, b.rate.amount];
    if (x.currency !== y.currency) return undefined;
    return compareFractions(fractionOfMoney(x), fractionOfMoney(y));
  }
  return undefined;
}

/** 5. There is a cap, and no tier above it. Amounts of money are their own cap. */
const capHolds: Lint = (linted) => {
  const { spec, tiers } = linted;
  const shares = tiers.flatMap(({ rate, perPoint, spec: { credit } }) =>
    "share" in rate ? [{ share: rate.share, perPoint, credit }] : [],
  );
  if (spec.cap?.ofBase === undefined) {
    const isOpen = shares.length > 0 || (spec.points !== undefined && !spec.pool);
    return isOpen && !spec.pool ? [found("remedy-without-cap", linted, "")] : [];
  }
  const cap = percentOf(spec.cap.ofBase);
  return shares
    .filter(({ share, perPoint }) => !perPoint && compareFractions(share, cap) > 0)
    .map(({ credit }) =>
      found("remedy-over-cap", linted, "tiers", { credit, cap: spec.cap?.ofBase ?? "" }),
    );
};

/** 6. What a share is taken of is said, in one currency, and tiers are of what is measured. */
const baseIsSaid: Lint = (linted) => {
  const { spec, tiers, promises } = linted;
  const needsBase = tiers.some(({ rate }) => "share" in rate) || spec.pool || spec.points;
  const money = [
    spec.base?.amount,
    spec.minimum,
    ...tiers.flatMap(({ spec: { credit }, rate }) => ("amount" in rate ? [credit] : [])),
  ].flatMap((text) => (text === undefined ? [] : [readMoney(text)?.currency ?? text]));
  const [first, other] = [...new Set(money)];
  const unlike = promises.filter((promise) => tiers.length > 0 && wantedOf(promise) === undefined);
  return [
    ...(needsBase && !spec.base ? [found("remedy-without-base", linted, "")] : []),
    ...(first !== undefined && other !== undefined
      ? [found("remedy-currencies", linted, "", { first, second: other })]
      : []),
    ...unlike.map(({ id }) => found("remedy-other-unit", linted, "tiers", { commitment: id })),
  ];
};

/** 7. Some share of some number of cases lies in every tier: none is reached by rounding alone. */
const everyTierReached: Lint = (linted) => {
  const counted = linted.promises.filter(isCounted);
  if (counted.length === 0 || counted.length < linted.promises.length) return [];
  const least = Math.min(...counted.map(({ objective }) => objective?.minVolume ?? 1));
  return linted.tiers
    .filter((tier) => !isReached(tier, Math.max(1, least)))
    .map(({ spec: { atLeast = "0%", below = "100%" } }) =>
      found("remedy-unreachable", linted, "tiers", {
        from: atLeast,
        to: below,
        cases: least * VOLUMES,
      }),
    );
};

function isReached(tier: Tier, least: number): boolean {
  const [low, high] = [greaterFraction(lowOf(tier), nothing), highOf(tier)];
  for (let cases = BigInt(least); cases <= BigInt(least * VOLUMES); cases += 1n) {
    const first = (low.numerator * cases + low.denominator - 1n) / low.denominator;
    const share = { numerator: first, denominator: cases };
    if (first <= cases && compareFractions(share, high) < 0) return true;
  }
  return false;
}

/** 8. A month of two cases is no ground for money. */
const minimumVolume: Lint = (linted) =>
  linted.promises
    .filter((promise) => isCounted(promise) && promise.objective?.minVolume === undefined)
    .map(({ id }) => found("remedy-without-volume", linted, "on", { commitment: id }));

/** Whether attainment is a number of cases out of others, not a length of time or a sum. */
function isCounted({ clock, measure, objective }: CommitmentSpec): boolean {
  if (!objective) return false;
  if (clock) return true;
  const counted = ["share", "conversion", "survey"];
  return measure !== undefined && counted.some((key) => key in measure);
}

const lints: readonly Lint[] = [
  noGap,
  noOverlap,
  nothingWhereMet,
  worseCostsMore,
  capHolds,
  baseIsSaid,
  everyTierReached,
  minimumVolume,
];

function percentText({ numerator, denominator }: Fraction): string {
  const millionths = (numerator * 100_000_000n) / denominator;
  const digits = millionths.toString().padStart(7, "0");
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
  return `${text}%`;
}
