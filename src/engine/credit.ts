/**
 * Credits: what is owed for final periods, to the cent. Docs: docs/reference/remedy.md#credits.
 *
 * Every amount is an exact fraction until the last step, where it is rounded half-even, once.
 */
import type { TierSpec } from "./agreement.ts";
import { type Base, basesOf, openAccounts } from "./credit-base.ts";
import { agreementYear, endOfTerm, finalFrom } from "./credit-term.ts";
import type { Event } from "./event.ts";
import { amountText, compareMoney, fractionOfMoney, type Money, settleMoney } from "./money.ts";
import {
  addFractions,
  compareFractions,
  type Fraction,
  lesserFraction,
  nothing,
  subtractFractions,
  timesFraction,
} from "./money-fraction.ts";
import type { Period } from "./period.ts";
import { type Problem, problem } from "./problem.ts";
import { isMonetary, type Remedy, remediesOf } from "./remedy.ts";
import { attainedOf, type Finals, finalsOf } from "./remedy-record.ts";
import {
  capAt,
  combineParts,
  gapBetween,
  promisedShare,
  rateWorth,
  stepOf,
  tierOf,
  worthOf,
} from "./remedy-tier.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Share } from "./share.ts";
import type { Instant } from "./time.ts";

/**
 * An amount that `party` owes to `to`. `key` names it for good: a credit judged again keeps it.
 *
 * `base` and `amount` are exact decimals of `currency`; `tier` is the one of the commitment that
 * cost most; `capped`: a cap took something away. `finalAt` is when the period became final; a
 * credit that is not automatic can be claimed until `claimBy`. `earnedBackAt`: when it was earned
 * back.
 */
export type Credit = {
  readonly key: string;
  readonly agreement: string;
  readonly revision: number;
  readonly remedy: string;
  readonly kind: "serviceCredit" | "penalty" | "reward";
  readonly party: string;
  readonly to: string;
  readonly customer: string | null;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly because: readonly CreditReason[];
  readonly base: string;
  readonly tier: TierSpec | null;
  readonly amount: string;
  readonly currency: string;
  readonly capped: boolean;
  readonly automatic: boolean;
  readonly finalAt: Instant;
  readonly claimBy: Instant | null;
  readonly earnedBackAt: Instant | null;
  readonly applyTo: string | null;
  readonly exclusive: boolean;
};

/**
 * A commitment that failed (or, for a reward, held), its exact share, and the tier it fell into.
 */
export type CreditReason = {
  readonly commitment: string;
  readonly share: Share | null;
  readonly tier: TierSpec | null;
};

export type CreditsInput = {
  readonly rulebook: Rulebook;
  readonly periods: readonly Period[];
  readonly events: readonly Event[];
};

export type Credits = {
  readonly credits: readonly Credit[];
  readonly problems: readonly Problem[];
};

/** Final periods of one party that a remedy follows, beginning and ending together. */
type Occasion = {
  readonly remedy: Remedy;
  readonly periods: readonly Period[];
  readonly from: Instant;
  readonly to: Instant;
};

/**
 * The credits of all final periods, earliest first: open and provisional ones owe nothing yet.
 *
 * Not assessable periods have no consequence. Refused: shares, amounts and terms that cannot be
 * read, amounts of different currencies.
 */
export function creditsOf({ rulebook, periods, events }: CreditsInput): Credits {
  const final = periods.filter(({ status }) => status === "final");
  const occasions = occasionsOf(rulebook, final);
  if (occasions.length === 0) return { credits: [], problems: [] };
  const accounts = openAccounts(events);
  const record = finalsOf(final);
  const problems = new Map<string, Problem>();
  const spent = new Map<string, Fraction>();
  const credits = occasions.flatMap((occasion) => {
    const { remedy, to } = occasion;
    const { found, missing } = basesOf(remedy, to, accounts);
    for (const customer of missing) {
      const facts = { remedy: remedy.id, customer, field: remedy.spec.base?.field ?? "" };
      problems.set(JSON.stringify(facts), problem("remedy-base-missing", facts));
    }
    return found.flatMap((base) => {
      const credit = creditOf(occasion, base, { rulebook, record, spent });
      return credit ? [credit] : [];
    });
  });
  return { credits, problems: [...problems.values()] };
}

