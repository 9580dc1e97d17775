/** One round of work: everything that is due now, a workspace at a time, and when there is more. */
import type { Instant } from "../engine/time.ts";
import { acrossWorkspaces } from "../store/db.ts";
import { nextDueAt, type WorkKind, workspacesDue } from "../store/work.ts";
import { deliverDue } from "./deliver.ts";
import { fireDue } from "./fire.ts";
import type { Worker } from "./worker.ts";

/** `nextAt` undefined: nothing waits. It lies in the past where the round was ended early. */
export type Round = { readonly done: number; readonly nextAt: Instant | undefined };

const work = { timer: fireDue, delivery: deliverDue } as const;

/** Workspaces looked at in one turn. */
const MOST_WORKSPACES = 1_000;

/** Turns of one round: then the caller is asked whether to go on. */
const MOST_TURNS = 1_000;

/** A batch of each workspace in turn, so that none waits for all of another's. */
export async function workRound(
  worker: Worker,
  kind: WorkKind,
  isStopping: () => boolean = () => false,
): Promise<Round> {
  let done = 0;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const asked = { kind, now: worker.now(), limit: MOST_WORKSPACES };
    const due = await acrossWorkspaces(worker.database, (db) => workspacesDue(db, asked));
    let leased = 0;
    for (const workspaceId of due) {
      if (isStopping()) break;
      leased += await work[kind](worker, workspaceId);
    }
    done += leased;
    if (leased === 0 || isStopping()) break;
  }
  const nextAt = await acrossWorkspaces(worker.database, (db) => nextDueAt(db, kind));
  return { done, nextAt };
}
