import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Instant } from "../engine/time.ts";
import { acrossWorkspaces, type Db, inWorkspace } from "./db.ts";
import {
  addDeliveries,
  type Delivery,
  failDelivery,
  finishDeliveries,
  leaseDeliveries,
  listDeadDeliveries,
  replayDeliveries,
} from "./delivery.ts";
import {
  dropTimersExcept,
  finishTimers,
  leaseDueTimers,
  nextWorkAt,
  planTimers,
  type Timer,
  timerLateness,
  workspacesWithWork,
} from "./timer.ts";
import { addWorkspace, findWorkspace, listWorkspaces } from "./workspace.ts";

const morning = Date.parse("2026-03-31T09:00:00Z") as Instant;
const later = (minutes: number) => (morning + minutes * 60_000) as Instant;

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

let workspaces = 0;
async function freshWorkspace(): Promise<{ workspaceId: string; now: Instant }> {
  workspaces += 1;
  const id = `w${workspaces}`;
  const workspace = { id, title: id, language: "es", timeZone: "America/Lima" } as const;
  await inWorkspace(db.database, id, (tx) =>
    addWorkspace(tx, { ...workspace, settings: {}, createdAt: morning }),
  );
  return { workspaceId: id, now: morning };
}

const timer = (id: string, minutes: number, more: Partial<Timer> = {}): Timer => ({
  id,
  kind: "breach",
  belongsTo: "lead/1",
  dueAt: later(minutes),
  body: { clock: id },
  ...more,
});

const leaseAt = (workspaceId: string, minutes: number, worker = "one") => ({
  workspaceId,
  worker,
  now: later(minutes),
  until: later(minutes + 1),
  limit: 10,
});

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe("a timer", () => {
  test("is leased when it is due, the earliest first, and once while the lease holds", async () => {
    const at = await freshWorkspace();
    await inWorkspace(db.database, at.workspaceId, async (tx) => {
      await planTimers(tx, at, [timer("b", 2), timer("a", 1), timer("later", 9), timer("c", 2)]);
      const lease = leaseAt(at.workspaceId, 2);
      assert.deepEqual(ids(await leaseDueTimers(tx, lease)), ["a", "b", "c"]);
      assert.deepEqual(ids(await leaseDueTimers(tx, lease)), []);
    });
  });

  test("comes back when its lease runs out, and only its last worker may finish it", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      await planTimers(tx, at, [timer("a", 0)]);
      await leaseDueTimers(tx, leaseAt(workspaceId, 0, "dead"));
      const [again] = await leaseDueTimers(tx, leaseAt(workspaceId, 1, "alive"));
      assert.equal(again?.attempts, 2);
      const done = { workspaceId, now: later(1.5), ids: ["a"] };
      assert.deepEqual(await finishTimers(tx, { ...done, worker: "dead" }), []);
      assert.deepEqual(await finishTimers(tx, { ...done, worker: "alive" }), ["a"]);
      assert.deepEqual(await leaseDueTimers(tx, leaseAt(workspaceId, 99)), []);
      const span = { from: later(0), to: later(1) };
      const late = { fired: 1, p99: 90_000, most: 90_000 };
      assert.deepEqual(await timerLateness(tx, workspaceId, span), late);
    });
  });

  test("that has fired stays fired however often it is planned again", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      await planTimers(tx, at, [timer("a", 0), timer("b", 0)]);
      await leaseDueTimers(tx, leaseAt(workspaceId, 0));
      await finishTimers(tx, { workspaceId, worker: "one", now: later(0), ids: ["a"] });
      assert.equal(await planTimers(tx, at, [timer("a", 5), timer("b", 0)]), 0);
      assert.equal(await planTimers(tx, at, [timer("a", 5), timer("b", 5)]), 1);
      assert.deepEqual(ids(await leaseDueTimers(tx, leaseAt(workspaceId, 4))), []);
      assert.deepEqual(ids(await leaseDueTimers(tx, leaseAt(workspaceId, 5))), ["b"]);
    });
  });

  test("that moves while a worker holds it is no longer that worker's", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      await planTimers(tx, at, [timer("a", 0)]);
      await leaseDueTimers(tx, leaseAt(workspaceId, 0));
      await planTimers(tx, at, [timer("a", 30)]);
      const done = { workspaceId, worker: "one", now: later(0), ids: ["a"] };
      assert.deepEqual(await finishTimers(tx, done), []);
    });
  });

  test("is dropped when its owner no longer plans it, unless it has fired", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      const other = timer("other", 1, { belongsTo: "lead/2" });
      await planTimers(tx, at, [timer("fired", 0), timer("kept", 1), timer("gone", 1), other]);
      await leaseDueTimers(tx, leaseAt(workspaceId, 0));
      await finishTimers(tx, { workspaceId, worker: "one", now: later(0), ids: ["fired"] });
      const planned = { owners: ["lead/1"], keep: ["kept"] };
      assert.equal(await dropTimersExcept(tx, workspaceId, planned), 1);
      assert.deepEqual(ids(await leaseDueTimers(tx, leaseAt(workspaceId, 9))), ["kept", "other"]);
    });
  });

  test("is leased by one of many workers at the same moment", async () => {
    const at = await freshWorkspace();
    const planned = Array.from({ length: 200 }, (_, n) => timer(`t${n}`, 0));
    await inWorkspace(db.database, at.workspaceId, (tx) => planTimers(tx, at, planned));
    const work = async (worker: string) => {
      const mine: string[] = [];
      for (;;) {
        const lease = { ...leaseAt(at.workspaceId, 0, worker), limit: 7 };
        const leased = await inWorkspace(db.database, at.workspaceId, (tx) =>
          leaseDueTimers(tx, lease),
        );
        if (leased.length === 0) return mine;
        mine.push(...ids(leased));
      }
    };
    const taken = (await Promise.all(["a", "b", "c", "d"].map(work))).flat();
    assert.equal(taken.length, 200);
    assert.equal(new Set(taken).size, 200);
  });
});

