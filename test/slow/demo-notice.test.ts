/** Whoever loads the demo hears of it: its people have no accounts, and nobody manages yet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { continueDemo, loadDemo } from "../../src/actions/demo.ts";
import { inboxOf } from "../../src/actions/notice.ts";
import type { ClockNotice } from "../../src/actions/notice-body.ts";
import { demo } from "../../src/cli/demo.ts";
import { DAY, type Instant } from "../../src/engine/time.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { saveMember } from "../../src/store/member.ts";
import { addWorkspace } from "../../src/store/workspace.ts";
import type { Worker } from "../../src/worker/worker.ts";
import { openTestDatabase } from "../database.ts";
import { type Arrived, goTo, workerOf } from "../work-scene.ts";

/** A Wednesday morning in Mexico City. */
const loaded = Date.parse("2026-11-25T15:00:00Z") as Instant;

test("the demo's escalations reach who loaded it, and write to no stranger", async () => {
  const { database, drop } = await openTestDatabase();
  const workspaceId = "demo-notices";
  const clock = { now: loaded };
  const arrived: Arrived[] = [];
  const recording = { workspaceId, now: loaded };
  const acting = { database, ...recording, actor: "account/ana" };
  const named = { title: "Ñandú", language: "es", timeZone: "America/Mexico_City" } as const;
  await inWorkspace(database, workspaceId, async (db) => {
    await addWorkspace(db, { id: workspaceId, ...named, settings: {}, createdAt: loaded });
    const ana = { account: "ana", role: "owner", email: "ana@example.org", title: "Ana" } as const;
    await saveMember(db, recording, ana);
  });
  const company = {
    seed: 7,
    leads: 300,
    from: (loaded - 20 * DAY) as Instant,
    to: (loaded + 20 * DAY) as Instant,
    timeZone: named.timeZone,
    language: "es",
  } as const;
  await loadDemo(acting, demo, company, () => undefined);
  const answer = { next: () => ({ kind: "sent" }) as const };
  const worker: Worker = {
    ...workerOf(database, { clock, arrived, answer, workspaceId }),
    deeds: {
      demo: async (db, at, body) => {
        if (body.does === "demo") await continueDemo(db, at, body, demo);
      },
    },
  };
  await goTo(worker, clock, (loaded + DAY) as Instant);
  const { notices } = await inboxOf({ ...acting, now: clock.now }, "ana", { limit: 100 });
  const escalated = notices.map(({ body }) => body as ClockNotice);
  assert.ok(escalated.length > 0);
  assert.ok(escalated.some(({ why, owner }) => why.who === "workspaceOwner" && owner));
  const addressed = arrived.map(({ message }) => message.recipient);
  assert.deepEqual([...new Set(addressed)].sort(), ["ana@example.org"]);
  await drop();
});
