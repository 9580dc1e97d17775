/** A review in sentences: its summary and its lists. Pure. */
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import type { ReviewCause } from "../engine/review.ts";
import type { MissCause, ReviewProposal } from "../engine/review-agenda.ts";
import { addAmounts, amountsText } from "./amount-text.ts";
import type { Facts } from "./message.ts";
import { valueText } from "./period-json.ts";
import { decisionsOf, type ReviewShown } from "./review-json.ts";
import { detailWords, dimensionWords } from "./words/lead-quality.ts";
import { reviewWords, summaryWords } from "./words/review.ts";

/** Who says it, and how parties are called. */
export type Telling = {
  readonly language: Language;
  readonly say: (sentence: Sentence, facts?: Facts) => string;
  readonly percent: (share: number) => string;
  readonly date: (at: number | string) => string;
  readonly party: (id: string) => string;
};

/** A sentence of the summary; what stands in brackets is linked to `part` of the page. */
export type SummaryLine = { readonly says: string; readonly part: string };

/** Attainment both ways, the biggest cause, what was disputed, what is owed, what to decide. */
export function summaryOf({ review, agenda }: ReviewShown, telling: Telling): SummaryLine[] {
  const { say, language, party } = telling;
  const { findings, disputes, corrections, credits, remedies } = agenda;
  const sides = agenda.sides.map(({ party: id, commitments }) => {
    const met = commitments.reduce((sum, one) => sum + one.met, 0);
    const all = commitments.reduce((sum, one) => sum + one.met + one.breached, 0);
    return say(summaryWords.side, { party: party(id), met, all });
  });
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(sides);
  const amount = amountsText(addAmounts(credits), language);
  const counted = { remedies: remedies.length };
  return [
    {
      part: "sides",
      says: sides.length === 0 ? say(summaryWords.noSides) : say(summaryWords.sides, { list }),
    },
    { part: "causes", says: firstCause(findings?.causes[0], telling) },
    {
      part: "record",
      says: say(summaryWords.record, {
        disputes: disputes.length,
        corrections: corrections.length,
      }),
    },
    {
      part: "credits",
      says:
        amount === ""
          ? say(summaryWords.noCredits, counted)
          : say(summaryWords.credits, { amount, ...counted }),
    },
    {
      part: "proposals",
      says: say(summaryWords.proposals, {
        count: findings?.proposals.length ?? 0,
        decisions: decisionsOf(review).length,
      }),
    },
  ];
}

function firstCause(cause: MissCause | undefined, telling: Telling): string {
  const { say } = telling;
  if (!cause) return say(summaryWords.noCause);
  const { missed, of, commitment, dimension, value } = cause;
  if (dimension === null) return say(summaryWords.causeWhole, { missed, commitment });
  const named = { dimension: dimensionText(dimension, telling), value: value ?? "" };
  return say(summaryWords.cause, { missed, of, commitment, ...named });
}

export function causeText(cause: MissCause, telling: Telling): string {
  const { missed, of, commitment, dimension, value, cases } = cause;
  const { say } = telling;
  if (dimension === null) return say(reviewWords.causeWhole, { commitment, missed, cases });
  const named = { dimension: dimensionText(dimension, telling), value: value ?? "" };
  return say(reviewWords.causeAt, { missed, of, commitment, cases, ...named });
}

function dimensionText(dimension: string, { say, language }: Telling): string {
  const known = Object.entries(dimensionWords).find(([name]) => name === dimension)?.[1];
  if (known) return say(known).toLowerCase();
  return dimension === "segment" && language === "es" ? "segmento" : dimension;
}

export function proposalText(proposal: ReviewProposal, telling: Telling): string {
  const { say, percent, language } = telling;
  if (proposal.kind === "definition") {
    const { detail, share } = proposal.drift;
    const { numerator: part, denominator: all } = share;
    const word = detailWords[detail];
    return say(reviewWords.proposeDefinition, {
      share: percent(part / all),
      part,
      all,
      detail: word ? say(word) : detail,
    });
  }
  const { commitment, met, of, reached: value, unit } = proposal;
  const reached = valueText({ value, unit, currency: null }, language);
  return say(reviewWords.proposeObjective, { commitment, met, of, reached });
}

/** Why a review is due. */
export function whyText(why: ReviewCause, telling: Pick<Telling, "say" | "percent">): string {
  const { say, percent } = telling;
  if (why.cause === "cadence") return say(reviewWords.causeCadence);
  const { commitment, trigger, also = [] } = why;
  const more = also.length;
  const [, misses, of] = /^missed (\d+) of (\d+)$/.exec(trigger) ?? [];
  if (misses !== undefined && of !== undefined) {
    return say(reviewWords.causeMissed, {
      commitment,
      more,
      misses: Number(misses),
      of: Number(of),
    });
  }
  return say(reviewWords.causeVolume, {
    commitment,
    more,
    change: percent(Number.parseFloat(trigger.replace(/^volume change /, "")) / 100),
  });
}

export function creditText(
  { party, to, amount, currency, remedy }: ReviewShown["agenda"]["credits"][number],
  telling: Telling,
): string {
  const said = amountsText({ [currency]: amount }, telling.language);
  const named = { party: telling.party(party), to: telling.party(to), amount: said, remedy };
  return telling.say(reviewWords.credit, named);
}

export function remedyText(
  { kind, party, commitment, remedy, count }: ReviewShown["agenda"]["remedies"][number],
  { say, party: titled }: Telling,
): string {
  const named = { party: titled(party), commitment };
  if (kind === "correctivePlan") return say(reviewWords.remedyPlan, named);
  if (kind === "leadReplacement") return say(reviewWords.remedyLeads, { ...named, count });
  return say(reviewWords.remedyOther, { ...named, remedy });
}

/** "[7 of 9]" without its brackets. */
export function plainText(says: string): string {
  return says.replace(/[[\]]/g, "");
}

/** Disputes opened, then corrections made. */
export function recordTexts(
  { disputes, corrections }: Pick<ReviewShown["agenda"], "disputes" | "corrections">,
  { say, party }: Telling,
): readonly string[] {
  return [
    ...disputes.map(({ by, commitment, reason }) =>
      say(reviewWords.dispute, { by: party(by), commitment, reason }),
    ),
    ...corrections.map(({ by, reason }) => say(reviewWords.correction, { by: party(by), reason })),
  ];
}
