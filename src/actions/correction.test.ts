import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at } from "../../test/story.ts";
import { support, supportTickets } from "../../test/support-scene.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import type { ExclusionSpec } from "../engine/agreement.ts";
import { Refusal } from "../engine/problem.ts";
import { excludeFrom, waiveClock } from "./correction.ts";
import { previewCorrection } from "./correction-preview.ts";
import { periodReport } from "./period-report.ts";

const now = at("2026-02-03 10:00");
const act = { by: "team", reason: "The line was down", approvals: ["client"] };

describe("what is left out afterwards", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  /** January: ticket 1 kept; ticket 2 took seven hours of a Tuesday; ticket 3 a day and more. */
  async function opening(): Promise<Scene> {
    const scene = await openScene(opened.database, [support]);
    const facts = supportTickets.map((event) =>
      event.subject === "ticket/3" ? { ...event, data: { channel: "fax" } } : event,
    );
    await scene.record(at("2026-01-20"), facts);
    await scene.pass(at("2026-02-02"));
    return scene;
  }

  async function january(scene: Scene): Promise<string> {
    const rows = await periodReport(scene.acting(now), { agreement: "support" });
    const found = rows.find(({ period }) => period.from === at("2026-01-01"));
    const { met, breached, excused } = found?.period ?? assert.fail("January");
    return `${met}/${breached}/${excused}`;
  }

  const exclude = (scene: Scene, exclusion: ExclusionSpec) =>
    excludeFrom(scene.acting(now), { ...act, agreement: "support", exclusion });

  test("recurs: every Tuesday morning, so that ticket 2 was answered in time", async () => {
    const scene = await opening();
    await exclude(scene, {
      id: "maintenance",
      category: "maintenance",
      rrule: "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;DURATION=PT4H",
    });
    await scene.pass(now);
    assert.equal(await january(scene), "2/1/0");
  });

  test("is described by a condition: its clocks are excused", async () => {
    const scene = await opening();
    await exclude(scene, {
      id: "third",
      category: "other",
      where: { channel: "fax" },
    });
    await scene.pass(now);
    assert.equal(await january(scene), "1/1/1");
  });

  test("is refused where the agreement itself could not hold it", async () => {
    const scene = await opening();
    const wrong: readonly ExclusionSpec[] = [
      { id: "a", category: "outage", rrule: "FREQ=SOMETIMES" },
      { id: "b", category: "outage", rrule: "FREQ=WEEKLY;BYDAY=TU" },
      { id: "c", category: "outage", where: { channel: { sounds: "fax" } } as never },
      { id: "d", category: "outage", interval: { from: "2026-02-02", to: "2026-02-01" } },
    ];
    for (const exclusion of wrong) {
      await assert.rejects(exclude(scene, exclusion), Refusal, exclusion.id);
    }
  });

  test("is seen before anybody signs, and nothing of it is kept", async () => {
    const scene = await opening();
    const clock = { agreement: "support", commitment: "answer", subject: "ticket/2", cycle: 1 };
    const seen = await previewCorrection(scene.acting(now), { kind: "waiver", ...act, clock });
    assert.deepEqual(
      seen.clocks.map(({ subject, before, after }) => [subject, before, after]),
      [["ticket/2", "breached", "excused"]],
    );
    const [period] = seen.periods;
    assert.deepEqual([period?.before?.breached, period?.after?.breached], [2, 1]);
    assert.equal(await january(scene), "1/2/0");
    await waiveClock(scene.acting(now), { ...act, clock });
    assert.equal(await january(scene), "1/1/1");
  });

  test("an exclusion's preview judges what ran in it", async () => {
    const scene = await opening();
    const exclusion = {
      id: "outage",
      category: "outage" as const,
      interval: { from: "2026-01-06T09:00:00Z", to: "2026-01-06T17:00:00Z" },
    };
    const asked = { kind: "exclusion" as const, ...act, agreement: "support", exclusion };
    const seen = await previewCorrection(scene.acting(now), asked);
    assert.deepEqual(
      seen.clocks.map(({ subject, before, after }) => [subject, before, after]),
      [["ticket/2", "breached", "met"]],
    );
    assert.equal(await january(scene), "1/2/0");
  });
});
