/**
 * Remedies without money: plans, replacements, rerouting, meetings. Docs:
 * docs/reference/remedy.md#other-kinds.
 */
import { finalFrom } from "./credit-term.ts";
import { compareFractions } from "./money-fraction.ts";
import type { Period } from "./period.ts";
import { isMonetary, percentOf, type Remedy, remediesOf } from "./remedy.ts";
import { attainedOf, finalsOf, missedIn } from "./remedy-record.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/**
 * What `party` has to do for `to` because of the periods up to `period`, from `at` on, when the
 * last of them became final. `count`: how many replacements; 1 of the other kinds. `misses` are the
 * periods.
 */
export type RemedyDue = {
  readonly key: string;
  readonly agreement: string;
  readonly revision: number;
  readonly remedy: string;
  readonly kind: "correctivePlan" | "leadReplacement" | "rerouting" | "meeting";
  readonly commitment: string;
  readonly party: string;
  readonly to: string;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly misses: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly at: Instant;
  readonly count: number;
  readonly plan: { readonly within: string; readonly by: string } | null;
};

/**
 * Every remedy without money that final periods set off, earliest first.
 *
 * `when: {below, misses, of}`: as many as `misses` of the last `of` assessable periods were below,
 * the last of them among these; the revision of that period decides. A period counts towards one
 * remedy: after it the count begins anew. Without
 * `below`, a period is a miss where its objective was missed. Refused: shares that cannot be read.
 */
export function remediesDue(rulebook: Rulebook, periods: readonly Period[]): readonly RemedyDue[] {
  const finals = finalsOf(periods);
  const due = rulebook.revisions.flatMap((revision) =>
    remediesOf(revision)
      .filter((remedy) => !isMonetary(remedy))
      .flatMap((remedy) =>
        remedy.spec.on.flatMap((commitment) => {
          const known = finals(revision.agreement, commitment);
          return setOff(remedy, known)
            .filter((misses) => lastOf(misses).revision === revision.number)
            .map((misses) => tell(rulebook, remedy, misses));
        }),
      ),
  );
  return due.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

type Misses = readonly [Period, ...Period[]];

function lastOf(misses: Misses): Period {
  return misses.at(-1) ?? misses[0];
}

/** The runs of periods that set a remedy off, each with the misses that count. */
function setOff({ spec }: Remedy, known: readonly Period[]): readonly Misses[] {
  const { below, misses = 1, of = misses } = spec.when ?? {};
  const assessable = known.filter(({ verdict }) => verdict !== "notAssessable");
  const found: Misses[] = [];
  let begin = 0;
  assessable.forEach((period, index) => {
    if (!isMissed(period, below)) return;
    const window = assessable.slice(Math.max(begin, index + 1 - of), index + 1);
    const missed = window.filter((one) => isMissed(one, below));
    const [first, ...rest] = missed;
    if (!first || missed.length < misses) return;
    found.push([first, ...rest]);
    begin = index + 1;
  });
  return found;
}

function isMissed(period: Period, below: string | undefined): boolean {
  if (below === undefined) return period.verdict === "breached";
  const attained = attainedOf(period);
  return attained !== undefined && compareFractions(attained, percentOf(below)) < 0;
}

function tell(rulebook: Rulebook, remedy: Remedy, misses: Misses): RemedyDue {
  const { revision, spec, id } = remedy;
  const last = lastOf(misses);
  const { commitment, from, to } = last;
  const promise = remedy.commitments.find((one) => one.id === commitment);
  return {
    key: [revision.agreement, id, commitment, from, to].join(" "),
    agreement: revision.agreement,
    revision: last.revision,
    remedy: id,
    kind: spec.kind as RemedyDue["kind"],
    commitment,
    party: promise?.obliged ?? "",
    to: promise?.beneficiary ?? "",
    period: { from, to },
    misses: misses.map((one) => ({ from: one.from, to: one.to })),
    at: finalFrom(revision, to, rulebook.hoursOf(revision)),
    count: spec.each === "missed" ? missedIn(last) : 1,
    plan: spec.plan ?? null,
  };
}
