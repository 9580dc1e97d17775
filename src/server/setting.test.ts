import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { isSilent } from "../actions/source.ts";
import type { Instant } from "../engine/time.ts";

const at = (text: string) => Date.parse(text) as Instant;

const office = (dates = "") =>
  [
    "apiVersion: acuerdo/v1",
    "kind: Calendar",
    "metadata: {name: office}",
    "spec:",
    "  timeZone: UTC",
    '  week: {mon-fri: ["09:00-17:00"]}',
    `  dates: {${dates}}`,
  ].join("\n");

/** `calendars`: what the agreement says of its only calendar. */
const agreement = (calendars: string) =>
  [
    "apiVersion: acuerdo/v1",
    "kind: Agreement",
    "metadata: {name: handover, title: Handover}",
    "spec:",
    "  purpose: Leads are called while they are warm.",
    "  term: {from: 2026-01-01, timeZone: UTC}",
    "  parties:",
    "    - {id: sales, kind: team, role: [provider]}",
    "    - {id: marketing, kind: team, role: [consumer]}",
    `  calendars: {office: ${calendars}}`,
    "  escalations:",
    "    tell:",
    "      - {at: 50%, tell: [owner], via: [email]}",
    "      - {at: breach, tell: [manager], via: [email]}",
    "  commitments:",
    "    - id: first-contact",
    "      obliged: sales",
    "      beneficiary: marketing",
    "      scope: {subject: lead}",
    "      clock: {start: lead.assigned, stop: contact.attempted}",
    "      target: [{within: 10bh}]",
    "      calendar: office",
    "      escalate: tell",
    "      objective: {atLeast: 90%, each: month}",
  ].join("\n");

const written = (dates = "") =>
  `{timeZone: UTC, week: {mon-fri: ["09:00-17:00"]}, dates: {${dates}}}`;

