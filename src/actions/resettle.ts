/** Judging many subjects again, a bounded number at a time: what a change of rules sets off. */
import type { Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { subjectIds } from "../store/subject-list.ts";
import { planTimers } from "../store/timer.ts";
import { settleSubjects } from "./settle.ts";
import type { ResettleBody } from "./timer-body.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Subjects judged in one transaction: others that touch them wait no longer than that takes. */
const STEP = 200;

/** Plans the judging of every subject of some kinds; the worker takes it from there. */
export function planResettle(
  db: Db,
  recording: Recording,
  kinds: readonly string[],
): Promise<number> {
  return planStep(db, recording, { does: "resettle", kinds, isQuiet: false });
}

/**
 * One step, and the timer of the next where there is more. Safe to repeat.
 *
 * What rules of today find of long ago is told quietly: it was no promise then.
 */
export async function resettle(
  db: Db,
  recording: Recording,
  body: ResettleBody,
): Promise<{ readonly settled: number; readonly isDone: boolean }> {
  const { workspaceId } = recording;
  const page = { kinds: body.kinds, after: body.after ?? "", limit: STEP };
  const ids = await subjectIds(db, workspaceId, page);
  await settleSubjects(db, { ...recording, because: "rules", isQuiet: body.isQuiet }, ids);
  const last = ids.at(-1);
  const isDone = ids.length < STEP || last === undefined;
  if (!isDone) await planStep(db, recording, { ...body, after: last });
  return { settled: ids.length, isDone };
}

/** Named by where it begins and when: the same step is never planned twice. */
function planStep(db: Db, recording: Recording, body: ResettleBody): Promise<number> {
  const id = `resettle/${body.kinds.join("+")}@${recording.now}/${body.after ?? ""}`;
  return planTimers(db, recording, [
    { id, kind: "schedule", belongsTo: "resettle", dueAt: recording.now, body },
  ]);
}
