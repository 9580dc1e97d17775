import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { permissions } from "../src/api/permission.ts";
import { openServed, type Served } from "./served.ts";
import { at } from "./story.ts";
import { support, supportTickets } from "./support-scene.ts";
import { say } from "./terminal.ts";
import { openScene, type Scene } from "./workspace-scene.ts";

describe("a dispute from claim to corrected statement, over HTTP and on the command line", () => {
  let served: Served;
  before(async () => {
    served = await openServed();
  });
  after(() => served.close());

  /** January is closed, its window open, and nothing decided. */
  async function closed() {
    const scene = await openScene(served.opened.database, [support]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-02"));
    const key = await served.keyFor(scene.workspaceId, permissions);
    return { scene, key };
  }

  function command(scene: Scene, now: string, words: readonly string[]) {
    const { host, user, database } = served.opened.ownerAddress;
    const folder = encodeURIComponent(host);
    const DATABASE_URL = `postgres://${user}@localhost/${database}?host=${folder}`;
    const all = [...words, "--workspace", scene.workspaceId];
    return say(all, { now, environment: { DATABASE_URL } });
  }

  test("over HTTP", async () => {
    const { scene, key } = await closed();
    const ask = async (wall: string, path: string, body?: unknown) => {
      served.clock.now = at(wall);
      const more = body === undefined ? {} : { method: "POST" as const, body };
      const answer = await served.ask(path, { key, ...more });
      return { status: answer.statusCode, told: answer.json() };
    };
    const opened = await ask("2026-02-03 10:00", "/v1/disputes", {
      agreement: "support",
      commitment: "answer",
      from: "2026-01-01T00:00:00Z",
      by: "team",
      reason: "The portal was down",
      claims: [
        { subject: "ticket/2", verdict: "excused" },
        { subject: "ticket/3", verdict: "excused" },
      ],
    });
    assert.equal(opened.status, 201, JSON.stringify(opened.told));
    const { id } = opened.told;
    const shown = await ask("2026-02-03 11:00", `/v1/disputes/${id}`);
    assert.deepEqual(shown.told.deciders, ["revops"]);
    assert.match(shown.told.hash, /^[0-9a-f]{64}$/);

    const decision = { outcome: "partly", by: ["revops"], reason: "Logs", claims: [1] };
    const seen = await ask("2026-02-04 10:00", `/v1/disputes/${id}/preview`, decision);
    assert.equal(seen.told.credits[0].difference, "-50.00");
    const wrong = { ...decision, by: ["team"] };
    const refused = await ask("2026-02-04 10:00", `/v1/disputes/${id}/decision`, wrong);
    assert.deepEqual([refused.status, refused.told.code], [403, "dispute-side"]);
    const decided = await ask("2026-02-04 10:00", `/v1/disputes/${id}/decision`, decision);
    assert.equal(decided.status, 200, JSON.stringify(decided.told));
    assert.deepEqual(decided.told.effect, seen.told);
    const again = await ask("2026-02-04 11:00", `/v1/disputes/${id}/decision`, decision);
    assert.deepEqual([again.status, again.told.code], [409, "dispute-closed"]);
    const known = await ask("2026-02-04 11:00", "/v1/corrections?agreement=support");
    assert.equal(known.told.corrections.length, 1);

    await scene.pass(at("2026-02-20"));
    const report = "/v1/report?agreement=support&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
    const { rows } = (await ask("2026-02-20", report)).told;
    assert.deepEqual(
      rows.map(({ period }: { period: Record<string, unknown> }) => [
        period.status,
        period.met,
        period.breached,
        period.excused,
      ]),
      [["final", 1, 1, 1]],
    );
    const [credit] = (await ask("2026-02-20", "/v1/credits?agreement=support")).told.credits;
    assert.deepEqual([credit.standing, credit.amount], ["proposed", "50.00"]);
    for (const [standing, by] of [
      ["claimed", "client"],
      ["approved", "team"],
      ["applied", "team"],
    ]) {
      const move = { credit: credit.credit, standing, by, reason: "As agreed" };
      const moved = await ask("2026-02-21", "/v1/credits/moves", move);
      assert.equal(moved.status, 201, JSON.stringify(moved.told));
    }
    const span = "from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
    const { told } = await ask("2026-02-22", `/v1/statement?party=client&${span}`);
    assert.deepEqual(told.totals, [{ currency: "USD", standing: "applied", amount: "50.00" }]);
    assert.match(told.csv, /^number,at,credit/);
    const chains = await ask("2026-02-22", "/v1/verification");
    assert.deepEqual(chains.told.ledger, { rows: 4, brokenAt: null });
    assert.equal(chains.told.audit.brokenAt, null);
  });

  test("on the command line", async () => {
    const { scene } = await closed();
    const opening = [
      ...["dispute", "open", "--agreement", "support", "--commitment", "answer"],
      ...["--from", "2026-01-01", "--by", "team", "--reason", "The portal was down"],
      ...["--claim", "ticket/2=excused", "--claim", "ticket/3=excused"],
    ];
    const opened = await command(scene, "2026-02-03T10:00:00Z", opening);
    assert.deepEqual([opened.code, opened.err], [0, ""]);
    assert.match(opened.out, /support-d1.*\n {2}Step 1: revops decides, until 2026-02-06/);
    const shown = await command(scene, "2026-02-03T11:00:00Z", ["dispute", "show", "support-d1"]);
    assert.match(shown.out, /Evidence [0-9a-f]{64}: 2 clocks, 4 facts/);
    const decision = ["support-d1", "--outcome", "partly", "--holds", "1", "--by", "revops"];
    const deciding = [...decision, "--reason", "Logs"];
    const now = "2026-02-04T10:00:00Z";
    const seen = await command(scene, now, ["dispute", "preview", ...deciding]);
    assert.match(seen.out, /The period goes from 1\/3 to 1\/2\.\n.*changes by -50\.00 USD/);
    const decided = await command(scene, now, ["dispute", "decide", ...deciding]);
    assert.match(decided.out, /It ended in partly/);
    const again = await command(scene, now, ["dispute", "decide", ...deciding]);
    assert.equal(again.code, 1);

    await scene.pass(at("2026-02-20"));
    const listed = await command(scene, "2026-02-20T00:00:00Z", ["credit", "list", "--json"]);
    const [{ credit }] = JSON.parse(listed.out);
    for (const [deed, by] of [
      ["claim", "client"],
      ["approve", "team"],
      ["apply", "team"],
    ] as const) {
      const words = ["credit", deed, credit, "--by", by];
      const moved = await command(scene, "2026-02-21T00:00:00Z", words);
      assert.equal(moved.code, 0, moved.err);
    }
    const stating = ["credit", "statement", "--party", "client"];
    const span = ["--from", "2026-01-01", "--to", "2026-02-01"];
    const stated = await command(scene, "2026-02-22T00:00:00Z", [...stating, ...span]);
    const both = [...stating, "--customer", "acme", ...span];
    const refused = await command(scene, "2026-02-22T00:00:00Z", both);
    assert.equal(refused.code, 2, refused.err);
    assert.match(stated.out, /applied,team,client.*50\.00,USD/);
    const held = await command(scene, "2026-02-23T00:00:00Z", ["audit", "verify"]);
    assert.equal(held.code, 0, held.out);
    assert.match(held.out, /Ledger: 4 rows, and all hold/);

    await editLedger(scene.workspaceId);
    const broken = await command(scene, "2026-02-24T00:00:00Z", ["audit", "verify"]);
    assert.equal(broken.code, 1);
    assert.match(broken.out, /Ledger: row 3 does not hold/);
  });

  /** What only a superuser can do, and nobody may. */
  async function editLedger(workspace: string): Promise<void> {
    const root = served.opened.open({ role: "" });
    await root.transaction(
      async (db) => {
        await db.client.query("alter table ledger disable trigger append_only");
        await db.client.query(
          `update ledger set amount = 500, body = jsonb_set(body, '{amount}', '"500.00"')
           where number = 3`,
        );
        await db.client.query("alter table ledger enable trigger append_only");
      },
      { workspace },
    );
  }
});
