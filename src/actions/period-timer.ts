/**
 * When an agreement's periods are worked out again: soon after facts, and when time changes them.
 */
import { type Instant, MINUTE } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { addTimers } from "../store/period-timer.ts";
import type { PeriodBody } from "./timer-body.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** The timers of an agreement's periods belong to this. */
export function periodOwner(agreement: string): string {
  return `periods/${agreement}`;
}

/** At the end of the minute: all batches of one minute are worked out together. */
export function planPeriods(
  db: Db,
  recording: Recording,
  agreements: readonly string[],
): Promise<number> {
  const dueAt = ((Math.floor(recording.now / MINUTE) + 1) * MINUTE) as Instant;
  return planPeriodsAt(db, recording, { agreements, dueAt });
}

/** Named by its instant: planning it again is the same timer. */
export function planPeriodsAt(
  db: Db,
  recording: Recording,
  { agreements, dueAt }: { readonly agreements: readonly string[]; readonly dueAt: Instant },
): Promise<number> {
  const timers = agreements.map((agreement) => {
    const belongsTo = periodOwner(agreement);
    const body: PeriodBody = { does: "periods", agreement };
    return { id: `${belongsTo}@${dueAt}`, kind: "period" as const, belongsTo, dueAt, body };
  });
  return addTimers(db, recording, timers);
}
