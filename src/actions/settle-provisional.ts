/**
 * Which breaches are provisional: found while a source that could tell of a stop is behind them.
 */
import { type Clock, isLive } from "../engine/clock.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { sourcesOfTypes } from "../store/source.ts";

export type Known = (clock: Clock) => boolean;

/** Up to which instant the facts of each source are known. */
export type Watermarks = Readonly<Record<string, Instant>>;

/** The same answer that `judge` gives for all events and these watermarks. */
export async function provisionalBy(
  db: Db,
  workspaceId: string,
  { rulebook, known }: { readonly rulebook: Rulebook; readonly known: Watermarks },
): Promise<Known> {
  const all = Object.keys(known);
  if (all.length === 0) return () => false;
  const types = new Set(rulebook.commitments.flatMap(({ rules }) => [...rules.signals.stop.types]));
  const sources = await sourcesOfTypes(db, workspaceId, { types: [...types], among: all });
  return (clock) => {
    const { breachedAt, commitment } = clock;
    if (!isLive(clock) || breachedAt === undefined) return false;
    const stops = [...commitment.rules.signals.stop.types];
    const told = stops.flatMap((type) => sources.get(type) ?? []);
    const asked = told.length > 0 ? told : all;
    return asked.some((source) => (known[source] ?? breachedAt) < breachedAt);
  };
}