function occasionsOf(rulebook: Rulebook, final: readonly Period[]): readonly Occasion[] {
  const byRevision = Map.groupBy(final, ({ agreement, revision }) => `${agreement}@${revision}`);
  const found = rulebook.revisions.flatMap((revision) => {
    const own = byRevision.get(`${revision.agreement}@${revision.number}`) ?? [];
    if (own.length === 0) return [];
    return remediesOf(revision)
      .filter(isMonetary)
      .flatMap((remedy) => occasionsOfRemedy(remedy, own));
  });
  return found.sort((a, b) => a.to - b.to || a.from - b.from);
}

function occasionsOfRemedy(remedy: Remedy, periods: readonly Period[]): readonly Occasion[] {
  const wanted = remedy.kind === "reward" ? "met" : "breached";
  const own = periods.filter(
    ({ commitment, verdict }) => remedy.spec.on.includes(commitment) && verdict === wanted,
  );
  const spans = Map.groupBy(own, ({ commitment, from, to }) =>
    [...sidesOf(remedy, commitment), from, to].join(" "),
  );
  return [...spans.values()].map((group) => {
    const { from, to } = group[0] as Period;
    return { remedy, periods: group, from, to };
  });
}

type Weighing = {
  readonly rulebook: Rulebook;
  readonly record: Finals;
  /** What credits of a year already come to, in the order they fell due. */
  readonly spent: Map<string, Fraction>;
};

function creditOf(occasion: Occasion, base: Base, weighing: Weighing): Credit | undefined {
  const { remedy, from } = occasion;
  const reasons = reasonsOf(occasion, base.money);
  const worth = worthOfOccasion(occasion, reasons, base.money, weighing.record);
  if (compareFractions(worth, nothing) <= 0) return undefined;
  const once = capAt(worth, periodCap(remedy, base.money));
  const year = [
    remedy.revision.agreement,
    remedy.id,
    ...sidesOf(remedy, occasion.periods[0]?.commitment ?? ""),
    base.customer,
    base.money.currency,
    agreementYear(remedy.revision, from),
  ].join(" ");
  const before = weighing.spent.get(year) ?? nothing;
  const cap = yearCap(remedy, base.money);
  const yearly = capAt(once.worth, cap && subtractFractions(cap, before));
  const money = settleMoney(yearly.worth, base.money.currency);
  const isUsedUp = yearly.capped && compareFractions(yearly.worth, nothing) === 0;
  if (remedy.minimum && compareMoney(money, remedy.minimum) < 0 && !isUsedUp) return undefined;
  weighing.spent.set(year, addFractions(before, fractionOfMoney(money)));
  const capped = once.capped || yearly.capped;
  return { ...tell(occasion, base, reasons, weighing), amount: amountText(money), capped };
}

type Reason = CreditReason & { readonly worth: Fraction };

/** Each failure with what it comes to by itself, the costliest first. */
function reasonsOf({ remedy, periods }: Occasion, base: Money): readonly Reason[] {
  const reasons = periods.map((period): Reason => {
    const { commitment, share } = period;
    const attained = attainedOf(period);
    const tier = attained && tierOf(remedy.tiers, attained);
    const atRisk = atRiskOf(remedy, commitment, base);
    const isVolume = period.unit === "count" || period.unit === "amount";
    const wanted = promisedShare(period.objective, isVolume);
    const gap = attained && wanted ? gapBetween(attained, wanted) : nothing;
    const isWhole = remedy.pool !== undefined && remedy.tiers.length === 0;
    const worth = tier ? worthOf(tier, atRisk, gap) : isWhole ? fractionOfMoney(atRisk) : nothing;
    return { commitment, share, tier: tier?.spec ?? null, worth };
  });
  return reasons.toSorted((a, b) => compareFractions(b.worth, a.worth));
}

/** The base itself, or the part of it that a pool puts at risk for this commitment. */
function atRiskOf({ pool }: Remedy, commitment: string, base: Money): Money {
  if (!pool) return base;
  const share = timesFraction(pool.atRisk, pool.weight(commitment));
  return exactMoney(timesFraction(fractionOfMoney(base), share), base.currency);
}

/** Percentages are decimal, so their products with an amount are decimals that end. */
function exactMoney({ numerator, denominator }: Fraction, currency: string): Money {
  const places = denominator.toString().length - 1;
  const negative = numerator < 0n;
  const digits = (negative ? -numerator : numerator).toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return { amount: negative ? `-${text}` : text, currency };
}