test("a worker learns where there is work and when there next is", async () => {
  const [idle, busy, soon] = [
    await freshWorkspace(),
    await freshWorkspace(),
    await freshWorkspace(),
  ];
  const far = (minutes: number) => later(minutes - 100_000);
  const plan = (at: typeof idle, minutes: number) =>
    inWorkspace(db.database, at.workspaceId, (tx) =>
      planTimers(tx, at, [timer("x", 0, { dueAt: far(minutes) })]),
    );
  await plan(busy, 1);
  await plan(soon, 5);
  const across = <T>(work: (tx: Db) => Promise<T>) => acrossWorkspaces(db.database, work);
  const due = await across((tx) => workspacesWithWork(tx, { now: far(1), limit: 10 }));
  assert.deepEqual(due, [busy.workspaceId]);
  assert.equal(await across(nextWorkAt), far(1));
  await inWorkspace(db.database, busy.workspaceId, (tx) =>
    leaseDueTimers(tx, { ...leaseAt(busy.workspaceId, 0), now: far(1), until: far(9) }),
  );
  assert.equal(await across(nextWorkAt), far(5));
  const all = await across((tx) => listWorkspaces(tx, { after: "w", limit: 100 }));
  assert.ok(all.some(({ id }) => id === idle.workspaceId));
});

test("a workspace is added once", async () => {
  const { workspaceId } = await freshWorkspace();
  await inWorkspace(db.database, workspaceId, async (tx) => {
    const found = await findWorkspace(tx, workspaceId);
    assert.ok(found);
    assert.equal(await addWorkspace(tx, { ...found, title: "other" }), false);
    assert.equal((await findWorkspace(tx, workspaceId))?.title, workspaceId);
  });
});

describe("a delivery", () => {
  const delivery = (id: string, minutes = 0): Delivery => ({
    id,
    channel: "email",
    recipient: "ana@example.org",
    group: "g",
    happenedAt: later(minutes),
    dueAt: later(minutes),
    body: { says: id },
  });

  test("is added once, leased, and told", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      assert.deepEqual(await addDeliveries(tx, at, [delivery("a"), delivery("b", 5)]), ["a", "b"]);
      assert.deepEqual(await addDeliveries(tx, at, [delivery("a", 9)]), []);
      const [leased] = await leaseDeliveries(tx, leaseAt(workspaceId, 1));
      assert.deepEqual(leased, { ...delivery("a"), attempts: 1 });
      const held = { workspaceId, worker: "one", now: later(1) };
      assert.equal(await finishDeliveries(tx, held, ["a", "b"]), 1);
      assert.deepEqual(ids(await leaseDeliveries(tx, leaseAt(workspaceId, 9))), ["b"]);
    });
  });

  test("that fails is tried again, then lies dead until somebody replays it", async () => {
    const at = await freshWorkspace();
    const { workspaceId } = at;
    await inWorkspace(db.database, workspaceId, async (tx) => {
      await addDeliveries(tx, at, [delivery("a"), delivery("z")]);
      await leaseDeliveries(tx, leaseAt(workspaceId, 0));
      const held = { workspaceId, worker: "one", now: later(0) };
      await failDelivery(tx, held, { id: "a", error: "503", retryAt: later(3) });
      await failDelivery(tx, held, { id: "z", error: "410" });
      assert.deepEqual(ids(await leaseDeliveries(tx, leaseAt(workspaceId, 2))), []);
      assert.deepEqual(ids(await leaseDeliveries(tx, leaseAt(workspaceId, 3))), ["a"]);
      await failDelivery(tx, { ...held, now: later(3) }, { id: "a", error: "404" });
      const [first] = await listDeadDeliveries(tx, workspaceId, { limit: 1 });
      assert.deepEqual([first?.id, first?.lastError, first?.attempts], ["a", "404", 2]);
      const before = { deadAt: later(3), id: "a" };
      assert.deepEqual(ids(await listDeadDeliveries(tx, workspaceId, { before, limit: 9 })), ["z"]);
      assert.equal(await replayDeliveries(tx, workspaceId, ["a"]), 1);
      const [again] = await leaseDeliveries(tx, leaseAt(workspaceId, 4, "two"));
      assert.deepEqual([again?.id, again?.attempts], ["a", 1]);
    });
  });
});
