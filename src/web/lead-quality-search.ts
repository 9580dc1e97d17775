/** What the address of the page of lead quality says. */

export const leadViews = ["funnel", "returned", "reasons"] as const;
export const leadDimensions = ["source", "campaign", "owner", "team"] as const;
export const leadSpans = [30, 90, 180, 365] as const;
export const leadGoals = ["sql", "won"] as const;
const leadStages = [
  "delivered",
  "accepted",
  "rejected",
  "disqualified",
  "recycled",
  "sql",
  "opportunity",
  "won",
] as const;
export const leadFamilies = ["procedural", "clerical", "definitional", "unknown"] as const;

type One<T extends readonly unknown[]> = T[number];

/** `stage` opens the leads behind a number; `value` is the dimension's, "" where none is known. */
export type LeadSearch = {
  readonly view: One<typeof leadViews>;
  readonly by: One<typeof leadDimensions>;
  readonly days: One<typeof leadSpans>;
  readonly goal: One<typeof leadGoals>;
  readonly stage?: One<typeof leadStages>;
  readonly family?: One<typeof leadFamilies>;
  readonly detail?: string;
  readonly value?: string;
  /** One of the last two: whose drawer is open, and which round of its hand-over. */
  readonly lead?: string;
  readonly round?: number;
  /** Of the queue: those that were answered. */
  readonly settled?: true;
};

export type LeadGiven = Partial<LeadSearch>;

/** Reads what an address says, and leaves out what nobody knows. */
export function readLeadSearch(given: LeadGiven): LeadSearch {
  const { detail, value, lead, round } = given;
  return {
    view: among(leadViews, given.view) ?? "funnel",
    by: among(leadDimensions, given.by) ?? "source",
    days: among(leadSpans, given.days) ?? 365,
    goal: among(leadGoals, given.goal) ?? "sql",
    ...known("stage", among(leadStages, given.stage)),
    ...known("family", among(leadFamilies, given.family)),
    ...known("detail", detail === undefined ? undefined : String(detail)),
    ...known("value", value === undefined ? undefined : String(value)),
    ...known("lead", lead === undefined ? undefined : String(lead)),
    ...known("round", Number.isInteger(round) ? round : undefined),
    ...(given.settled ? { settled: true as const } : {}),
  };
}

/** The address without an open drawer. */
export function withoutDrawer(search: LeadSearch): LeadSearch {
  const { stage: _, family: __, detail: ___, value: ____, lead: _____, round, ...rest } = search;
  return rest;
}

function among<T>(all: readonly T[], one: T | undefined): T | undefined {
  return all.find((known) => known === one);
}

function known<K extends string, T>(key: K, value: T | undefined): { readonly [k in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: T };
}
