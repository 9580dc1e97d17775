/** Views of today's list that a reader named: kept in this browser, as their addresses. */
import { useSyncExternalStore } from "react";
import { readTodaySearch, type TodaySearch } from "./today-view.ts";

export type SavedView = { readonly name: string; readonly search: TodaySearch };

const kept = "acuerdo-views";
const MOST = 30;

const watchers = new Set<() => void>();
let read: { readonly text: string | null; readonly views: readonly SavedView[] } | undefined;

export function useSavedViews(): readonly SavedView[] {
  return useSyncExternalStore((told) => {
    watchers.add(told);
    addEventListener("storage", told);
    return () => {
      watchers.delete(told);
      removeEventListener("storage", told);
    };
  }, savedViews);
}

/** A view of a name that is there already takes its place. */
export function saveView(view: SavedView): void {
  const { clock: _, ...search } = view.search;
  const others = savedViews().filter(({ name }) => name !== view.name);
  keep([...others, { ...view, search }].slice(-MOST));
}

export function dropView(name: string): void {
  keep(savedViews().filter((view) => view.name !== name));
}

function keep(views: readonly SavedView[]): void {
  localStorage.setItem(kept, JSON.stringify(views));
  for (const told of watchers) told();
}

/** The same list while the text is the same: React compares by identity. */
function savedViews(): readonly SavedView[] {
  const text = localStorage.getItem(kept);
  if (read?.text !== text) read = { text, views: viewsOf(text) };
  return read.views;
}

/** What was kept by an older page, or by hand, is read as far as it can be. */
export function viewsOf(text: string | null): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? found.flatMap(viewOf) : [];
  } catch {
    return [];
  }
}

function viewOf(given: Partial<SavedView> | null): readonly SavedView[] {
  if (typeof given?.name !== "string" || typeof given.search !== "object") return [];
  return [{ name: given.name, search: readTodaySearch(given.search) }];
}
