/**
 * Why leads come back: each reason by source and month, and where the two sides mean different
 * things by one word. Docs: docs/reference/lead-quality.md#reasons.
 */
import { byMonth, countOf, isLead } from "./lead-cohort.ts";
import type { LoopEntry } from "./lead-quality.ts";
import { compareShares, type Share } from "./share.ts";
import { type Interval, wilsonInterval } from "./statistics.ts";
import type { Span } from "./time.ts";

/** `detail` is "" where only the family is known. A lead that came back twice may have two. */
export type LeadReason = {
  readonly family: string;
  readonly detail: string;
  readonly leads: number;
  readonly bySource: Readonly<Record<string, number>>;
  /** One number for each month of the span. */
  readonly byMonth: readonly number[];
};

export type LeadReasons = {
  readonly rejected: number;
  readonly months: readonly { readonly span: Span; readonly rejected: number }[];
  readonly reasons: readonly LeadReason[];
};

/** Every reason of a span, the most frequent first. */
export function leadReasons(entries: readonly LoopEntry[], timeZone: string): LeadReasons {
  const leads = entries.filter(isLead);
  const months = byMonth(leads, timeZone);
  const byName = new Map<string, Set<LoopEntry>>();
  for (const lead of leads) {
    for (const name of reasonNames(lead)) {
      byName.set(name, (byName.get(name) ?? new Set()).add(lead));
    }
  }
  const reasons = [...byName].map(([name, own]): LeadReason => {
    const [family = "", ...words] = name.split(" ");
    const bySource = Map.groupBy(own, ({ dimensions }) => dimensions.source ?? "");
    return {
      family,
      detail: words.join(" "),
      leads: own.size,
      bySource: Object.fromEntries([...bySource].map(([source, some]) => [source, some.length])),
      byMonth: months.map(({ entries: some }) => some.filter((one) => own.has(one)).length),
    };
  });
  return {
    rejected: countOf(leads, "rejected"),
    months: months.map(({ span, entries: some }) => ({
      span,
      rejected: countOf(some, "rejected"),
    })),
    reasons: reasons.sort((a, b) => b.leads - a.leads || (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

const families = ["procedural", "clerical", "definitional", "unknown"] as const;

/** "definitional size"; the family alone where no detail was given. */
function reasonNames({ cell: { counts = {} } }: LoopEntry): readonly string[] {
  const details = Object.keys(counts)
    .filter((name) => name.startsWith("detail "))
    .map((name) => name.slice("detail ".length));
  const bare = families.filter(
    (family) =>
      counts[`rejected ${family}`] !== undefined &&
      !details.some((name) => name.startsWith(`${family} `)),
  );
  return [...details, ...bare];
}

function keyOf({ family, detail }: LeadReason): string {
  return `${family} ${detail}`;
}

/** From one in five on the two sides mean different leads; below so many it may be chance. */
const DRIFTING: Share = { numerator: 1, denominator: 5 };
const FEWEST = 20;

export type DefinitionDrift = {
  readonly detail: string;
  readonly share: Share;
  readonly interval: Interval;
};

/** Details of the definition that so many rejections are about that it is due for a talk. */
export function definitionDrifts({ rejected, reasons }: LeadReasons): readonly DefinitionDrift[] {
  if (rejected < FEWEST) return [];
  return reasons.flatMap(({ family, detail, leads }) => {
    const share = { numerator: leads, denominator: rejected };
    const isDrifting = compareShares(share, DRIFTING) >= 0;
    if (family !== "definitional" || detail === "" || !isDrifting) return [];
    return [{ detail, share, interval: wilsonInterval(share) }];
  });
}
