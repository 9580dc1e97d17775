/**
 * What is believed of breaches now, beside what was believed before: found, moved, confirmed,
 * withdrawn.
 */
import { type Belief, type BreachKind, latestBeliefs } from "../store/breach.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import type { ClockMark } from "../store/clock-mark.ts";
import type { Db } from "../store/db.ts";
import type { Timer } from "../store/timer.ts";
import type { Settling } from "./settling.ts";
import type { TellBody } from "./timer-body.ts";

export type Compared = {
  readonly clocks: readonly ClockRow[];
  readonly marks: readonly ClockMark[];
};

export type Changed = { readonly beliefs: readonly Belief[]; readonly timers: readonly Timer[] };

/**
 * Beliefs that differ. Only clocks whose breach is not as its row says are asked about: the row and
 * the last belief were written together, and where rows were dropped to be remade the belief still
 * stands.
 */
export async function compareBreaches(
  db: Db,
  settling: Settling,
  { clocks, marks }: Compared,
): Promise<Changed> {
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  const now = new Map(clocks.map((clock) => [clockId(clock), clock]));
  const ids = [...new Set([...known.keys(), ...now.keys()])];
  const differing = ids.filter((id) => breachText(known.get(id)) !== breachText(now.get(id)));
  if (differing.length === 0) return { beliefs: [], timers: [] };
  const latest = await latestBeliefs(db, settling.workspaceId, differing);
  const believed = new Map(latest.map((belief) => [belief.clockId, belief]));
  const changes = differing.flatMap((id) => {
    const belief = changeOf(id, now.get(id), believed.get(id), settling);
    return belief ? [{ belief, timer: toTimer(belief, settling) }] : [];
  });
  return {
    beliefs: changes.map(({ belief }) => belief),
    timers: changes.map(({ timer }) => timer),
  };
}

type Breach = Pick<ClockRow, "verdict" | "provisional"> & {
  readonly breachedAt?: ClockRow["breachedAt"];
};

function breachText(clock: Breach | undefined): string {
  if (clock?.verdict !== "breached") return "";
  return `${clock.breachedAt}${clock.provisional ? " provisional" : ""}`;
}

function changeOf(
  id: string,
  clock: ClockRow | undefined,
  before: Belief | undefined,
  settling: Settling,
): Belief | undefined {
  const believed = before && before.kind !== "withdrawn" ? before : undefined;
  const isBreach = clock?.verdict === "breached";
  const kind = isBreach ? kindOf(clock, believed) : believed && "withdrawn";
  const breachedAt = (isBreach ? clock.breachedAt : undefined) ?? believed?.breachedAt;
  if (kind === undefined || breachedAt === undefined) return undefined;
  const cause = settling.causes?.get(subjectOf(id));
  return {
    clockId: id,
    kind,
    provisional: isBreach && clock.provisional,
    breachedAt,
    believedAt: settling.now,
    reason: settling.because,
    ...(cause ? { cause } : {}),
  };
}

function kindOf(clock: ClockRow, believed: Belief | undefined): BreachKind | undefined {
  if (!believed) return "found";
  if (believed.breachedAt !== clock.breachedAt) return "moved";
  return believed.provisional && !clock.provisional ? "confirmed" : undefined;
}

/** A clock's id is its subject and three parts that never hold a slash. */
export function subjectOf(id: string): string {
  return id.split("/").slice(0, -3).join("/");
}

const words = {
  found: "breach",
  confirmed: "confirmed",
  moved: "moved",
  withdrawn: "withdrawn",
} as const satisfies Readonly<Record<BreachKind, TellBody["what"]>>;

/**
 * Named by what it tells, so that finding the same breach again after a withdrawal is told of once.
 */
function toTimer({ clockId: clock, kind, provisional, breachedAt }: Belief, { now }: Settling) {
  const what = words[kind];
  const body: TellBody = {
    does: "tell",
    what,
    clock,
    subject: subjectOf(clock),
    at: breachedAt,
    provisional,
  };
  const id = `${clock}/${what}@${breachedAt}`;
  return { id, kind: "breach", belongsTo: clock, dueAt: now, body } as const;
}
