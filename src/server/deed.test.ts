import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { type Instant, readInstant } from "../engine/time.ts";

const agreement = `
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
      clock: {start: lead.assigned, stop: contact.attempted, cancel: lead.rejected, humanOnly: true}
      target: [{within: 2bh}]
      objective: {atLeast: "90%", each: month}
`;

const at = (text: string) => readInstant(text) as Instant;

describe("what people do about a subject", () => {
  let served: Served;
  before(async () => {
    served = await openServed();
  });
  after(() => served.close());

  /** Two leads of Ana's and one of Luis's, given to them on a Monday at ten in Madrid. */
  async function working() {
    served.clock.now = at("2026-03-02T09:00:00Z");
    const { key } = await served.workspace();
    const post = async (path: string, body: unknown) =>
      (await served.ask(path, { method: "POST", key, body })).json();
    const get = async (path: string) => (await served.ask(path, { key })).json();
    await post("/v1/agreements/handover/revisions", { text: agreement });
    const leads = [
      ["lead/1", "ana"],
      ["lead/2", "ana"],
      ["lead/3", "luis"],
    ].map(([subject, owner]) => ({
      ...{ specversion: "1.0", id: subject, source: "crm", type: "lead.assigned", subject },
      time: "2026-03-02T09:00:00Z",
      data: { owner },
    }));
    await post("/v1/events", leads);
    served.clock.now = at("2026-03-02T10:00:00Z");
    const clocks = async () =>
      Object.fromEntries(
        (await get("/v1/clocks")).clocks.map((one: Record<string, string>) => [
          one.subject,
          `${one.owner} ${one.state} ${one.verdict}`,
        ]),
      );
    return { post, get, clocks };
  }

  test("an attempt is a person's fact, now, and stops the clock that waits for one", async () => {
    const { post, clocks, get } = await working();
    const asked = { subject: "lead/1", channel: "phone", note: "sin respuesta" };
    assert.deepEqual(await post("/v1/deeds/attempts", asked), { recorded: true });
    assert.equal((await clocks())["lead/1"], "ana stopped met");
    const [fact] = (await get("/v1/subject?subject=lead/1")).events;
    assert.equal(fact.type, "contact.attempted");
    assert.equal(fact.time, "2026-03-02T10:00:00.000Z");
    assert.equal(fact.data.actor.kind, "human");
  });

  test("a rejection wants a reason that the other side can act on", async () => {
    const { post, clocks } = await working();
    const reject = (reason: string) =>
      post("/v1/deeds/rejections", { subject: "lead/2", reason, detail: "size" });
    assert.equal((await reject("no me gusta")).code, "reason-unknown");
    assert.equal((await reject("DSQ-NEED")).code, "reason-unknown");
    assert.equal((await clocks())["lead/2"], "ana running open");
    assert.deepEqual(await reject("REJ-DEF"), { recorded: true });
    assert.equal((await clocks())["lead/2"], "ana cancelled void");
  });

  test("an assignment is previewed with its load, done, and undone", async () => {
    const { post, clocks } = await working();
    const assign = (subjects: string[], owner: string | null, isPreview = false) =>
      post("/v1/deeds/assignments", { subjects, owner, isPreview });
    const wanted = {
      moved: [
        { subject: "lead/1", owner: "ana" },
        { subject: "lead/2", owner: "ana" },
      ],
      load: [
        { owner: "ana", before: 2, after: 0 },
        { owner: "luis", before: 1, after: 3 },
      ],
    };
    const all = ["lead/1", "lead/2", "lead/3", "lead/1"];
    assert.deepEqual(await assign(all, "luis", true), wanted);
    assert.equal((await clocks())["lead/1"], "ana running open");
    assert.deepEqual(await assign(all, "luis"), wanted);
    assert.equal((await clocks())["lead/1"], "luis running open");
    served.clock.now = at("2026-03-02T10:00:05Z");
    await assign(["lead/1"], null);
    assert.equal((await clocks())["lead/1"], "null running open");
    assert.equal((await assign(["lead/9"], "luis")).code, "thing-missing");
  });

  test("whether the office is open is told, and until when", async () => {
    const { get } = await working();
    const hours = async (now: string) => {
      served.clock.now = at(now);
      const [{ isOpen, changesAt, calendar }] = (await get("/v1/open-hours")).hours;
      return [calendar, isOpen, changesAt];
    };
    assert.deepEqual(await hours("2026-03-02T10:00:00Z"), [
      "office",
      true,
      "2026-03-02T17:00:00.000Z",
    ]);
    assert.deepEqual(await hours("2026-03-06T17:00:00Z"), [
      "office",
      false,
      "2026-03-09T08:00:00.000Z",
    ]);
  });
});
