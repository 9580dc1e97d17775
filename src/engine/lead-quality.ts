/**
 * The lead-quality loop: what became of the leads that marketing handed over, by source, campaign
 * and rep. Docs: docs/reference/lead-quality.md.
 */
import type { View } from "./condition.ts";
import { type Dimension, type Dimensions, dimensionsOf } from "./dimension.ts";
import type { Event } from "./event.ts";
import { type Cell, CellSum } from "./measure-cell.ts";
import { readAmount } from "./money.ts";
import { MOST_OTHER, reasonCodes, reasonOf } from "./reason-code.ts";
import { compareShares, type Share } from "./share.ts";
import { type Interval, quantile, wilsonInterval } from "./statistics.ts";
import type { Instant } from "./time.ts";

/**
 * What one lead, or what a campaign cost, adds to the loop. `at` is when it was handed over, or
 * spent.
 */
export type LoopEntry = {
  readonly at: Instant;
  readonly dimensions: Dimensions;
  readonly cell: Cell;
};

const stages: Readonly<Record<string, string>> = {
  "lead.handedOff": "delivered",
  "lead.accepted": "accepted",
  "lead.disqualified": "disqualified",
  "lead.closedUnreached": "disqualified",
  "lead.recycled": "recycled",
  "lead.sqlAccepted": "sql",
  "deal.created": "opportunity",
  "deal.won": "won",
};

/** How long a lead took from its hand-over is kept for these. */
const timed: Readonly<Record<string, string>> = {
  "lead.accepted": "answer",
  "lead.rejected": "answer",
  "lead.sqlAccepted": "sql",
  "deal.won": "won",
};

/** The facts that the loop is made of; no others change it. */
export const loopTypes: readonly string[] = [
  ...Object.keys(stages),
  ...Object.keys(timed),
  "campaign.spent",
];

/**
 * Undefined: the lead was never handed over. Each stage counts once a lead, from its hand-over on.
 */
export function loopEntryOf(views: readonly View[]): LoopEntry | undefined {
  const first = views.findIndex(({ event }) => event.type === "lead.handedOff");
  const last = views.at(-1);
  if (first < 0 || !last) return undefined;
  const at = (views[first] as View).event.occurredAt;
  const counts: Record<string, number> = {};
  const lists: Record<string, readonly number[]> = {};
  const sum = new CellSum();
  for (const { event } of views.slice(first)) {
    for (const name of namesOf(event)) counts[name] = 1;
    if (event.type === "deal.won") sum.add(wonCell(event));
    const length = timed[event.type];
    if (length !== undefined) lists[length] ??= [event.occurredAt - at];
  }
  sum.add({ counts, lists });
  return { at, dimensions: dimensionsOf(last), cell: sum.cell() };
}

/** The names an event counts under: its stage, the family of a rejection, its reason and detail. */
function namesOf({ type, data }: Event): readonly string[] {
  const stage = stages[type];
  if (type === "lead.rejected") {
    const { code, detail = data?.detail } = reasonOf(data?.reason);
    const family = reasonCodes[code]?.family ?? "unknown";
    const words = typeof detail === "string" && detail !== "" ? [`detail ${family} ${detail}`] : [];
    return ["rejected", `rejected ${family}`, ...words];
  }
  if (stage !== "disqualified") return stage === undefined ? [] : [stage];
  const { code } = reasonOf(data?.reason ?? "DSQ-UNREACH");
  return [stage, `reason ${code}`];
}

function wonCell({ data }: Event): Cell {
  const amount = readAmount(data?.amount);
  const currency = typeof data?.currency === "string" ? data.currency : "";
  return amount === undefined ? {} : { sums: { [`value ${currency}`]: amount } };
}

/**
 * What a campaign cost: `spent`, else `amount`, of `campaign.spent`. Undefined: the event says no
 * amount.
 */
export function spendEntryOf(view: View): LoopEntry | undefined {
  const { event, subject } = view;
  const amount = readAmount(event.data?.spent ?? event.data?.amount);
  if (event.type !== "campaign.spent" || amount === undefined) return undefined;
  const currency = event.data?.currency ?? view.attributes.currency;
  const name = `cost ${typeof currency === "string" ? currency : ""}`;
  const dimensions = { ...dimensionsOf(view), campaign: subject };
  return { at: event.occurredAt, dimensions, cell: { sums: { [name]: amount } } };
}

