/** The periods that contributions are kept for, laid out once while the same ones are current. */
import { gridsOf } from "../engine/period.ts";
import type { Grids } from "../engine/period-contribution.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { DAY, EARLIEST, type Instant, LATEST } from "../engine/time.ts";
import { isRolling } from "./period-rolling.ts";

/** How far ahead a subject is looked at to learn whether time alone will change what it adds. */
const AHEAD = 400 * DAY;

/** `now` up to the present periods; `later` as they will be at `horizon`. */
export type CountingGrids = {
  readonly now: Grids;
  readonly later: Grids;
  readonly horizon: Instant;
  /** The present periods all began by then, and the first of them ends at `until`. */
  readonly since: Instant;
  readonly until: Instant;
};

const kept = new WeakMap<Rulebook, CountingGrids>();

export function countingGrids(rulebook: Rulebook, asOf: Instant): CountingGrids {
  const known = kept.get(rulebook);
  if (known && known.since <= asOf && asOf < known.until) return known;
  const horizon = (asOf + AHEAD) as Instant;
  const fixed = withoutRolling(rulebook);
  const now = gridsOf(fixed, asOf);
  const current = [...now.values()].flatMap(({ grid }) => grid.spans.at(-1) ?? []);
  const grids = {
    now,
    later: gridsOf(fixed, horizon),
    horizon,
    since: Math.max(EARLIEST, ...current.map(({ from }) => from)) as Instant,
    until: Math.min(LATEST, ...current.map(({ to }) => to)) as Instant,
  };
  kept.set(rulebook, grids);
  return grids;
}

/** Nothing is kept of windows that end now: they are added up when they are asked for. */
function withoutRolling(rulebook: Rulebook): Rulebook {
  return {
    ...rulebook,
    commitments: rulebook.commitments.filter((one) => !isRolling(one)),
    measures: rulebook.measures.filter((one) => !isRolling(one)),
  };
}
