/** A workspace with agreements in force, facts recorded in it, and time passing. */
import { settleClaims } from "../src/actions/claim.ts";
import { settleDispute } from "../src/actions/dispute-decide.ts";
import { recordEvents } from "../src/actions/record-events.ts";
import { resettle } from "../src/actions/resettle.ts";
import { settleSubjects } from "../src/actions/settle.ts";
import { settlePeriods } from "../src/actions/settle-period.ts";
import type { TimerBody } from "../src/actions/timer-body.ts";
import type { AgreementDocument } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import { revisionsInForce } from "../src/engine/revision.ts";
import { type Instant, MINUTE } from "../src/engine/time.ts";
import { insertRevision, saveAgreement } from "../src/store/agreement.ts";
import { type Database, type Db, inWorkspace } from "../src/store/db.ts";
import { finishTimers, leaseDueTimers } from "../src/store/timer.ts";
import { addWorkspace } from "../src/store/workspace.ts";

export type Scene = {
  readonly workspaceId: string;
  readonly record: (now: Instant, events: readonly Event[]) => Promise<unknown>;
  /** Fires what is due at `now`, and what that plans for then; how many timers fired. */
  readonly pass: (now: Instant) => Promise<number>;
  readonly acting: (
    now: Instant,
    actor?: string,
  ) => {
    readonly database: Database;
    readonly workspaceId: string;
    readonly actor: string;
    readonly now: Instant;
  };
};

let number = 0;

export async function openScene(
  database: Database,
  documents: readonly AgreementDocument[],
): Promise<Scene> {
  number += 1;
  const workspaceId = `scene-${number}`;
  const revisions = revisionsInForce(documents);
  const from = Math.min(...revisions.map((one) => one.from)) as Instant;
  await inWorkspace(database, workspaceId, async (db) => {
    await addWorkspace(db, {
      id: workspaceId,
      title: "Scene",
      language: "en",
      timeZone: "UTC",
      settings: {},
      createdAt: from,
    });
    for (const { agreement: id, document, from: begins } of revisions) {
      const recording = { workspaceId, now: from };
      await saveAgreement(db, recording, { id, title: id, state: "inForce", labels: {} });
      await insertRevision(db, workspaceId, {
        agreement: id,
        number: 1,
        text: "",
        document,
        contentHash: id,
        from: begins,
        existing: "keep",
        publishedBy: "account/ana",
        publishedAt: from,
      });
    }
  });
  const acting: Scene["acting"] = (now, actor = "account/ana") => {
    return { database, workspaceId, actor, now };
  };
  return {
    workspaceId,
    acting,
    record: (now, events) => recordEvents(acting(now), events),
    pass: (now) => passTime(database, workspaceId, now),
  };
}

/** Timers lead to timers; no story needs more rounds than these. */
const MOST_ROUNDS = 20;

async function passTime(database: Database, workspaceId: string, now: Instant): Promise<number> {
  let fired = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lease = { workspaceId, worker: "test", now, until: (now + MINUTE) as Instant };
    const due = await inWorkspace(database, workspaceId, (db) =>
      leaseDueTimers(db, { ...lease, limit: 500 }),
    );
    if (due.length === 0) break;
    for (const { id, body } of due) {
      await inWorkspace(database, workspaceId, async (db) => {
        await finishTimers(db, { workspaceId, worker: "test", now, ids: [id] });
        await fire(db, { workspaceId, now }, body as TimerBody);
      });
    }
    fired += due.length;
  }
  return fired;
}

type Recording = { readonly workspaceId: string; readonly now: Instant };

async function fire(db: Db, recording: Recording, body: TimerBody): Promise<void> {
  if (body.does === "periods") await settlePeriods(db, recording, body.agreement);
  if (body.does === "dispute") await settleDispute(db, recording, body.dispute);
  if (body.does === "claims") await settleClaims(db, recording, body.agreement);
  if (body.does === "resettle") await resettle(db, recording, body);
  if (body.does === "settle") {
    await settleSubjects(db, { ...recording, because: "time" }, [body.subject]);
  }
}
