import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { AgreementDocument, CalendarDocument } from "../engine/agreement.ts";
import type { Instant } from "../engine/time.ts";
import {
  allRevisions,
  findRevision,
  insertRevision,
  listAgreements,
  type RevisionRow,
  saveAgreement,
} from "./agreement.ts";
import { allCalendars, insertCalendar } from "./calendar.ts";
import { type Db, inWorkspace } from "./db.ts";
import { deleteDraft, findDraft, saveDraft } from "./draft.ts";
import { addWorkspace } from "./workspace.ts";

const morning = Date.parse("2026-03-31T09:00:00Z") as Instant;
const recording = { workspaceId: "ours", now: morning };
const funnel = {
  id: "funnel",
  title: "Funnel",
  state: "draft",
  labels: { team: "north" },
} as const;

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
  const workspace = { id: "ours", title: "Ours", language: "es", timeZone: "UTC" } as const;
  await ours((tx) => addWorkspace(tx, { ...workspace, settings: {}, createdAt: morning }));
  await ours((tx) => saveAgreement(tx, recording, funnel));
});
after(() => db.drop());

const ours = <T>(work: (tx: Db) => Promise<T>) => inWorkspace(db.database, "ours", work);

function revision(number: number): RevisionRow {
  return {
    agreement: "funnel",
    number,
    text: "kind: Agreement # ñ\n",
    document: { kind: "Agreement", metadata: { name: "funnel" } } as AgreementDocument,
    contentHash: `h${number}`,
    from: morning,
    existing: "keep",
    publishedBy: "ana",
    publishedAt: morning,
  };
}

test("an agreement is listed as it was saved last", () =>
  ours(async (tx) => {
    await saveAgreement(tx, recording, { ...funnel, state: "inForce", owner: "ana" });
    const saved = { ...funnel, state: "inForce", owner: "ana" };
    assert.deepEqual(await listAgreements(tx, "ours", { limit: 9 }), [saved]);
    assert.deepEqual(await listAgreements(tx, "ours", { after: "funnel", limit: 9 }), []);
  }));

test("a number is published once: who comes second is told so", async () => {
  const publish = (text: string) =>
    ours((tx) => insertRevision(tx, "ours", { ...revision(1), text }));
  const both = await Promise.all([publish("a"), publish("b")]);
  assert.deepEqual(both.sort(), [false, true]);
});

test("revisions come back byte for byte, all of them, in order", () =>
  ours(async (tx) => {
    const [two, three] = [revision(2), { ...revision(3), until: (morning + 1) as Instant }];
    await insertRevision(tx, "ours", three);
    await insertRevision(tx, "ours", two);
    const all = await allRevisions(tx, "ours");
    assert.deepEqual(all.slice(-2), [two, three]);
    assert.deepEqual(await findRevision(tx, "ours", { agreement: "funnel", number: 2 }), two);
  }));

test("of two people who save one draft, the second finds out", () =>
  ours(async (tx) => {
    const draft = { agreement: "funnel", updatedBy: "ana", updatedAt: morning };
    assert.equal(await saveDraft(tx, "ours", { ...draft, version: 3, text: "x" }), undefined);
    assert.equal(await saveDraft(tx, "ours", { ...draft, version: 0, text: "a" }), 1);
    assert.equal(await saveDraft(tx, "ours", { ...draft, version: 0, text: "b" }), undefined);
    assert.equal(await saveDraft(tx, "ours", { ...draft, version: 1, text: "c" }), 2);
    const saved = { ...draft, version: 2, text: "c" };
    assert.deepEqual(await findDraft(tx, "ours", "funnel"), saved);
    assert.equal(await deleteDraft(tx, "ours", "funnel"), 1);
  }));

test("a calendar's versions stand side by side", () =>
  ours(async (tx) => {
    const version = (number: number) => ({
      id: "office",
      number,
      text: "kind: Calendar",
      document: { kind: "Calendar", metadata: { name: "office" } } as CalendarDocument,
      contentHash: `h${number}`,
      from: morning,
      createdBy: "ana",
      createdAt: morning,
    });
    const added = [];
    for (const number of [2, 1, 2]) added.push(await insertCalendar(tx, "ours", version(number)));
    assert.deepEqual(added, [true, true, false]);
    assert.deepEqual(await allCalendars(tx, "ours"), [version(1), version(2)]);
  }));
