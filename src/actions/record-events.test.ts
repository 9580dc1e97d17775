import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import { toCloudEvent } from "../engine/cloud-event.ts";
import type { Event } from "../engine/event.ts";
import { judge } from "../engine/judge.ts";
import { HOUR, type Instant, readInstant } from "../engine/time.ts";
import { readDocuments } from "../language/reader.ts";
import { insertRevision, saveAgreement } from "../store/agreement.ts";
import { beliefsOf } from "../store/breach.ts";
import { clockId, clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import { addIntake, withdrawIntake } from "../store/intake.ts";
import { addWorkspace } from "../store/workspace.ts";
import { recordCloudEvents } from "./cloud-event.ts";
import { recordEvents } from "./record-events.ts";
import { settleSubjects } from "./settle.ts";

const agreement = readDocuments(`
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: handover, title: Handover}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: Europe/Madrid}
  calendars:
    office: {timeZone: Europe/Madrid, week: {mon-fri: ["09:00-18:00"]}}
  commitments:
    - id: first-contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock:
        start: lead.assigned
        stop: contact.connected
        pause: {while: {status: waiting}}
      target: [{within: 2bh}]
      warnAt: ["50%"]
      objective: {atLeast: "90%", each: month}
`).documents[0] as AgreementDocument;

const at = (text: string) => readInstant(`2026-03-${text}:00Z`) as Instant;
let number = 0;

describe("recorded facts", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  /** A workspace of its own with the one agreement published. */
  async function workspace() {
    number += 1;
    const workspaceId = `w${number}`;
    const now = at("01T00:00");
    await inWorkspace(opened.database, workspaceId, async (db) => {
      await addWorkspace(db, {
        id: workspaceId,
        title: "W",
        language: "en",
        timeZone: "UTC",
        settings: {},
        createdAt: now,
      });
      await saveAgreement(
        db,
        { workspaceId, now },
        {
          id: "handover",
          title: "Handover",
          state: "inForce",
          labels: {},
        },
      );
      await insertRevision(db, workspaceId, {
        agreement: "handover",
        number: 1,
        text: "",
        document: agreement,
        contentHash: "",
        from: readInstant("2026-01-01T00:00:00Z") as Instant,
        existing: "keep",
        publishedBy: "test",
        publishedAt: now,
      });
    });
    const acting = (now: Instant) => ({
      database: opened.database,
      workspaceId,
      actor: "test",
      now,
    });
    const stored = () =>
      inWorkspace(opened.database, workspaceId, (db) =>
        clocksOfSubjects(db, workspaceId, ["lead/1", "lead/2", "lead/3"]),
      );
    return { workspaceId, acting, stored };
  }

  const fact = (id: string, type: string, occurredAt: Instant, data = {}): Event => ({
    id,
    source: "crm",
    type,
    subject: "lead/1",
    occurredAt,
    data,
  });

  test("become a running clock; a repetition changes nothing, and a bad one is named", async () => {
    const { acting, stored } = await workspace();
    const assigned = toCloudEvent(fact("1", "lead.assigned", at("02T09:00")));
    const answer = await recordCloudEvents(acting(at("02T09:01")), [
      assigned,
      assigned,
      { id: "x" },
    ]);
    assert.deepEqual(
      answer.events.map(({ id, outcome }) => [id, outcome]),
      [
        ["1", "accepted"],
        ["1", "duplicate"],
        ["x", "refused"],
      ],
    );
    const [clock] = await stored();
    assert.equal(clock?.state, "running");
    assert.equal(clock?.dueAt, at("02T11:00"));
    const again = await recordCloudEvents(acting(at("02T09:02")), [assigned]);
    assert.equal(again.duplicate, 1);
  });

  test("time finds a breach, and a late fact that disproves it takes it back", async () => {
    const { workspaceId, acting, stored } = await workspace();
    await recordEvents(acting(at("02T09:01")), [fact("1", "lead.assigned", at("02T09:00"))]);
    const later = at("02T12:00");
    await inWorkspace(opened.database, workspaceId, (db) =>
      settleSubjects(db, { workspaceId, now: later, because: "time" }, ["lead/1"]),
    );
    const [breached] = await stored();
    assert.equal(breached?.breachedAt, at("02T11:00"));
    await recordEvents(acting(at("02T13:00")), [fact("2", "contact.connected", at("02T10:00"))]);
    const [met] = await stored();
    assert.equal(met?.verdict, "met");
    const beliefs = await inWorkspace(opened.database, workspaceId, (db) =>
      beliefsOf(db, workspaceId, clockId(met as never)),
    );
    assert.deepEqual(
      beliefs.map(({ kind, reason, cause }) => [kind, reason, cause?.id]),
      [
        ["found", "time", undefined],
        ["withdrawn", "fact", "2"],
      ],
    );
  });

  test("in any order and any batches give what a fresh judgement gives", async () => {
    const types = ["lead.assigned", "contact.connected", "lead.statusChanged", "contact.attempted"];
    const facts = fc.array(
      fc.record({
        type: fc.constantFrom(...types),
        lead: fc.integer({ min: 1, max: 3 }),
        hours: fc.integer({ min: 0, max: 200 }),
        status: fc.constantFrom("waiting", "open"),
        batch: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(facts, async (rows) => {
        const { acting, stored } = await workspace();
        const asOf = at("20T00:00");
        const events = rows.map(({ type, lead, hours, status, batch }, index) => ({
          batch,
          event: {
            id: `${index}`,
            source: "crm",
            type,
            subject: `lead/${lead}`,
            occurredAt: (at("02T08:00") + hours * HOUR) as Instant,
            recordedAt: asOf,
            data: type === "lead.statusChanged" ? { status } : {},
          } satisfies Event,
        }));
        for (const batch of [2, 0, 3, 1]) {
          const part = events.filter((one) => one.batch === batch).map(({ event }) => event);
          await recordEvents(acting(asOf), part);
        }
        const all = events.map(({ event }) => event);
        const fresh = judge({
          agreements: [{ document: agreement, number: 1 }],
          events: all,
          asOf,
        });
        assert.deepEqual(told(await stored()), told(fresh.clocks));
      }),
      { numRuns: 60 },
    );
  });

  for (const isPipelined of [false, true]) {
    const way = isPipelined ? "on one way" : "in turn";
    test(`another subject's fact, and one taken back, is not new: ${way}`, async () => {
      const { workspaceId, acting, stored } = await workspace();
      const database = opened.open({ isPipelined });
      const here = (now: Instant) => ({ ...acting(now), database });
      const now = at("02T10:30");
      await inWorkspace(database, workspaceId, async (db) => {
        const [madeBy, createdAt] = ["test", now];
        const intake = { id: "i", source: "file", title: "", digest: "", madeBy, createdAt };
        await addIntake(db, workspaceId, { intake, mapping: {} });
        await withdrawIntake(db, workspaceId, { id: "i", by: "test", at: now });
      });
      await recordEvents(here(now), [fact("1", "lead.assigned", at("02T09:00"))]);
      const other = (id: string, time: string) => {
        return { ...fact(id, "lead.assigned", at(time)), subject: "lead/2" };
      };
      const batch = [other("1", "02T09:10"), other("2", "02T10:00"), other("3", "02T10:10")];
      const back = { ...other("4", "02T09:20"), source: "file" };
      const fresh = await recordEvents(here(now), [...batch, back]);
      assert.equal(fresh.size, 3);
      const clocks = (await stored()).filter(({ subject }) => subject === "lead/2");
      assert.deepEqual(
        clocks.map(({ startedAt }) => startedAt),
        [at("02T10:00")],
      );
      const again = await recordEvents(here(now), [...batch, back]);
      assert.equal(again.size, 0);
    });
  }

  test("two batches that touch one subject at once leave what both together give", async () => {
    const { acting, stored } = await workspace();
    const facts = Array.from({ length: 40 }, (_, index) =>
      fact(`${index}`, index % 2 === 0 ? "lead.assigned" : "contact.attempted", at("02T09:00")),
    );
    await Promise.all(facts.map((one) => recordEvents(acting(at("02T09:30")), [one])));
    const asOf = at("02T09:30");
    const recorded = facts.map((one) => ({ ...one, recordedAt: asOf }));
    const fresh = judge({
      agreements: [{ document: agreement, number: 1 }],
      events: recorded,
      asOf,
    });
    assert.deepEqual(told(await stored()), told(fresh.clocks));
  });
});

type Told =
  | ReturnType<typeof judge>["clocks"][number]
  | Awaited<ReturnType<typeof clocksOfSubjects>>[number];

/** What a list says of clocks, in an order of its own. */
function told(clocks: readonly Told[]) {
  return clocks
    .map((clock) => ({
      id: clockId(clock),
      state: clock.state,
      verdict: clock.verdict,
      startedAt: clock.startedAt,
      dueAt: clock.dueAt,
      breachedAt: clock.breachedAt,
      stoppedAt: clock.stoppedAt,
      spent: clock.spent,
      warnings: clock.warnings,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
