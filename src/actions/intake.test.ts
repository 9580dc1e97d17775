import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at, fact, openScene } from "../../test/work-scene.ts";
import type { Event } from "../engine/event.ts";
import { Refusal } from "../engine/problem.ts";
import { clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import type { Acting } from "./acting.ts";
import { auditPage } from "./audit.ts";
import { beginIntake, intakesOf, takeBackIntake } from "./intake.ts";
import { recordEvents } from "./record-events.ts";
import { subjectTimeline } from "./subject-timeline.ts";

let opened: TestDatabase;
before(async () => {
  opened = await openTestDatabase();
});
after(() => opened.drop());

let number = 0;

async function scene() {
  number += 1;
  const workspaceId = `intake-${number}`;
  const { database } = opened;
  const told = await openScene(database, { workspaceId });
  const acting = (): Acting => ({ database, workspaceId, actor: "ana", now: told.clock.now });
  const begin = (id: string, digest: string) =>
    beginIntake(acting(), { id, digest, title: "leads.csv", mapping: {} });
  const record = (source: string, events: readonly Event[]) =>
    recordEvents(
      acting(),
      events.map((event) => ({ ...event, source })),
      { isQuiet: true },
    );
  const verdicts = async (subject: string) => {
    const clocks = await inWorkspace(database, workspaceId, (db) =>
      clocksOfSubjects(db, workspaceId, [subject]),
    );
    return clocks.map(({ verdict }) => verdict);
  };
  return { ...told, acting, begin, bring: record, verdicts };
}

const created = fact("lead.created", at("02T10:00"));
const connected = fact("contact.connected", at("02T11:00"));
const { subject } = created;

describe("an intake", () => {
  test("taken back, its facts stay and count for nothing: what they began is gone", async () => {
    const { acting, begin, bring, verdicts, clock, goTo } = await scene();
    clock.now = at("03T10:00");
    const { intake } = await begin("one", "digest-one");
    await bring(intake.source, [created, connected]);
    assert.deepEqual(await verdicts(subject), ["met"]);
    await takeBackIntake(acting(), "one");
    await goTo(at("03T10:05"));
    assert.deepEqual(await verdicts(subject), []);
    const { events, withdrawn, attributes } = await subjectTimeline(acting(), {
      subject,
      limit: 10,
    });
    assert.equal(events.length, 2);
    assert.deepEqual([[...withdrawn], attributes], [[intake.source], {}]);
    const [listed] = await intakesOf(acting());
    assert.deepEqual([listed?.events, listed?.withdrawnBy], [2, "ana"]);
  });

  test("taken back, what others told of the same subject is judged without it", async () => {
    const { acting, begin, bring, verdicts, clock, goTo } = await scene();
    clock.now = at("03T10:00");
    await bring("crm", [created]);
    const { intake } = await begin("two", "digest-two");
    await bring(intake.source, [connected]);
    assert.deepEqual(await verdicts(subject), ["met"]);
    await takeBackIntake(acting(), "two");
    await goTo(at("03T10:05"));
    assert.deepEqual(await verdicts(subject), ["breached"]);
  });

  test("facts that come in late under a source taken back count for nothing either", async () => {
    const { acting, begin, bring, verdicts, clock } = await scene();
    clock.now = at("03T10:00");
    const { intake } = await begin("late", "digest-late");
    await takeBackIntake(acting(), "late");
    await bring(intake.source, [created]);
    assert.deepEqual(await verdicts(subject), []);
  });

  test("of the same file is the same again, until it is taken back", async () => {
    const { acting, begin } = await scene();
    assert.equal((await begin("a", "digest-same")).isKnown, false);
    const again = await begin("b", "digest-same");
    assert.deepEqual([again.isKnown, again.intake.id], [true, "a"]);
    await takeBackIntake(acting(), "a");
    const fresh = await begin("c", "digest-same");
    assert.deepEqual([fresh.isKnown, fresh.intake.source], [false, "csv:c"]);
  });

  test("is taken back once, by somebody whom the audit names", async () => {
    const { acting, begin } = await scene();
    await begin("a", "digest-once");
    await takeBackIntake(acting(), "a");
    await assert.rejects(takeBackIntake(acting(), "a"), Refusal);
    const deeds = (await auditPage(acting(), { after: 0, limit: 100 })).map(({ deed }) => deed);
    assert.deepEqual(deeds.slice(-2), ["intake.begun", "intake.withdrawn"]);
  });
});
