/**
 * A subject as it stands: what is known of it and its clocks, those that still move by themselves
 * kept beside what is told of them. Docs: docs/concepts/judging.md.
 */
import type { Clock } from "./clock.ts";
import type { View } from "./condition.ts";
import { conclude, type Folded, type History } from "./history.ts";
import { type JudgedClock, tell } from "./judged.ts";
import { clocksOf } from "./line.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/** One clock: as it is judged, and as it goes on. */
export type StandingClock = { readonly judged: JudgedClock; readonly clock: Clock };

/**
 * `last` is the view after the last event at or before the instant; undefined: nothing is known.
 * `folded` is what the subject contributes to measures from.
 */
export type Standing = {
  readonly folded: Folded;
  readonly last: View | undefined;
  readonly clocks: readonly StandingClock[];
};

/**
 * The clocks of one subject at `asOf`, in the rulebook's order, the first cycle first.
 *
 * Law: the same clocks as `judgeSubject` gives for the same events.
 */
export function standingOf(
  rulebook: Rulebook,
  history: History,
  at: { readonly asOf: Instant; readonly isProvisional: (clock: Clock) => boolean },
): Standing {
  const folded = conclude(rulebook, history, at.asOf);
  const { lines, last } = folded;
  const clocks: StandingClock[] = [];
  for (const state of lines) {
    if (!state.live && !state.ended) continue;
    for (const told of clocksOf(state)) {
      const excused = last !== undefined && told.commitment.rules.excuses(last);
      const clock = excused ? { ...told, excused } : told;
      const judged = tell(clock, { ...at, subject: history.subject, view: last });
      if (judged) clocks.push({ judged, clock });
    }
  }
  return { folded, last, clocks };
}
