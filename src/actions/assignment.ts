/** Who could take a piece of work in a workspace: people with their hours, absences and load. */
import type { AgreementSpec } from "../engine/agreement.ts";
import { type Assignment, assign, type Candidate, type TurnMemory } from "../engine/assignment.ts";
import { ownerCalendar } from "../engine/calendar.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import { groupOpen } from "../store/clock-count.ts";
import type { Db } from "../store/db.ts";
import type { Member } from "../store/member.ts";
import { holdTurn, keepTurn } from "../store/turn.ts";
import type { Recording } from "./notice-scene.ts";

/** Owners with open work that are asked about at most. */
const MOST_OWNERS = 5_000;

/** How many open clocks each owner has. */
export async function loads(db: Db, workspaceId: string): Promise<ReadonlyMap<string, number>> {
  const asked = { filter: {}, by: "owner", limit: MOST_OWNERS } as const;
  const groups = await groupOpen(db, workspaceId, asked);
  return new Map(groups.map(({ key, clocks }) => [key ?? "", clocks]));
}

/**
 * The people of a party or team, on the hours of the agreement that names it; those who manage
 * last.
 */
export function peopleOf(
  to: string,
  spec: AgreementSpec,
  asked: { readonly members: readonly Member[]; readonly load: ReadonlyMap<string, number> },
): readonly Candidate[] {
  const party = spec.parties.find(({ id }) => id === to);
  const teams = [to, ...(party?.teams ?? [])];
  const hours = hoursOf(to, spec);
  const own = asked.members.filter(({ team }) => team !== undefined && teams.includes(team));
  const workers = own.filter(({ role }) => role === "member");
  return (workers.length > 0 ? workers : own).map(({ account, email }) => ({
    id: account,
    load: (asked.load.get(account) ?? 0) + (email ? (asked.load.get(email) ?? 0) : 0),
    ...(hours ? { hours: ownerCalendar(hours, account) } : {}),
  }));
}

/** The calendar named like the party, else the first that the agreement writes out. */
function hoursOf(party: string, { calendars = {} }: AgreementSpec): CalendarSpec | undefined {
  const written = (one: (typeof calendars)[string] | undefined) =>
    one !== undefined && !("ref" in one) ? one : undefined;
  return written(calendars[party]) ?? Object.values(calendars).map(written).find(Boolean);
}

/** One turn: chosen, and remembered under `id` so that no two turns are the same. */
export async function takeTurn(
  db: Db,
  recording: Recording,
  asked: {
    readonly id: string;
    readonly candidates: readonly Candidate[];
    readonly by: "roundRobin" | "weighted" | "load";
    readonly territory?: string;
    readonly language?: string;
  },
): Promise<Assignment> {
  const { id, candidates, ...how } = asked;
  const memory = (await holdTurn(db, recording, id)) as TurnMemory;
  const assignment = assign(candidates, { ...how, at: recording.now }, memory);
  await keepTurn(db, recording, { id, memory: assignment.memory });
  return assignment;
}
