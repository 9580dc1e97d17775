import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at } from "../../test/story.ts";
import { openScene } from "../../test/workspace-scene.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import { readDocuments } from "../language/reader.ts";
import { inWorkspace } from "../store/db.ts";
import { answerReturn, handoffsPage, proveHandoff } from "./handoff.ts";
import { leadsOfLoop, qualityOfLeads } from "./lead-quality.ts";
import { planFromHistory, planHistory } from "./planner.ts";

const document = readDocuments(`
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: funnel, title: Funnel}
spec:
  purpose: Leads travel whole.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  definitions:
    MQL: {when: {email: {exists: true}, employees: {atLeast: 50}}}
  handoffs:
    - id: mql
      subject: lead
      from: marketing
      to: sales
      requires: [email, company]
      accept: {within: 8h}
      reasons: rejection
  commitments:
    - id: volume
      obliged: marketing
      beneficiary: sales
      scope: {subject: lead}
      measure: {count: lead.handedOff}
      objective: {atLeast: 4, each: month}
`).documents[0] as AgreementDocument;

function fact(id: number, type: string, wall: string, data: Event["data"] = {}): Event {
  const subject = `lead/${id}`;
  return { id: `${id} ${type} ${wall}`, source: "crm", type, subject, occurredAt: at(wall), data };
}

const web = { source: "web", email: "a@b.example", company: "B" };
const january = { from: at("2026-01-01"), to: at("2026-02-01") };

