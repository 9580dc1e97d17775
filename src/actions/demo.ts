/**
 * The demo company: a year of history in an empty workspace, and then one fact after the other as
 * its time comes. The facts are generated elsewhere and handed in: the same seed gives the same
 * company.
 */
import type { Event } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import { HOUR, type Instant } from "../engine/time.ts";
import { isEmptyWorkspace } from "../store/agreement-find.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { planTimers } from "../store/timer.ts";
import type { Acting } from "./acting.ts";
import { publishAgreement } from "./publish-agreement.ts";
import { LARGEST_BATCH, recordEvents, recordIn } from "./record-events.ts";
import { resettleAll } from "./resettle.ts";
import type { DemoBody, DemoCompany } from "./timer-body.ts";

/** Agreements by name, and every fact of a company in the order in which it arrives. */
export type Demo = {
  readonly agreements: readonly { readonly name: string; readonly text: string }[];
  readonly tell: (company: DemoCompany) => Iterable<Event>;
};

/** Whether there is nothing here yet: the demo is for nowhere else. */
export function isEmpty({ database, workspaceId }: Acting): Promise<boolean> {
  return inWorkspace(database, workspaceId, (db) => isEmptyWorkspace(db, workspaceId));
}

/** Records all that has happened by now, telling nobody, and plans the next. Says how far it is. */
export async function loadDemo(
  acting: Acting,
  demo: Demo,
  company: DemoCompany,
  say: (recorded: number) => void,
): Promise<number> {
  if (!(await isEmpty(acting))) refuse("demo-not-empty");
  for (const { name, text } of demo.agreements) {
    await publishAgreement(acting, { agreement: name, text, existing: "keep" });
  }
  const { recorded, next } = await recordPast(acting, demo.tell(company), say);
  const { database, workspaceId, now, actor } = acting;
  await inWorkspace(database, workspaceId, async (db) => {
    const body: DemoBody = { does: "demo", company, recorded };
    if (next) await planNext(db, acting, body, next);
    const target = `workspace/${workspaceId}`;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "demo.loaded",
      target,
      facts: { recorded, seed: company.seed },
    });
  });
  await resettleAll(acting);
  return recorded;
}

async function recordPast(
  acting: Acting,
  events: Iterable<Event>,
  say: (recorded: number) => void,
): Promise<{ readonly recorded: number; readonly next: Event | undefined }> {
  let recorded = 0;
  let batch: Event[] = [];
  const flush = async () => {
    await recordEvents(acting, batch, { isQuiet: true });
    recorded += batch.length;
    batch = [];
    say(recorded);
  };
  for (const event of events) {
    if (arrival(event) > acting.now) {
      await flush();
      return { recorded, next: event };
    }
    batch.push(event);
    if (batch.length === LARGEST_BATCH) await flush();
  }
  await flush();
  return { recorded, next: undefined };
}

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Records what has arrived since, in the transaction that finishes the timer, and plans the next.
 */
export async function continueDemo(
  db: Db,
  recording: Recording,
  body: DemoBody,
  demo: Demo,
): Promise<void> {
  const due: Event[] = [];
  let place = 0;
  for (const event of demo.tell(body.company)) {
    place += 1;
    if (place <= body.recorded) continue;
    if (arrival(event) > recording.now || due.length === LARGEST_BATCH) {
      await recordIn(db, recording, due);
      await planNext(db, recording, { ...body, recorded: body.recorded + due.length }, event);
      return;
    }
    due.push(event);
  }
  if (due.length > 0) await recordIn(db, recording, due);
}

/** Named by its place, so that the same fact is never waited for twice. */
async function planNext(db: Db, recording: Recording, body: DemoBody, next: Event): Promise<void> {
  const latest = recording.now + HOUR;
  const dueAt = Math.max(recording.now, Math.min(arrival(next), latest)) as Instant;
  const id = `demo/${body.recorded}@${dueAt}`;
  await planTimers(db, recording, [{ id, kind: "schedule", belongsTo: "demo", dueAt, body }]);
}

function arrival({ occurredAt, recordedAt }: Event): Instant {
  return recordedAt ?? occurredAt;
}
