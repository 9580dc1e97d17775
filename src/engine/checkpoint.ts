/**
 * A checkpoint: a subject's history up to an instant, written down, from which judging goes on.
 *
 * It holds under exactly the rules it was made under; under any others it is nothing, and whoever
 * asks folds from the first fact. Docs: docs/internals/settling.md.
 */
import type { Clock } from "./clock.ts";
import type { View } from "./condition.ts";
import { subjectKind } from "./event.ts";
import { type Flat, flatten, unflatten } from "./flat-value.ts";
import type { History } from "./history.ts";
import type { Hours } from "./hours.ts";
import { clocksOf, type Line } from "./line.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/**
 * Raised whenever the same facts under the same rules come to fold otherwise: what was written
 * before is then nothing. A test holds what is written to it.
 */
export const FORMAT = 1;

/**
 * What is known of a subject from its facts before an instant: how many there were, when the first
 * was, and the views of those that told of its hand-offs, in order.
 */
export type Past = {
  readonly history: History;
  readonly events: number;
  readonly firstAt: Instant;
  readonly handed: readonly View[];
};

type Written = { readonly under: string; readonly past: Flat };

/**
 * What JSON can carry of the past of a subject. `under` names the rules.
 *
 * Undefined: it holds something that cannot be found again in the rulebook.
 */
export function writeCheckpoint(
  rulebook: Rulebook,
  past: Past,
  under: string,
): Written | undefined {
  const named = namesIn(rulebook, past.history);
  const flat = named && flatten(past, (thing) => named.get(thing));
  return flat && { under: seal(under), past: flat };
}

/** The past again. Undefined: it was written under other rules, or is none. */
export function readCheckpoint(
  rulebook: Rulebook,
  written: unknown,
  under: string,
): Past | undefined {
  const { under: sealed, past } = (written ?? {}) as Partial<Written>;
  if (sealed !== seal(under) || !past) return undefined;
  const commitments = commitmentsOf(rulebook);
  return unflatten(past, (name) => {
    const [key, hours] = JSON.parse(name) as [string, string?];
    const found = commitments.get(key);
    if (hours === undefined || !found) return found;
    return "hours" in found.rules ? found.rules.hoursNamed(hours) : undefined;
  }) as Past | undefined;
}

function seal(under: string): string {
  return `${FORMAT} ${under}`;
}

type Promised = Rulebook["commitments"][number] | Rulebook["measures"][number];

function commitmentsOf({ commitments, measures }: Rulebook): ReadonlyMap<string, Promised> {
  return new Map([...commitments, ...measures].map((one) => [one.key, one]));
}

/** The rulebook's own that a history may hold: they are compared by identity. */
function namesIn(rulebook: Rulebook, history: History): ReadonlyMap<object, string> | undefined {
  const names = new Map<object, string>();
  for (const [key, one] of commitmentsOf(rulebook)) names.set(one, JSON.stringify([key]));
  const lines = rulebook.linesFor(subjectKind(history.subject));
  for (const [index, state] of history.settled.lines.entries()) {
    for (const hours of new Set(clocksOf(state).flatMap(hoursOf))) {
      const name = nameOfHours(hours, lines[index]?.candidates ?? []);
      if (name === undefined) return undefined;
      names.set(hours, name);
    }
  }
  return names;
}

function hoursOf({ hours, stretches }: Clock): readonly Hours[] {
  const found = [hours];
  for (let kept = stretches; kept; kept = kept.before) found.push(kept.hours);
  return found;
}

/** Hours go by the name they have in a commitment of their line that may choose them. */
function nameOfHours(hours: Hours, candidates: Line["candidates"]): string | undefined {
  for (const one of candidates) {
    if ("omitted" in one || one.rules.hoursNamed(hours.name) !== hours) continue;
    return JSON.stringify([one.key, hours.name]);
  }
  return undefined;
}