describe("what lies behind the settings", () => {
  let served: Served;

  before(async () => {
    served = await openServed();
  });

  after(() => served?.close());

  /** A workspace with one clock that started on Monday morning. */
  const running = async (calendars: string) => {
    served.clock.now = at("2026-03-02T09:00:00Z");
    const { id, key } = await served.workspace();
    const ask = async (path: string, body?: unknown, method: "POST" | "PUT" = "POST") => {
      const asked = body === undefined ? { key } : { key, body, method };
      const answer = await served.ask(path, asked);
      assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`);
      return answer.json();
    };
    await ask("/v1/calendars/office", { text: office(), from: "2026-01-01T00:00:00Z" });
    await ask("/v1/agreements/handover/revisions", {
      text: agreement(calendars),
      from: "2026-01-01T00:00:00Z",
    });
    await ask("/v1/events", fact("1", "lead.assigned", "lead/1", { owner: "ana", name: "Zoe" }));
    const due = async () => (await ask("/v1/clocks")).clocks[0].dueAt;
    return { id, key, ask, due };
  };

  test("what a draft of a calendar would change is what its publication changes", async () => {
    const { ask, due } = await running("{ref: office}");
    assert.equal(await due(), "2026-03-03T11:00:00.000Z");
    const draft = { text: office('2026-03-03: ["12:00-15:00"]') };
    const told = await ask("/v1/calendar-what-if", { ...draft, calendar: "office" });
    assert.deepEqual(told.moved, [
      {
        subject: "lead/1",
        title: "Zoe",
        agreement: "handover",
        commitment: "first-contact",
        owner: "ana",
        before: "2026-03-03T11:00:00.000Z",
        after: "2026-03-03T14:00:00.000Z",
      },
    ]);
    assert.deepEqual(
      told.days.map(({ before, after }: Days) => [before.date, before.openMs, after.openMs]),
      [["2026-03-03", 8 * 3_600_000, 3 * 3_600_000]],
    );
    assert.equal(await due(), told.moved[0].before);
    await ask("/v1/calendars/office", draft);
    await ask("/v1/events", fact("2", "lead.corrected", "lead/1", {}));
    assert.equal(await due(), told.moved[0].after);
    assert.deepEqual(
      (await ask("/v1/calendar-what-if", { ...draft, calendar: "office" })).moved,
      [],
    );
  });

  test("a calendar written out in an agreement is tried as its revision", async () => {
    const { ask, due } = await running(written());
    const text = agreement(written("2026-03-03: []"));
    const told = await ask("/v1/calendar-what-if", {
      calendar: "office",
      agreement: "handover",
      text,
    });
    assert.deepEqual(
      told.moved.map(({ after }: { after: string }) => after),
      ["2026-03-04T11:00:00.000Z"],
    );
    assert.deepEqual(
      told.days.map(({ after }: Days) => after.date),
      ["2026-03-03"],
    );
    await ask("/v1/agreements/handover/revisions", { text, existing: "recompute" });
    await ask("/v1/events", fact("2", "lead.corrected", "lead/1", {}));
    assert.equal(await due(), told.moved[0].after);
  });

  test("days say their hours, their holidays by name, and why", async () => {
    const { ask } = await running(
      "{timeZone: Europe/Madrid, week: {mon-fri: [09:00-17:00]}, holidays: {country: ES}}",
    );
    const path = "/v1/calendar-days?calendar=office&agreement=handover";
    const { timeZone, days } = await ask(`${path}&from=2026-04-30&to=2026-05-03`);
    assert.equal(timeZone, "Europe/Madrid");
    assert.deepEqual(
      days.map(({ date, open, because, holiday }: Day) => [date, open.length, because, holiday]),
      [
        ["2026-04-30", 1, "week", null],
        ["2026-05-01", 0, "holiday", "Labour Day"],
        ["2026-05-02", 0, "week", null],
        ["2026-05-03", 0, "week", null],
      ],
    );
    const { countries, regions } = await ask("/v1/holidays?country=ES");
    assert.ok(countries.some(({ code, name }: Place) => code === "MX" && name === "Mexico"));
    assert.ok(regions.some(({ code }: Place) => code === "MD"));
    const listed = await ask("/v1/calendars");
    assert.deepEqual(listed.written.length, 1);
    assert.match(listed.zones, /^20\d\d/);
  });

  test("an absence hands what falls due meanwhile to whoever of the team has least", async () => {
    const { ask } = await running("{ref: office}");
    for (const [id, name] of [
      ["ana", "Ana"],
      ["luz", "Luz"],
      ["eva", "Eva"],
    ] as const) {
      const team = id === "eva" ? "support" : "sales";
      await ask("/v1/events", fact(`o-${id}`, "owner.back", `owner/${id}`, { name, team }));
    }
    const absence = { owner: "ana", from: "2026-03-02T09:00:00Z", to: "2026-03-06T09:00:00Z" };
    const { clocks } = await ask("/v1/people/absence/plan", absence);
    assert.deepEqual(
      clocks.map(({ subject, to, toName }: Plan) => [subject, to, toName]),
      [["lead/1", "luz", "Luz"]],
    );
    const done = await ask("/v1/people/absence", { ...absence, reassign: true });
    assert.equal(done.reassigned, 1);
    assert.equal((await ask("/v1/clocks")).clocks[0].owner, "luz");
    const people = async () =>
      (await ask("/v1/people")).people.map(({ id, load, absentUntil }: Person) => [
        id,
        load,
        absentUntil,
      ]);
    assert.deepEqual(await people(), [
      ["ana", 0, "2026-03-06T09:00:00.000Z"],
      ["eva", 0, null],
      ["luz", 1, null],
    ]);
    served.clock.now = at("2026-03-02T10:00:00Z");
    await ask("/v1/people/back", { owner: "ana" });
    assert.deepEqual((await people())[0], ["ana", 0, null]);
  });

  test("who would have been told is what the policies say of last month's clocks", async () => {
    const { ask } = await running("{ref: office}");
    served.clock.now = at("2026-03-04T09:00:00Z");
    const { clocks, told } = await ask("/v1/notices/dry-run");
    assert.equal(clocks, 1);
    assert.deepEqual(
      told.map(({ step, at, who, times }: Told) => [step, at, who, times]).toSorted(),
      [
        [1, "50%", "", 1],
        [2, "breach", "", 1],
      ],
    );
  });

  test("the audit is searched, the last first, and a workspace changes its name", async () => {
    const { ask, key } = await running("{ref: office}");
    await ask("/v1/workspace", { title: "New name", timeZone: "Europe/Madrid" }, "PUT");
    const { title, timeZone, language } = await ask("/v1/workspace");
    assert.deepEqual([title, timeZone, language], ["New name", "Europe/Madrid", "en"]);
    const rows = (await ask("/v1/audit/search?deed=workspace")).rows;
    assert.deepEqual(
      rows.map(({ deed }: { deed: string }) => deed),
      ["workspace.changed"],
    );
    const latest = (await ask("/v1/audit/search?limit=2")).rows;
    assert.equal(latest[0].number, latest[1].number + 1);
    const wrong = await served.ask("/v1/workspace", {
      method: "PUT",
      key,
      body: { timeZone: "Nowhere/Town" },
    });
    assert.equal(wrong.json().code, "time-zone-unknown");
    assert.equal((await served.ask("/v1/workspace/export", { key })).json().code, "role-beyond");
  });

  test("the owner takes the whole workspace out, which the audit remembers", async () => {
    const owned = await openServed({}, (byKey) => async (request) => {
      const caller = await byKey(request);
      return caller && { workspaceId: caller.workspaceId, accountId: "o", role: "owner" };
    });
    try {
      const { key } = await owned.workspace();
      const answer = await owned.ask("/v1/workspace/export", { key });
      assert.equal(answer.statusCode, 200, answer.body);
      assert.deepEqual([...answer.rawPayload.subarray(0, 2)], [0x1f, 0x8b]);
      const rows = (await owned.ask("/v1/audit/search?deed=workspace.exported", { key })).json();
      assert.equal(rows.rows.length, 1);
    } finally {
      await owned.close();
    }
  });

  test("a person is taken out of the facts and of the lists; the promise stays", async () => {
    const { id, ask, key } = await running("{ref: office}");
    const erased = await ask("/v1/people/erase", { subject: "lead/1", fields: ["name"] });
    assert.equal(erased.events, 1);
    const { attributes, events } = await ask("/v1/subject?subject=lead/1");
    assert.deepEqual(attributes, { owner: "ana" });
    assert.doesNotMatch(JSON.stringify(events), /Zoe/);
    const [clock] = (await ask("/v1/clocks")).clocks;
    assert.deepEqual([clock.owner, clock.dueAt], ["ana", "2026-03-03T11:00:00.000Z"]);
    assert.doesNotMatch(JSON.stringify(clock), /Zoe/);
    const { brokenAt } = await ask("/v1/audit/chain");
    assert.equal(brokenAt, null);
    const none = { method: "POST", key, body: { subject: "lead/none", fields: ["name"] } } as const;
    assert.equal((await served.ask("/v1/people/erase", none)).json().code, "thing-missing", id);
  });

  test("sources say when they were last heard of", async () => {
    const { ask } = await running("{ref: office}");
    const [source] = (await ask("/v1/sources")).sources;
    assert.deepEqual(
      [source.source, source.recent, source.lastAt, source.isSilent],
      ["test", 1, "2026-03-02T09:00:00.000Z", false],
    );
  });

  for (const [says, weekBefore, fortnightBefore, hours, expected] of [
    ["nothing since Friday, as on every weekend", 0, 0, 60, false],
    ["two hours of a morning that usually has four facts", 4, 4, 2, true],
    ["one fact in the week before is not a habit", 2, 1, 2, false],
    ["a whole week of nothing", 0, 0, 7 * 24, true],
  ] as const) {
    test(`silence: ${says}`, () => {
      const now = at("2026-03-02T12:00:00Z");
      const lastAt = (now - hours * 3_600_000) as Instant;
      assert.equal(isSilent({ lastAt, weekBefore, fortnightBefore }, now), expected);
    });
  }
});

type Day = { date: string; open: unknown[]; openMs: number; because: string; holiday: string };
type Days = { readonly before: Day; readonly after: Day };
type Place = { readonly code: string; readonly name: string };
type Plan = { readonly subject: string; readonly to: string; readonly toName: string };
type Person = { readonly id: string; readonly load: number; readonly absentUntil: string };
type Told = { readonly step: number; at: string; readonly who: string; readonly times: number };

function fact(id: string, type: string, subject: string, data: object) {
  const time = "2026-03-02T09:00:00Z";
  return { specversion: "1.0", id, source: "test", type, subject, time, data };
}