function worthOfOccasion(
  occasion: Occasion,
  reasons: readonly Reason[],
  base: Money,
  record: Finals,
): Fraction {
  const { remedy } = occasion;
  if (!remedy.points) {
    const parts = reasons.map(({ worth }) => ({ event: "period", worth }));
    return combineParts(parts, remedy.combine);
  }
  const step = stepOf(remedy.points, pointsOf(occasion, record));
  return step ? rateWorth(step.rate, base) : nothing;
}

/** Points of the misses in the last so many periods of each commitment, this one included. */
function pointsOf({ remedy, to }: Occasion, record: Finals): number {
  const { points, revision, spec } = remedy;
  if (!points) return 0;
  return spec.on.reduce((sum, commitment) => {
    const known = record(revision.agreement, commitment).filter((period) => period.to <= to);
    const missed = known.slice(-points.over).filter(({ verdict }) => verdict === "breached");
    return sum + missed.length * points.of(commitment);
  }, 0);
}

function periodCap({ cap, pool }: Remedy, base: Money): Fraction | undefined {
  const shares = [cap.ofBase, pool?.atRisk].filter((share) => share !== undefined);
  const [first] = shares;
  if (!first) return undefined;
  return timesFraction(fractionOfMoney(base), shares.reduce(lesserFraction, first));
}

const chargesAYear = { monthly: 12n, quarterly: 4n, yearly: 1n } as const;

function yearCap({ cap, spec }: Remedy, base: Money): Fraction | undefined {
  if (!cap.perYear) return undefined;
  const times = { numerator: chargesAYear[spec.base?.charges ?? "yearly"], denominator: 1n };
  return timesFraction(timesFraction(fractionOfMoney(base), times), cap.perYear);
}

function tell(
  occasion: Occasion,
  base: Base,
  reasons: readonly Reason[],
  { rulebook, record }: Weighing,
): Omit<Credit, "amount" | "capped"> {
  const { remedy, from, to } = occasion;
  const { id, spec, revision, claim } = remedy;
  const hours = rulebook.hoursOf(revision);
  const finalAt = finalFrom(revision, to, hours);
  const [owes, owed] = sidesOf(remedy, occasion.periods[0]?.commitment ?? "");
  return {
    key: [revision.agreement, id, owes, base.customer ?? owed, from, to].join(" "),
    agreement: revision.agreement,
    revision: revision.number,
    remedy: id,
    kind: spec.kind as Credit["kind"],
    party: owes,
    to: owed,
    customer: base.customer,
    period: { from, to },
    because: reasons.map(({ commitment, share, tier }) => ({ commitment, share, tier })),
    base: amountText(base.money),
    tier: reasons[0]?.tier ?? null,
    currency: base.money.currency,
    automatic: claim.automatic,
    finalAt,
    claimBy: claim.automatic || !claim.within ? null : endOfTerm(claim.within, finalAt, hours),
    earnedBackAt: earnedBackAt(occasion, record),
    applyTo: spec.applyTo ?? null,
    exclusive: spec.exclusive ?? false,
  };
}

/** Who owes and who is owed: a reward is owed by whom the promise was made to. */
function sidesOf({ commitments, kind }: Remedy, id: string): readonly [string, string] {
  const { obliged = "", beneficiary = "" } = commitments.find((one) => one.id === id) ?? {};
  return kind === "reward" ? [beneficiary, obliged] : [obliged, beneficiary];
}

/**
 * When each commitment that failed has kept the share asked for in as many periods as asked for, in
 * a row, right after the miss. Not assessable ones count for nothing.
 */
function earnedBackAt({ remedy, periods, to }: Occasion, record: Finals): Instant | null {
  const { earnBack, revision } = remedy;
  if (!earnBack) return null;
  const ends = periods.map(({ commitment }) => {
    const after = record(revision.agreement, commitment)
      .filter((period) => period.from >= to && period.verdict !== "notAssessable")
      .slice(0, earnBack.periods);
    const isKept = after.every((period) => {
      const attained = attainedOf(period);
      return attained !== undefined && compareFractions(attained, earnBack.atLeast) >= 0;
    });
    return isKept && after.length === earnBack.periods ? after.at(-1)?.to : undefined;
  });
  const known = ends.filter((end) => end !== undefined);
  return known.length < ends.length ? null : (Math.max(...known) as Instant);
}
