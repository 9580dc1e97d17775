/** The items behind a number of a reveal. */
import type { CandidateName } from "../engine/candidate.ts";
import type { JudgedClock } from "../engine/judged.ts";
import { inWorkspace } from "../store/db.ts";
import { attributesOfAll } from "../store/subject-list.ts";
import type { Acting } from "./acting.ts";
import { isUntouched, type RevealAsked, reveal } from "./reveal.ts";
import { hourOf } from "./reveal-hour.ts";

export type RevealItemsAsked = RevealAsked & {
  readonly show: "all" | "met" | "missed" | "untouched";
  readonly candidate: CandidateName;
  /** Hours since Monday at midnight, of the office's clock on the wall. */
  readonly hour?: number;
};

export type RevealItem = { readonly clock: JudgedClock; readonly title: string | null };

export type RevealItems = { readonly total: number; readonly items: readonly RevealItem[] };

/** More than these are not read one by one. */
const MOST_ITEMS = 500;

const shows: Readonly<Record<RevealItemsAsked["show"], (clock: JudgedClock) => boolean>> = {
  all: ({ verdict }) => verdict === "met" || verdict === "breached",
  met: ({ verdict }) => verdict === "met",
  missed: ({ verdict }) => verdict === "breached",
  untouched: isUntouched,
};

/** The latest first, and how many there are in all. */
export async function revealItems(acting: Acting, asked: RevealItemsAsked): Promise<RevealItems> {
  const { database, workspaceId } = acting;
  const { show, candidate, hour, office } = asked;
  const clocks = (await reveal(acting, asked))?.clocks.get(candidate) ?? [];
  const found = clocks
    .filter(shows[show])
    .filter((clock) => hour === undefined || hourOf(clock, office.timeZone) === hour)
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  const told = found.slice(0, MOST_ITEMS);
  const subjects = [...new Set(told.map(({ subject }) => subject))];
  const known = await inWorkspace(database, workspaceId, (db) =>
    attributesOfAll(db, workspaceId, subjects),
  );
  const titles = new Map(known.map(({ subject, attributes }) => [subject, titleOf(attributes)]));
  const items = told.map((clock) => ({ clock, title: titles.get(clock.subject) ?? null }));
  return { total: found.length, items };
}

function titleOf(attributes: Readonly<Record<string, unknown>>): string | null {
  const { title, name, company } = attributes;
  return [title, name, company].find((one) => typeof one === "string") ?? null;
}
