/** The views of today's list: what stands in the address, and what that asks of the server. */
import type { Routes, Sent } from "../api/routes.ts";

const todayViews = ["all", "overdue", "today", "risk", "unassigned"] as const;

export type TodayView = (typeof todayViews)[number];

/** What the list can be parted by; the views at the side are of the same. */
export const todaySides = ["agreement", "owner", "team"] as const;

export type TodaySide = (typeof todaySides)[number];

/**
 * `by`: what the views at the side are of; `grouped`: so is the list. `clock` names the one whose
 * proof stands open beside the list.
 */
export type TodaySearch = {
  readonly view: TodayView;
  readonly agreement?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly by?: TodaySide;
  readonly grouped?: true;
  /** The order, where it is not that of the instants they are due. */
  readonly sort?: "worth";
  readonly clock?: string;
};

/** What a link may leave out. */
export type TodayGiven = Partial<TodaySearch>;

/** An address that was typed or cut short leads to the plain list, never to a fault. */
export function readTodaySearch(
  given: TodayGiven | Readonly<Record<string, unknown>>,
): TodaySearch {
  const view = todayViews.find((name) => name === given.view) ?? "all";
  const texts = (["agreement", "owner", "team", "clock"] as const).flatMap((key) =>
    typeof given[key] === "string" && given[key] !== "" ? [[key, given[key]] as const] : [],
  );
  const by = todaySides.find((name) => name === given.by);
  return {
    view,
    ...Object.fromEntries(texts),
    ...(by === undefined ? {} : { by }),
    ...(String(given.grouped) === "true" ? { grouped: true as const } : {}),
    ...(given.sort === "worth" ? { sort: "worth" as const } : {}),
  };
}

type ClockQuery = Sent<Routes["listClocks"]>["query"];

/** `dayEnds`: midnight of the workspace's own day. */
const filters: Readonly<Record<TodayView, (dayEnds: string) => Partial<ClockQuery>>> = {
  all: () => ({}),
  overdue: () => ({ verdict: "breached" }),
  today: (dayEnds) => ({ verdict: "open", dueBefore: dayEnds }),
  risk: () => ({ atRisk: "true" }),
  unassigned: () => ({ unassigned: "true" }),
};

export function clockQueryOf(
  { view, agreement, owner, team, sort }: TodaySearch,
  dayEnds: string,
): Omit<ClockQuery, "after" | "limit"> {
  return {
    open: "true",
    ...filters[view](dayEnds),
    ...scopeOf({ agreement, owner, team }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** Whose clocks: what the counters are of as well. */
export function scopeOf({
  agreement,
  owner,
  team,
}: { readonly [K in TodaySide]?: string | undefined }) {
  return {
    ...(agreement === undefined ? {} : { agreement }),
    ...(owner === undefined ? {} : { owner }),
    ...(team === undefined ? {} : { team }),
  };
}

/** The first instant of tomorrow in a zone, for what is due today. */
export function endOfDay(now: number, timeZone: string): string {
  const dayOf = (at: number) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
  const today = dayOf(now);
  let [low, high] = [now, now + 26 * HOUR];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle) === today) low = middle;
    else high = middle;
  }
  return new Date(high).toISOString();
}

const HOUR = 3_600_000;
