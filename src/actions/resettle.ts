/** Judging many subjects again, a bounded number at a time: what a change of rules sets off. */
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { subjectIds } from "../store/subject-list.ts";
import { planTimers } from "../store/timer.ts";
import type { Acting } from "./acting.ts";
import { settleSubjects } from "./settle.ts";
import type { ResettleBody } from "./timer-body.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Every kind of subject that clocks run on. */
export const allKinds: readonly string[] = [
  "lead",
  "deal",
  "ticket",
  "account",
  "service",
  "campaign",
  "plan",
];

/** Subjects judged in one transaction: others that touch them wait no longer than that takes. */
const STEP = 200;

/**
 * Plans the judging of every subject of some kinds; the worker takes it from there.
 *
 * Quietly: what the rules of today find of days gone by is told to nobody, but for what takes back
 * something that people were told.
 */
export function planResettle(
  db: Db,
  recording: Recording,
  kinds: readonly string[],
): Promise<number> {
  return planStep(db, recording, { does: "resettle", kinds, isQuiet: true });
}

/** One step, and the timer of the next where there is more. Safe to repeat. */
export async function resettle(
  db: Db,
  recording: Recording,
  body: ResettleBody,
): Promise<{ readonly settled: number; readonly isDone: boolean }> {
  const { ids, next } = await resettleStep(db, recording, body);
  if (next !== undefined) await planStep(db, recording, { ...body, after: next });
  return { settled: ids.length, isDone: next === undefined };
}

async function resettleStep(
  db: Db,
  recording: Recording,
  body: ResettleBody,
): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }> {
  const { workspaceId } = recording;
  const page = { kinds: body.kinds, after: body.after ?? "", limit: STEP };
  const ids = await subjectIds(db, workspaceId, page);
  await settleSubjects(db, { ...recording, because: "rules", isQuiet: body.isQuiet }, ids);
  return { ids, next: ids.length < STEP ? undefined : ids.at(-1) };
}

/** Everything of a workspace judged again at once, quietly: what follows a load of history. */
export async function resettleAll({ database, workspaceId, now }: Acting): Promise<number> {
  let body: ResettleBody = { does: "resettle", kinds: allKinds, isQuiet: true };
  for (let settled = 0; ; ) {
    const step = await inWorkspace(database, workspaceId, (db) =>
      resettleStep(db, { workspaceId, now }, body),
    );
    settled += step.ids.length;
    if (step.next === undefined) return settled;
    body = { ...body, after: step.next };
  }
}

/** Named by where it begins and when: the same step is never planned twice. */
function planStep(db: Db, recording: Recording, body: ResettleBody): Promise<number> {
  const id = `resettle/${body.kinds.join("+")}@${recording.now}/${body.after ?? ""}`;
  return planTimers(db, recording, [
    { id, kind: "schedule", belongsTo: "resettle", dueAt: recording.now, body },
  ]);
}
