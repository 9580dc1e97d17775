import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at } from "../../test/story.ts";
import { support, supportTickets } from "../../test/support-scene.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import { instantText } from "../engine/time.ts";
import { auditPage } from "./audit.ts";
import { listCredits, moveCreditOn } from "./credit.ts";

const [credits, ...others] = support.spec.remedies ?? [];
assert.ok(credits);

/** Claimed within 30 days, decided within five business days. */
const decided: AgreementDocument = {
  ...support,
  spec: {
    ...support.spec,
    remedies: [
      { ...credits, claim: { automatic: false, within: "30d", decideWithin: "5bd" } },
      ...others,
    ],
  },
};

describe("the times of a claim, kept as clocks", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  /** January is final, and its credit proposed. */
  async function proposed() {
    const scene = await openScene(opened.database, [decided]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-20"));
    const [credit] = await listCredits(scene.acting(at("2026-02-20")), {});
    assert.ok(credit?.claimBy);
    return { scene, credit, claimBy: credit.claimBy };
  }

  async function told(scene: Scene, wall: string): Promise<string> {
    const [credit] = await listCredits(scene.acting(at(wall)), {});
    const { dueAt, verdict } = credit?.decision ?? {};
    const due = dueAt === undefined ? "" : ` by ${instantText(dueAt).slice(0, 16)}`;
    return `${credit?.standing} ${verdict ?? ""}${due}`.trim();
  }

  async function deeds(scene: Scene): Promise<readonly string[]> {
    const rows = await auditPage(scene.acting(at("2026-06-01")), { after: 0, limit: 500 });
    return rows.map(({ deed }) => deed).filter((deed) => deed.startsWith("credit."));
  }

  type Move = readonly [wall: string, standing: "claimed" | "approved" | "applied"];

  function move(scene: Scene, credit: string, [wall, standing]: Move) {
    return moveCreditOn(scene.acting(at(wall)), {
      credit,
      standing,
      by: standing === "claimed" ? "client" : "team",
      reason: "As agreed",
      ...(standing === "applied" ? { invoice: "F-2026-31" } : {}),
    });
  }

  test("what nobody claims expires by a timer at the very instant, in the ledger", async () => {
    const { scene, claimBy } = await proposed();
    await scene.pass(claimBy);
    assert.equal(await told(scene, "2026-03-31"), "proposed");
    await scene.pass((claimBy + 1) as typeof claimBy);
    assert.equal(await told(scene, "2026-03-31"), "expired");
    assert.deepEqual(await deeds(scene), ["credit.proposed", "credit.expired"]);
  });

  test("a claim counts down, and a decision in time keeps it", async () => {
    const { scene, credit } = await proposed();
    await move(scene, credit.credit, ["2026-02-23 10:00", "claimed"]);
    assert.equal(await told(scene, "2026-02-23 10:00"), "claimed open by 2026-03-02T10:00");
    await move(scene, credit.credit, ["2026-02-27 10:00", "approved"]);
    assert.equal(await told(scene, "2026-02-27 10:00"), "approved met by 2026-03-02T10:00");
    const row = await move(scene, credit.credit, ["2026-03-05 10:00", "applied"]);
    assert.equal(row.invoice, "F-2026-31");
    await scene.pass(at("2026-03-10"));
    assert.ok(!(await deeds(scene)).includes("credit.undecided"));
  });

  test("a claim that nobody decides in time is late, once, and stays claimed", async () => {
    const { scene, credit } = await proposed();
    await move(scene, credit.credit, ["2026-02-23 10:00", "claimed"]);
    await scene.pass(at("2026-03-03"));
    await scene.pass(at("2026-03-04"));
    assert.match(await told(scene, "2026-03-04"), /^claimed breached/);
    const late = (await deeds(scene)).filter((deed) => deed === "credit.undecided");
    assert.equal(late.length, 1);
  });
});
