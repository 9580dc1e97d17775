/** What follows from an agreement's periods: credits, plans, tasks and reviews. */
import type { Period } from "../engine/period.ts";
import { planDueEvent } from "../engine/plan.ts";
import { remediesDue } from "../engine/remedy-due.ts";
import type { Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { addTask } from "../store/task.ts";
import { settleCredits } from "./credit.ts";
import { recordIn } from "./record-events.ts";
import { openReviewsDue } from "./review.ts";
import { rulebookOf } from "./rulebook.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Writes what final periods owe and call for, and the reviews that fell due. Safe to repeat. */
export async function settleConsequences(
  db: Db,
  recording: Recording,
  { agreement, periods }: { readonly agreement: string; readonly periods: readonly Period[] },
): Promise<number> {
  const rulebook = await rulebookOf(db, recording.workspaceId);
  const judged = { agreement, rulebook, periods };
  const booked = await settleCredits(db, recording, judged);
  const due = remediesDue(rulebook, periods).filter(({ at }) => at <= recording.now);
  const plans = due.filter(({ plan }) => plan !== null);
  const known = await recordIn(db, recording, plans.map(planDueEvent));
  for (const { key, kind, commitment, count, party } of due.filter(({ plan }) => plan === null)) {
    const body = { remedy: kind, commitment, count, party };
    const title = `${agreement}: ${kind} (${commitment}, ${count})`;
    await addTask(db, recording, { id: `remedy/${key}`, title, body });
  }
  return booked + known.size + (await openReviewsDue(db, recording, judged));
}