/** One row of the loop. Shares come with their Wilson interval; money by currency, exactly. */
export type LoopRow = {
  readonly value: string;
  readonly delivered: number;
  readonly accepted: number;
  readonly rejected: Readonly<
    Record<"procedural" | "clerical" | "definitional" | "unknown", number>
  >;
  readonly disqualified: number;
  readonly recycled: number;
  readonly sql: number;
  readonly opportunities: number;
  readonly won: number;
  readonly acceptance: { readonly share: Share; readonly interval: Interval } | null;
  readonly cost: Readonly<Record<string, string>>;
  readonly worth: Readonly<Record<string, string>>;
  /** Half of the answers came within so many milliseconds, nine of ten within the other. */
  readonly answer: { readonly p50: number; readonly p90: number } | null;
  readonly drift: readonly Drift[];
  readonly hasTooManyOthers: boolean;
};

/** How much of all rejections one detail is: "32 % of rejections are size". */
export type Drift = { readonly family: string; readonly detail: string; readonly share: Share };

/** The loop by one dimension, the most delivered first. Law: rows add up to that of the whole. */
export function leadQuality(
  entries: Iterable<LoopEntry>,
  dimension: Dimension,
): readonly LoopRow[] {
  const sums = new Map<string, CellSum>();
  for (const { dimensions, cell } of entries) {
    const value = dimensions[dimension] ?? "";
    const sum = sums.get(value) ?? new CellSum();
    sums.set(value, sum);
    sum.add(cell);
  }
  const rows = [...sums].map(([value, sum]) => loopRow(value, sum.cell()));
  return rows.sort((a, b) => b.delivered - a.delivered || (a.value < b.value ? -1 : 1));
}

/** All of them in one row. */
export function wholeLoop(entries: Iterable<LoopEntry>): LoopRow {
  const sum = new CellSum();
  for (const { cell } of entries) sum.add(cell);
  return loopRow("", sum.cell());
}

function loopRow(value: string, { counts = {}, sums = {}, lists }: Cell): LoopRow {
  const count = (name: string): number => counts[name] ?? 0;
  const decided = count("accepted") + count("rejected");
  const share = { numerator: count("accepted"), denominator: decided };
  const answers = lists?.answer ?? [];
  const [p50, p90] = [quantile(answers, 50), quantile(answers, 90)];
  return {
    value,
    delivered: count("delivered"),
    accepted: count("accepted"),
    rejected: {
      procedural: count("rejected procedural"),
      clerical: count("rejected clerical"),
      definitional: count("rejected definitional"),
      unknown: count("rejected unknown"),
    },
    disqualified: count("disqualified"),
    recycled: count("recycled"),
    sql: count("sql"),
    opportunities: count("opportunity"),
    won: count("won"),
    acceptance: decided === 0 ? null : { share, interval: wilsonInterval(share) },
    cost: moneyOf("cost ", sums),
    worth: moneyOf("value ", sums),
    answer: p50 === undefined || p90 === undefined ? null : { p50, p90 },
    drift: driftOf(counts),
    hasTooManyOthers: isOverOthers(count("reason DSQ-OTHER"), count("disqualified")),
  };
}

function moneyOf(prefix: string, sums: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(sums).flatMap(([name, amount]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), amount]] : [],
    ),
  );
}

function driftOf(counts: Readonly<Record<string, number>>): readonly Drift[] {
  const denominator = counts.rejected ?? 0;
  const found = Object.entries(counts).flatMap(([name, numerator]): readonly Drift[] => {
    const [kind, family = "", ...words] = name.split(" ");
    const share = { numerator, denominator };
    return kind === "detail" ? [{ family, detail: words.join(" "), share }] : [];
  });
  return found.sort((a, b) => compareShares(b.share, a.share));
}

function isOverOthers(others: number, disqualified: number): boolean {
  if (disqualified === 0) return false;
  return compareShares({ numerator: others, denominator: disqualified }, MOST_OTHER) > 0;
}
