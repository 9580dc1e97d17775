/** Tasks that clocks gave to people. */
import { refuse } from "../engine/problem.ts";
import { inWorkspace } from "../store/db.ts";
import { finishTask, listOpenTasks, type Task } from "../store/task.ts";
import type { Acting } from "./acting.ts";

/** Enough for a day's list. */
const MOST = 500;

export function openTasks(
  { database, workspaceId }: Acting,
  account: string,
): Promise<readonly Task[]> {
  return inWorkspace(database, workspaceId, (db) =>
    listOpenTasks(db, workspaceId, { account, limit: MOST }),
  );
}

/** Refused: a task that is not there or is done. */
export function doneTask({ database, workspaceId, now }: Acting, id: string): Promise<void> {
  return inWorkspace(database, workspaceId, async (db) => {
    const done = await finishTask(db, { workspaceId, now }, id);
    if (done === 0) refuse("thing-missing", { name: id });
  });
}
