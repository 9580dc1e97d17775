import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at, fact, openScene } from "../../test/work-scene.ts";
import { HOUR, type Instant } from "../engine/time.ts";
import { clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import { dryRun } from "./automation-dry-run.ts";
import { dropRule, keepRule, rulesOn } from "./automation-rule.ts";
import { openTasks } from "./task.ts";

let opened: TestDatabase;
let number = 0;
before(async () => {
  opened = await openTestDatabase();
});
after(() => opened.drop());

async function scene() {
  number += 1;
  const workspaceId = `w${number}`;
  const opening = await openScene(opened.database, { workspaceId });
  const acting = () => ({
    database: opened.database,
    workspaceId,
    actor: "account/eva",
    now: opening.clock.now,
  });
  return { ...opening, acting };
}

const handOut = {
  on: ["lead.created"],
  subject: "lead",
  when: { country: "MX" },
  do: [
    {
      assign: {
        by: "weighted",
        territory: "country",
        people: [
          { id: "ana", weight: 2, territories: ["MX"], calendar: "office" },
          { id: "leo", weight: 1, territories: ["MX", "PE"], calendar: "office" },
          { id: "zoe", territories: ["PE"] },
        ],
      },
    },
    { task: { title: "Call", to: "owner" } },
  ],
} as const;

const kept = { id: "hand-out", title: "Hand out", isEnabled: true, document: handOut };

describe("a rule on events", () => {
  test("hands leads out by weight, once each, whoever repeats the fact", async () => {
    const { record, clock, goTo, acting, database, workspaceId } = await scene();
    await keepRule(acting(), kept);
    const leads = Array.from({ length: 6 }, (_, index) =>
      fact("lead.created", (at("02T10:00") + index) as Instant, {
        subject: `lead/${index}`,
        data: { country: "MX" },
      }),
    );
    for (const lead of leads) {
      clock.now = lead.occurredAt;
      await record(lead);
      await goTo(clock.now);
    }
    await record(...leads);
    await goTo(at("02T10:01"));
    const clocks = await inWorkspace(database, workspaceId, (db) =>
      clocksOfSubjects(
        db,
        workspaceId,
        leads.map(({ subject }) => subject),
      ),
    );
    assert.equal(clocks.map(({ owner }) => owner).join(" "), "ana leo ana ana leo ana");
    const tasks = [...(await openTasks(acting(), "ana")), ...(await openTasks(acting(), "leo"))];
    assert.ok(tasks.length <= 6);
  });

  test("says what it would have done last month, and does nothing", async () => {
    const { record, clock, acting, database, workspaceId } = await scene();
    for (let index = 0; index < 9; index += 1) {
      clock.now = (at("02T10:00") + index * HOUR) as Instant;
      const data = { country: index % 3 === 2 ? "PE" : "MX" };
      await record(fact("lead.created", clock.now, { subject: `lead/${index}`, data }));
    }
    clock.now = at("10T00:00");
    const would = await dryRun(acting(), handOut);
    assert.equal(would.fired, 6);
    assert.deepEqual(would.given, { ana: 4, leo: 2 });
    assert.deepEqual(would.firings[0]?.deeds[0]?.because, { leo: "turn", zoe: "territory" });
    const [one] = await inWorkspace(database, workspaceId, (db) =>
      clocksOfSubjects(db, workspaceId, ["lead/0"]),
    );
    assert.equal(one?.owner, null);
  });

  test("that is switched off, or removed, does nothing", async () => {
    const { record, clock, goTo, acting, database, workspaceId } = await scene();
    await keepRule(acting(), { ...kept, isEnabled: false });
    clock.now = at("02T10:00");
    await record(fact("lead.created", clock.now, { data: { country: "MX" } }));
    await goTo(at("02T10:01"));
    const [one] = await inWorkspace(database, workspaceId, (db) =>
      clocksOfSubjects(db, workspaceId, ["lead/1"]),
    );
    assert.equal(one?.owner, null);
    await dropRule(acting(), "hand-out");
    assert.deepEqual(await rulesOn(acting()), []);
  });
});
