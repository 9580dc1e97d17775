import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openServed, type Served } from "../../test/served.ts";
import type { Instant } from "../engine/time.ts";

const text = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: handover, title: Handover}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: first-contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.assigned, stop: contact.connected}
      target: [{within: 2h}]
      objective: {atLeast: "90%", each: month}
`;

const batch = Array.from({ length: 50 }, (_, index) => ({
  id: `${index}`,
  source: "crm",
  type: "lead.assigned",
  subject: `lead/${index}`,
  time: "2026-03-02T08:00:00Z",
}));

/** What each step of recording writes: the fault comes when that table is reached. */
const steps = ["event", "subject", "clock", "timer", "contribution"] as const;

describe("a connection that dies while a batch is recorded", () => {
  let served: Served;
  let other: pg.Client;
  before(async () => {
    served = await openServed();
    served.clock.now = Date.parse("2026-03-02T09:00:00Z") as Instant;
    other = new pg.Client(served.opened.superuserAddress);
    await other.connect();
  });
  after(async () => {
    await other.end();
    await served.close();
  });

  for (const step of steps) {
    test(`at its writing of ${step} leaves nothing half done, and may be sent again`, async () => {
      const { id, key } = await served.workspace();
      const path = "/v1/agreements/handover/revisions";
      await served.ask(path, { method: "POST", key, body: { text } });
      // The table is held, so that the batch waits there and nowhere else when it is cut off.
      await other.query(`begin; lock table ${step} in exclusive mode`);
      const sent = served.ask("/v1/events", { method: "POST", key, body: batch });
      // It is tried four times in all.
      for (let turn = 1; turn <= 4; turn += 1) await cutOffWhoWaits(other);
      await other.query("rollback");
      assert.equal((await sent).statusCode, 500);
      assert.deepEqual(await kept(id), { events: 0, clocks: 0, subjects: 0 });
      const again = await served.ask("/v1/events", { method: "POST", key, body: batch });
      assert.equal(again.json().accepted, 50, again.body);
      assert.deepEqual(await kept(id), { events: 50, clocks: 50, subjects: 50 });
    });
  }

  test("once is tried again, and the batch is recorded once and whole", async () => {
    const { id, key } = await served.workspace();
    await served.ask("/v1/agreements/handover/revisions", { method: "POST", key, body: { text } });
    await other.query("begin; lock table clock in exclusive mode");
    const sent = served.ask("/v1/events", { method: "POST", key, body: batch });
    await cutOffWhoWaits(other);
    await other.query("rollback");
    assert.equal((await sent).json().accepted, 50, (await sent).body);
    assert.deepEqual(await kept(id), { events: 50, clocks: 50, subjects: 50 });
  });

  async function kept(workspaceId: string) {
    const { rows } = await other.query(
      `select (select count(*)::int from event where workspace_id = $1) as events,
        (select count(*)::int from clock where workspace_id = $1) as clocks,
        (select count(*)::int from subject where workspace_id = $1) as subjects`,
      [workspaceId],
    );
    return rows[0];
  }
});

/** Ends every connection that waits for a lock, as soon as there is one, and sees it gone. */
async function cutOffWhoWaits(client: pg.Client): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    // What a transaction has once seen of others, it goes on seeing.
    await client.query("select pg_stat_clear_snapshot()");
    const { rows } = await client.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
  assert.fail("nobody came to wait");
}
