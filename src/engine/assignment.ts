/**
 * Assignment: who of several gets the next piece of work. Docs:
 * docs/reference/automation.md#assignment.
 */
import type { Instant, Span } from "./time.ts";
import { isOpen, nextOpen, type Timetable } from "./timetable.ts";

/**
 * One who may get work. `weight` is a whole number of shares, 1 where nothing is said; `limit` the
 * most open pieces held at once; `load` how many are held now. `hours` are working hours; without
 * them, always. `territories` and `languages`: those served; without them, all.
 */
export type Candidate = {
  readonly id: string;
  readonly weight?: number;
  readonly limit?: number;
  readonly load?: number;
  readonly territories?: readonly string[];
  readonly languages?: readonly string[];
  readonly hours?: Timetable;
  readonly absences?: readonly Span[];
};

export type AssignmentAsked = {
  readonly by: "roundRobin" | "weighted" | "load";
  readonly at: Instant;
  readonly territory?: string;
  readonly language?: string;
};

/** What is remembered between turns: what each is owed, in shares. They add up to 0. */
export type TurnMemory = Readonly<Record<string, number>>;

/** Why one did not get it; nobody who is out of hours is asked while somebody works. */
export type NotChosen = "territory" | "language" | "absent" | "full" | "closed" | "turn" | "load";

/**
 * `chosen` undefined: nobody may have it at all. `fromOn` is when the chosen one works next: the
 * instant itself but where everybody's hours are over.
 */
export type Assignment = {
  readonly chosen?: string;
  readonly fromOn?: Instant;
  readonly memory: TurnMemory;
  readonly others: Readonly<Record<string, NotChosen>>;
};

/**
 * Chooses one of `candidates`, and what to remember for the next turn.
 *
 * Those of another territory or language, absent or full are left out. Of the rest those who work
 * now come first; where nobody does, those who work soonest. Among them: `roundRobin` in equal
 * turns,
 * `weighted` in turns by weight, `load` the lowest load for its weight, then in turns.
 * Units: loads and weights in pieces of work. Edges: nobody left gives no `chosen` and the memory
 * as it was; a weight below 1 counts as 1.
 * Law: of as many turns as the weights add up to, each who always may gets exactly its weight.
 * Source: docs/reference/automation.md#assignment.
 */
export function assign(
  candidates: readonly Candidate[],
  asked: AssignmentAsked,
  memory: TurnMemory = {},
): Assignment {
  const others: Record<string, NotChosen> = {};
  const fit = candidates.filter((one) => {
    const reason = unfitness(one, asked);
    if (reason !== undefined) others[one.id] = reason;
    return reason === undefined;
  });
  const working = soonest(fit, asked.at);
  for (const { id } of fit) if (!working.some(({ one }) => one.id === id)) others[id] = "closed";
  const least = asked.by === "load" ? lightest(working.map(({ one }) => one)) : undefined;
  const takers = working.filter(({ one }) => least === undefined || share(one) === least);
  for (const { one } of working) others[one.id] = "load";
  for (const { one } of takers) others[one.id] = "turn";
  return takeTurn(takers, { by: asked.by, memory, others });
}

type Taker = { readonly one: Candidate; readonly from: Instant };

/** The smooth way round: everyone is owed its weight, who is owed most gets it and pays for all. */
function takeTurn(
  takers: readonly Taker[],
  turn: {
    readonly by: AssignmentAsked["by"];
    readonly memory: TurnMemory;
    readonly others: Readonly<Record<string, NotChosen>>;
  },
): Assignment {
  const weigh = ({ one }: Taker) => (turn.by === "weighted" ? weightOf(one) : 1);
  const owed = takers.map((taker) => (turn.memory[taker.one.id] ?? 0) + weigh(taker));
  const most = owed.indexOf(Math.max(...owed));
  const taker = takers[most];
  if (!taker) return { memory: turn.memory, others: turn.others };
  const total = takers.reduce((sum, one) => sum + weigh(one), 0);
  const paid = takers.map(({ one }, index) => [
    one.id,
    (owed[index] ?? 0) - (index === most ? total : 0),
  ]);
  const { [taker.one.id]: _, ...others } = turn.others;
  const memory = { ...turn.memory, ...Object.fromEntries(paid) };
  return { chosen: taker.one.id, fromOn: taker.from, memory, others };
}

function unfitness(one: Candidate, asked: AssignmentAsked): NotChosen | undefined {
  const { territories, languages, absences = [], limit = Number.POSITIVE_INFINITY } = one;
  if (territories && !(asked.territory && territories.includes(asked.territory)))
    return "territory";
  if (languages && asked.language !== undefined && !languages.includes(asked.language))
    return "language";
  if (absences.some(({ from, to }) => from <= asked.at && asked.at < to)) return "absent";
  return (one.load ?? 0) >= limit ? "full" : undefined;
}

/** Those who work at `at`; where nobody does, those whose hours begin first. */
function soonest(candidates: readonly Candidate[], at: Instant): readonly Taker[] {
  const takers = candidates.flatMap((one): readonly Taker[] => {
    const from = !one.hours || isOpen(one.hours, at) ? at : nextOpen(one.hours, at);
    return from === undefined ? [] : [{ one, from }];
  });
  const first = Math.min(...takers.map(({ from }) => from));
  return takers.filter(({ from }) => from === first);
}

function lightest(candidates: readonly Candidate[]): number {
  return Math.min(...candidates.map(share));
}

function share(one: Candidate): number {
  return (one.load ?? 0) / weightOf(one);
}

function weightOf({ weight = 1 }: Candidate): number {
  return Math.max(1, Math.floor(weight));
}
