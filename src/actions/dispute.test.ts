import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at } from "../../test/story.ts";
import { support, supportTickets } from "../../test/support-scene.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import { evidenceHolds } from "../engine/dispute-evidence.ts";
import { Refusal } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import { sha256 } from "../store/ledger.ts";
import { saveMember } from "../store/member.ts";
import { auditChain, auditPage } from "./audit.ts";
import { correctionsPage, excludeFrom, revokeCorrection, waiveClock } from "./correction.ts";
import { ledgerChain, listCredits, moveCreditOn } from "./credit.ts";
import { disputesPage, openDisputeOn, showDispute } from "./dispute.ts";
import { decideDisputeOn, previewDecision } from "./dispute-decide.ts";
import { periodReport } from "./period-report.ts";
import { creditStatement, statementCsv } from "./statement.ts";

const january = at("2026-01-01");
const asked = {
  agreement: "support",
  commitment: "answer",
  from: january,
  by: "team",
  reason: "The portal was down",
  claims: [2, 3].map((number) => ({
    subject: `ticket/${number}`,
    cycle: 1,
    verdict: "excused" as const,
  })),
};

describe("a dispute that is kept", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  async function opening(): Promise<Scene> {
    const scene = await openScene(opened.database, [support]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-02"));
    return scene;
  }

  async function periodAt(scene: Scene, now: Instant) {
    const rows = await periodReport(scene.acting(now), { agreement: "support" });
    const { status, met, breached, excused } =
      rows.find(({ period }) => period.from === january)?.period ?? assert.fail("January");
    return `${status} ${met}/${breached}/${excused}`;
  }

  async function deeds(scene: Scene): Promise<readonly string[]> {
    const rows = await auditPage(scene.acting(at("2026-03-30")), { after: 0, limit: 500 });
    return rows.map(({ deed }) => deed);
  }

  test("goes from claim through preview and decision to a corrected credit", async () => {
    const scene = await opening();
    const { dispute, standing } = await openDisputeOn(scene.acting(at("2026-02-03 10:00")), asked);
    assert.equal(dispute.id, "support-d1");
    assert.deepEqual([standing.step, standing.deciders], [1, ["revops"]]);
    const open = await disputesPage(scene.acting(at("2026-02-04")), {
      agreement: "support",
      isOpen: true,
    });
    assert.equal(open.length, 1);

    const decision = {
      dispute: dispute.id,
      outcome: "partly" as const,
      by: ["revops"],
      reason: "Only ticket 2 was affected",
      claims: [1],
    };
    const acting = scene.acting(at("2026-02-04 10:00"));
    const seen = await previewDecision(acting, decision);
    assert.deepEqual(seen.credits, [
      {
        credit: seen.credits[0]?.credit ?? "",
        before: "100.00",
        after: "50.00",
        difference: "-50.00",
        currency: "USD",
      },
    ]);
    assert.equal(await periodAt(scene, at("2026-02-04 10:00")), "provisional 1/2/0");
    assert.deepEqual(await correctionsPage(acting, { agreement: "support" }), []);

    const { effect, shown } = await decideDisputeOn(acting, decision);
    assert.deepEqual(effect, seen, "what was previewed is what happened");
    assert.equal(shown.outcome, "partly");
    assert.equal(await periodAt(scene, at("2026-02-04 10:00")), "provisional 1/1/1");

    await scene.pass(at("2026-03-02"));
    const [credit] = await listCredits(scene.acting(at("2026-03-02")), { agreement: "support" });
    assert.deepEqual(
      [credit?.standing, credit?.amount, credit?.currency],
      ["proposed", "50.00", "USD"],
    );
    assert.deepEqual(
      (await deeds(scene)).filter((deed) => deed.startsWith("dispute")),
      ["dispute.opened", "dispute.decided"],
    );
    assert.equal((await auditChain(acting)).brokenAt, undefined);
  });

  test("what was measured stays beside what was decided", async () => {
    const scene = await opening();
    const { dispute } = await openDisputeOn(scene.acting(at("2026-02-03 10:00")), asked);
    await decideDisputeOn(scene.acting(at("2026-02-04 10:00")), {
      dispute: dispute.id,
      outcome: "overturned",
      by: ["revops"],
      reason: "It was down",
    });
    const clocks = await inWorkspace(opened.database, scene.workspaceId, (db) =>
      clocksOfSubjects(db, scene.workspaceId, ["ticket/2"]),
    );
    assert.deepEqual(
      clocks.map(({ measured, verdict }) => ({ measured, verdict })),
      [{ measured: "breached", verdict: "excused" }],
    );
    assert.equal(await periodAt(scene, at("2026-02-05")), "provisional 1/0/2");
  });

  test("passes to the next step by itself, and ends as the agreement says", async () => {
    const scene = await opening();
    const { dispute } = await openDisputeOn(scene.acting(at("2026-02-03 10:00")), asked);
    await scene.pass(at("2026-02-07"));
    const second = await showDispute(scene.acting(at("2026-02-07")), dispute.id);
    assert.deepEqual([second.step, second.standing.deciders], [2, ["team"]]);
    assert.equal(await periodAt(scene, at("2026-02-14")), "provisional 1/2/0");
    await scene.pass(at("2026-03-02"));
    const ended = await showDispute(scene.acting(at("2026-03-02")), dispute.id);
    assert.deepEqual([ended.outcome, ended.standing.decision?.by], ["upheld", ["agreement"]]);
    assert.equal(await periodAt(scene, at("2026-03-02")), "final 1/2/0");
    assert.deepEqual(
      (await deeds(scene)).filter((deed) => deed.startsWith("dispute")),
      ["dispute.opened", "dispute.passed", "dispute.decided"],
    );
  });

  test("its evidence is frozen, and shows when it was touched", async () => {
    const scene = await opening();
    const { dispute } = await openDisputeOn(scene.acting(at("2026-02-03 10:00")), asked);
    const { evidence } = await showDispute(scene.acting(at("2026-02-04")), dispute.id);
    assert.ok(evidenceHolds(evidence, sha256));
    assert.equal(evidence.evidence.items.length, 2);
    assert.equal(evidence.evidence.events.length, 4);
    const touched = structuredClone(evidence) as { evidence: { gatheredAt: number } };
    touched.evidence.gatheredAt += 1;
    assert.ok(!evidenceHolds(touched as typeof evidence, sha256));
    await assert.rejects(
      inWorkspace(opened.database, scene.workspaceId, (db) =>
        db.client.query("update dispute set evidence_hash = 'x'"),
      ),
      /evidence/,
    );
  });

  test("a counterparty acts in its own name alone, on its own agreements alone", async () => {
    const scene = await opening();
    await inWorkspace(opened.database, scene.workspaceId, (db) =>
      saveMember(
        db,
        { workspaceId: scene.workspaceId, now: january },
        {
          account: "carla",
          role: "counterparty",
          email: "carla@client.example",
          agreements: ["support"],
        },
      ),
    );
    const carla = {
      ...scene.acting(at("2026-02-03 10:00"), "account/carla"),
      agreements: ["support"],
    };
    await assert.rejects(openDisputeOn(carla, asked), code("party-not-yours"));
    const stranger = { ...carla, agreements: ["another"] };
    await assert.rejects(
      openDisputeOn(stranger, { ...asked, by: "client" }),
      code("thing-missing"),
    );
    const { dispute } = await openDisputeOn(carla, { ...asked, by: "client" });
    await assert.rejects(showDispute(stranger, dispute.id), code("thing-missing"));
  });

  test("a claimed credit becomes a line of a statement; an edited row is found", async () => {
    const scene = await opening();
    await scene.pass(at("2026-02-20"));
    const [credit] = await listCredits(scene.acting(at("2026-02-20")), {});
    assert.ok(credit);
    const move = (standing: "claimed" | "approved" | "applied", by: string) =>
      moveCreditOn(scene.acting(at("2026-02-21")), {
        credit: credit.credit,
        standing,
        by,
        reason: "As agreed",
      });
    await assert.rejects(move("claimed", "team"), code("ledger-side"));
    await move("claimed", "client");
    await move("approved", "team");
    await move("applied", "team");
    const span = { from: january, to: at("2026-02-01") };
    const statement = await creditStatement(scene.acting(at("2026-02-22")), {
      of: { party: "client" },
      span,
    });
    assert.deepEqual(statement.totals, [
      { currency: "USD", standing: "applied", amount: "100.00" },
    ]);
    assert.equal(statementCsv(statement).trimEnd().split("\r\n").length, 5);

    const acting = scene.acting(at("2026-02-23"));
    assert.deepEqual(await ledgerChain(acting), { rows: 4 });
    const root = opened.open({ role: "" });
    await root.transaction(async (db) => {
      await db.client.query("alter table ledger disable trigger append_only");
      await db.client.query(`select set_config('acuerdo.workspace', '${scene.workspaceId}', true)`);
      await db.client.query(
        `update ledger set amount = 1000, body = jsonb_set(body, '{amount}', '"1000.00"')
         where workspace_id = '${scene.workspaceId}' and number = 2`,
      );
      await db.client.query("alter table ledger enable trigger append_only");
    });
    assert.deepEqual(await ledgerChain(acting), { rows: 1, brokenAt: 2 });
  });

  test("a miss calls for a plan, which is a clock of its own", async () => {
    const scene = await opening();
    await scene.pass(at("2026-02-20"));
    const rows = await inWorkspace(opened.database, scene.workspaceId, (db) =>
      db.client.query("select agreement, commitment, state from clock where subject_type = 'plan'"),
    );
    assert.deepEqual(rows.rows, [
      { agreement: "support-plans", commitment: "plan", state: "running" },
    ]);
  });

  test("a waiver excuses one clock, an exclusion a time, and both can be taken back", async () => {
    const scene = await opening();
    const acting = scene.acting(at("2026-02-03"));
    const act = { by: "team", reason: "We agreed", approvals: ["client"] };
    const clock = { agreement: "support", commitment: "answer", subject: "ticket/2", cycle: 1 };
    await assert.rejects(
      waiveClock(acting, { ...act, approvals: ["team"], clock }),
      code("waiver-not-given"),
    );
    const listed = async () => {
      const { rows } = await inWorkspace(opened.database, scene.workspaceId, (db) =>
        db.client.query(`
          select verdict,
            (select string_agg(kind, ' ') from breach where clock_id = clock.id) as told
          from clock where subject = 'ticket/2'`),
      );
      return rows;
    };
    assert.deepEqual(await listed(), [{ verdict: "breached", told: "found" }]);
    const waiver = await waiveClock(acting, { ...act, clock });
    assert.equal(await periodAt(scene, at("2026-02-03")), "provisional 1/1/1");
    assert.deepEqual(await listed(), [{ verdict: "excused", told: "found" }]);
    await revokeCorrection(acting, { ...act, agreement: "support", revokes: waiver.id });
    assert.equal(await periodAt(scene, at("2026-02-03")), "provisional 1/2/0");
    assert.deepEqual(await listed(), [{ verdict: "breached", told: "found" }]);
    const exclusion = {
      id: "outage",
      category: "outage" as const,
      interval: { from: "2026-01-06T09:00:00Z", to: "2026-01-06T17:00:00Z" },
      approvedBy: ["client"],
    };
    await excludeFrom(acting, { ...act, agreement: "support", exclusion });
    await scene.pass(at("2026-02-03"));
    assert.equal(await periodAt(scene, at("2026-02-03")), "provisional 2/1/0");
  });
});

function code(wanted: string): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && error.code === wanted;
}