describe("leads handed over", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  const told = [
    fact(1, "lead.handedOff", "2026-01-05 09:00", web),
    fact(1, "lead.rejected", "2026-01-05 10:00", { reason: "REJ-DEF-SIZE" }),
    fact(2, "lead.handedOff", "2026-01-05 09:00", { source: "web", email: "c@d.example" }),
    fact(2, "lead.accepted", "2026-01-05 12:00"),
    fact(2, "lead.sqlAccepted", "2026-01-06 12:00"),
    fact(3, "lead.handedOff", "2026-01-07 09:00", { source: "fair" }),
  ];

  async function opening() {
    const scene = await openScene(opened.database, [document]);
    await scene.record(at("2026-01-10"), told);
    return scene;
  }

  test("stand in the queue as they were when they travelled", async () => {
    const scene = await opening();
    const later = fact(1, "lead.corrected", "2026-01-11 09:00", { company: "Another" });
    await scene.record(at("2026-01-12"), [later]);
    const acting = scene.acting(at("2026-01-12"));
    const asked = { agreement: "funnel", limit: 10 };
    const returned = await handoffsPage(acting, { ...asked, answer: "returned" });
    assert.deepEqual(
      returned.handoffs.map(({ handoff }) => [
        handoff.subject,
        handoff.travelled,
        handoff.answer?.family,
      ]),
      [["lead/1", { email: "a@b.example", company: "B" }, "definitional"]],
    );
    const open = await handoffsPage(acting, { ...asked, answer: "open" });
    assert.deepEqual(
      open.handoffs.map(({ handoff }) => [handoff.subject, handoff.missing]),
      [["lead/3", ["email", "company"]]],
    );
  });

  test("add up by source, with the drift of the definition", async () => {
    const scene = await opening();
    const { rows, whole } = await qualityOfLeads(scene.acting(at("2026-01-12")), {
      dimension: "source",
      span: january,
      timeZone: "UTC",
    });
    assert.deepEqual([whole.delivered, whole.accepted], [3, 1]);
    assert.deepEqual(
      rows.map(({ value, delivered, accepted, rejected, sql }) => [
        value,
        delivered,
        accepted,
        rejected.definitional,
        sql,
      ]),
      [
        ["web", 2, 1, 1, 1],
        ["fair", 1, 0, 0, 0],
      ],
    );
    assert.equal(rows[0]?.drift[0]?.share.numerator, 1);
  });

  test("that came back can be corrected and handed over again: a second round", async () => {
    const scene = await opening();
    const acting = scene.acting(at("2026-01-13"));
    await answerReturn(acting, {
      subject: "lead/1",
      answer: "correct",
      reason: "The company has 300 people",
      fields: { employees: 300 },
    });
    const open = await handoffsPage(acting, { agreement: "funnel", answer: "open", limit: 10 });
    assert.deepEqual(
      open.handoffs.map(({ handoff }) => [handoff.subject, handoff.round]),
      [
        ["lead/1", 2],
        ["lead/3", 1],
      ],
    );
  });

  test("are in the queue until something is done, a page at a time", async () => {
    const scene = await opening();
    const more = [4, 5].flatMap((id) => [
      fact(id, "lead.handedOff", "2026-01-08 09:00", { ...web, name: `Lead ${id}` }),
      fact(id, "lead.rejected", "2026-01-08 10:00", { reason: "REJ-CLER", comment: "No phone" }),
    ]);
    await scene.record(at("2026-01-10"), more);
    const waiting = { answer: "returned", isSettled: false, subjectType: "lead" } as const;
    const acting = scene.acting(at("2026-01-10 12:00"));
    const first = await handoffsPage(acting, { ...waiting, limit: 2 });
    const rest = await handoffsPage(acting, { ...waiting, limit: 2, after: first.next ?? "" });
    const told = [...first.handoffs, ...rest.handoffs].map(({ title, handoff }) => [
      handoff.subject,
      title,
      handoff.answer?.says,
      handoff.answer?.detail,
    ]);
    assert.deepEqual(told, [
      ["lead/5", "Lead 5", "No phone", null],
      ["lead/4", "Lead 4", "No phone", null],
      ["lead/1", null, null, "size"],
    ]);
    assert.equal(rest.next, undefined);
    await answerReturn(acting, { subject: "lead/4", answer: "accept", reason: "True", fields: {} });
    const left = await handoffsPage(acting, { ...waiting, family: "clerical", limit: 9 });
    assert.deepEqual(
      left.handoffs.map(({ handoff }) => handoff.subject),
      ["lead/5"],
    );
    const done = await handoffsPage(acting, { ...waiting, isSettled: true, limit: 9 });
    assert.deepEqual(
      done.handoffs.map(({ handoff }) => handoff.answer?.settled),
      [{ is: "accept", at: at("2026-01-10 12:00"), by: "account/ana", says: "True" }],
    );
    await assert.rejects(handoffsPage(acting, { ...waiting, limit: 2, after: "x" }), {
      code: "cursor-invalid",
    });
  });

  test("are proved by what they were: no later fact changes the evidence", async () => {
    const scene = await opening();
    const acting = scene.acting(at("2026-01-12"));
    await scene.record(at("2026-01-11"), [
      fact(1, "lead.statusChanged", "2026-01-05 08:00", { employees: 900 }),
    ]);
    const of = { agreement: "funnel", handoff: "mql", round: 1 };
    const { evidence, handoff } = await proveHandoff(acting, { ...of, subject: "lead/1" });
    const { fields, definitions } = evidence;
    assert.deepEqual(await proveHandoff(acting, { subject: "lead/1" }), {
      agreement: "funnel",
      handoff,
      evidence,
    });
    const outside = { ...acting, agreements: ["another"] };
    await assert.rejects(proveHandoff(outside, { subject: "lead/1" }), { code: "thing-missing" });
    assert.deepEqual(fields, web);
    assert.deepEqual(
      definitions.map(({ term, holds, met, criteria }) => [term, holds, met, criteria.length]),
      [["MQL", false, 1, 2]],
    );
    const objection = { subject: "lead/1", answer: "disagree", reason: "It is one" } as const;
    await answerReturn(acting, { ...objection, fields: {}, of });
    const { rows } = await inWorkspace(opened.database, scene.workspaceId, (db) =>
      db.client.query("select data from event where type = 'lead.rejectionDisputed'"),
    );
    assert.deepEqual(rows[0]?.data.definitions, { MQL: { holds: false, met: 1, of: 2 } });
    await assert.rejects(proveHandoff(acting, { ...of, subject: "lead/9" }), {
      code: "thing-missing",
    });
  });

  test("stand behind each number of the loop, a page at a time", async () => {
    const scene = await opening();
    const acting = scene.acting(at("2026-01-12"));
    const asked = { span: january, limit: 1 } as const;
    const first = await leadsOfLoop(acting, { ...asked, name: "delivered" });
    const second = await leadsOfLoop(acting, {
      ...asked,
      name: "delivered",
      after: first.next ?? "",
    });
    assert.deepEqual(
      [...first.leads, ...second.leads].map(({ subject }) => subject),
      ["lead/3", "lead/2"],
    );
    const size = await leadsOfLoop(acting, {
      span: january,
      limit: 9,
      name: "detail definitional size",
      dimension: "source",
      value: "web",
    });
    assert.deepEqual(
      size.leads.map(({ subject, dimensions }) => [subject, dimensions.source]),
      [["lead/1", "web"]],
    );
    const none = await leadsOfLoop(acting, { ...asked, name: "won" });
    assert.deepEqual(none, { leads: [] });
    const counterparty = { ...acting, agreements: ["funnel"] };
    await assert.rejects(leadsOfLoop(counterparty, { ...asked, name: "won" }), {
      code: "thing-missing",
    });
  });

  test("give the planner its rates", async () => {
    const scene = await opening();
    const won = { ...fact(2, "deal.won", "2026-01-20 12:00", { amount: "1000" }) };
    await scene.record(at("2026-01-21"), [won]);
    const plan = await planFromHistory(scene.acting(at("2026-01-21")), {
      goal: "10000",
      from: at("2026-03-01"),
      history: january,
      reps: 1,
      maxLeadsPerRep: 10,
      sources: [
        {
          source: "web",
          share: { numerator: 1, denominator: 1 },
          dealValue: "1000",
          cycleDays: 30,
        },
      ],
    });
    const [source] = plan.sources;
    assert.deepEqual(
      [source?.customers, source?.steps.sql?.needed, source?.steps.mql?.needed],
      [10, 10, 20],
    );
    assert.equal(plan.capacity.isShort, true);
    const { sources, owners } = await planHistory(scene.acting(at("2026-01-21")), january);
    assert.equal(owners, 0);
    assert.deepEqual(sources[0], {
      source: "web",
      leads: 2,
      mql: 2,
      sql: 1,
      opportunities: 1,
      won: 1,
      worth: { "": "1000" },
      cycleDays: 15,
    });
  });
});
