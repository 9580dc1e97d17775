import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { at } from "../../test/story.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import { waiveClock } from "../actions/correction.ts";
import { openDisputeOn } from "../actions/dispute.ts";
import { permissions } from "../api/permission.ts";
import type { Route } from "../api/route.ts";
import { type RouteName, routes } from "../api/routes.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import { readDocuments } from "../language/reader.ts";
import { inWorkspace } from "../store/db.ts";
import { saveMember } from "../store/member.ts";
import { changeText } from "./live-stream.ts";

/** One agreement for two customers, "alfa" and "bravo"; another that is nobody's business. */
const documents = readDocuments(`
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: care, title: Care}
spec:
  purpose: to answer
  parties:
    - {id: team, kind: team, role: [provider]}
    - id: clients
      kind: company
      role: [consumer]
      contacts: [{name: Carla, email: carla@alfa.example}]
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: answer
      obliged: team
      beneficiary: clients
      scope: {subject: ticket}
      clock: {start: ticket.created, stop: ticket.repliedPublic}
      target: [{within: 4h}]
      objective: {atLeast: "75%", each: month}
  remedies:
    - id: credits
      on: [answer]
      kind: serviceCredit
      base: {charges: monthly, field: account.mrr}
      tiers: [{below: "75%", credit: "10%"}]
      claim: {automatic: false, within: 30d, decideWithin: 5bd}
  disputes:
    window: 10bd
    who: [team, clients]
    steps: [{by: team, within: 5bd}]
    effect: provisional
    default: measurementStands
---
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: bravo-inside, title: Inside}
spec:
  purpose: to call
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: call
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.assigned, stop: contact.connected}
      target: [{within: 2h}]
`).documents as readonly AgreementDocument[];

const fact = (id: string, type: string, subject: string, data: Event["data"] = {}): Event => ({
  id,
  source: "desk",
  type,
  subject,
  occurredAt: at("2026-01-06 09:00"),
  data,
});

const facts: readonly Event[] = ["alfa", "bravo"].flatMap((customer) => [
  fact(`${customer}-0`, "account.created", `account/${customer}`, { mrr: "1000.00 USD" }),
  fact(`${customer}-1`, "ticket.created", `ticket/${customer}-1`, { customer, name: customer }),
  fact(`${customer}-2`, "lead.assigned", `lead/${customer}`, { owner: "ana", account: customer }),
]);

const span = "from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
const asked = { approvals: ["clients"], by: "clients", reason: "We agreed" };

type Address = { readonly path: string; readonly body?: object };

/** How every route that a counterparty may call is asked for all it could give away. */
const addresses: Partial<Record<RouteName, Address | readonly Address[]>> = {
  listClocks: [{ path: "/v1/clocks" }, { path: "/v1/clocks?subject=ticket/bravo-1" }],
  countClocks: { path: "/v1/today?groupBy=owner" },
  explainClock: { path: "/v1/explanation?subject=ticket/bravo-1" },
  getSubject: [
    { path: "/v1/subject?subject=ticket/bravo-1" },
    { path: "/v1/subject?subject=account/bravo" },
    { path: "/v1/subject?subject=dispute/care-d2" },
  ],
  search: { path: "/v1/search?text=brav" },
  listAgreements: { path: "/v1/agreements" },
  getAgreement: [{ path: "/v1/agreements/care" }, { path: "/v1/agreements/bravo-inside" }],
  getRevision: { path: "/v1/agreements/care/revisions/1" },
  checkText: { path: "/v1/check", body: { text: "kind: Agreement" } },
  listCalendars: { path: "/v1/calendars" },
  calendarDays: { path: "/v1/calendar-days?calendar=office&from=2026-01-01&to=2026-01-31" },
  holidayPlaces: { path: "/v1/holidays" },
  listPeriods: { path: "/v1/periods?agreement=care" },
  commitmentWork: { path: `/v1/work?agreement=care&commitment=answer&${span}&timeZone=UTC` },
  reportPeriods: [
    { path: `/v1/report?agreement=care&dimension=customer&${span}` },
    { path: `/v1/report?agreement=care&dimension=owner&${span}` },
  ],
  listDisputes: [{ path: "/v1/disputes" }, { path: "/v1/disputes?agreement=care" }],
  showDispute: { path: "/v1/disputes/care-d2" },
  stateDispute: { path: "/v1/disputes/care-d2/statements", body: { by: "clients", text: "?" } },
  openDispute: {
    path: "/v1/disputes",
    body: {
      agreement: "care",
      commitment: "answer",
      from: "2026-01-01T00:00:00Z",
      by: "clients",
      reason: "?",
      claims: [{ subject: "ticket/bravo-1", verdict: "breached" }],
    },
  },
  previewDecision: {
    path: "/v1/disputes/care-d2/preview",
    body: { outcome: "withdrawn", by: ["clients"], reason: "?" },
  },
  decideDispute: {
    path: "/v1/disputes/care-d2/decision",
    body: { outcome: "withdrawn", by: ["clients"], reason: "?" },
  },
  listCorrections: { path: "/v1/corrections?agreement=care" },
  waiveClock: {
    path: "/v1/corrections/waivers",
    body: {
      ...asked,
      clock: { agreement: "care", commitment: "answer", subject: "ticket/bravo-1" },
    },
  },
  previewCorrection: {
    path: "/v1/corrections/preview",
    body: {
      ...asked,
      kind: "exclusion",
      agreement: "care",
      exclusion: {
        id: "all",
        category: "other",
        interval: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" },
      },
    },
  },
  listCredits: [{ path: "/v1/credits" }, { path: "/v1/credits?customer=bravo" }],
  moveCredit: {
    path: "/v1/credits/moves",
    body: {
      credit: "care credits team bravo 1767225600000 1769904000000",
      standing: "claimed",
      by: "clients",
      reason: "?",
    },
  },
  creditStatement: [
    { path: `/v1/statement?party=clients&${span}` },
    { path: `/v1/statement?customer=bravo&${span}` },
  ],
  // Told apart: the stream of live changes has a test of its own below.
  followChanges: [],
  listHandoffs: { path: "/v1/handoffs?answer=open" },
  showHandoff: {
    path: "/v1/handoffs/evidence?agreement=care&subject=lead/bravo&handoff=mql&round=1",
  },
  leadQuality: { path: `/v1/lead-quality?dimension=source&${span}&timeZone=UTC` },
  leadsOfLoop: { path: `/v1/lead-quality/leads?name=delivered&${span}` },
  listNotices: { path: "/v1/notices" },
  readNotices: { path: "/v1/notices/read", body: { ids: [] } },
  listTasks: { path: "/v1/tasks" },
  listOpenHours: { path: "/v1/open-hours" },
  planHistory: { path: `/v1/planner/history?${span}` },
  planRevenue: { path: "/v1/planner", body: {} },
  actOnReview: { path: "/v1/reviews/care-r1/deeds", body: { deed: "hold" } },
  listReviews: { path: "/v1/reviews" },
  showReview: { path: "/v1/reviews/care-r1" },
  listRules: { path: "/v1/rules" },
  dryRunRule: { path: "/v1/rules/dry-run", body: { document: {} } },
  getWorkspace: { path: "/v1/workspace" },
  getSession: { path: "/v1/session" },
  openWorkspace: { path: "/v1/session/workspace", body: { workspace: "bravo" } },
  createWorkspace: { path: "/v1/workspaces", body: {} },
};

describe("a counterparty of one customer", () => {
  let served: Served;
  let scene: Scene;
  let key: string;
  before(async () => {
    served = await openServed({}, (byKey) => async (request) => {
      const caller = await byKey(request);
      const limited = request.headers["x-customers"];
      if (!caller || limited === undefined) return caller;
      const { workspaceId } = caller;
      const customers = String(limited).split(",");
      return {
        workspaceId,
        accountId: "carla",
        role: "counterparty",
        agreements: ["care"],
        customers,
      };
    });
    const { database } = served.opened;
    scene = await openScene(served.opened.open({ isPipelined: true }) ?? database, documents);
    const { workspaceId } = scene;
    await scene.record(at("2026-01-20"), facts);
    await scene.pass(at("2026-02-02"));
    await inWorkspace(database, workspaceId, (db) =>
      saveMember(
        db,
        { workspaceId, now: at("2026-01-20") },
        {
          account: "carla",
          role: "counterparty",
          email: "carla@alfa.example",
          agreements: ["care"],
          customers: ["alfa"],
        },
      ),
    );
    for (const customer of ["alfa", "bravo"]) await dispute(customer);
    await waiveClock(scene.acting(at("2026-02-03")), {
      by: "team",
      reason: "bravo asked",
      approvals: ["clients"],
      clock: { agreement: "care", commitment: "answer", subject: "ticket/bravo-1", cycle: 1 },
    });
    await scene.pass(at("2026-02-20"));
    key = await served.keyFor(workspaceId, permissions);
    served.clock.now = at("2026-02-20");
  });
  after(() => served.close());

  function dispute(customer: string) {
    return openDisputeOn(scene.acting(at("2026-02-03")), {
      agreement: "care",
      commitment: "answer",
      from: at("2026-01-01"),
      by: "clients",
      reason: `${customer} objects`,
      claims: [{ subject: `ticket/${customer}-1`, cycle: 1, verdict: "excused" }],
    });
  }

  function ask({ path, body }: Address, customers?: string) {
    const headers = customers === undefined ? {} : { "x-customers": customers };
    const more = body === undefined ? {} : { method: "POST" as const, body };
    return served.ask(path, { key, headers, ...more });
  }

  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    if (route.permission !== "read" && route.permission !== "dispute") continue;
    test(`sees nothing of another by ${name}`, async () => {
      const told = addresses[name];
      assert.ok(told, `say in the table how a counterparty would ask by ${name}`);
      for (const address of [told].flat() as readonly Address[]) {
        const answer = await ask(address, "alfa");
        assert.ok(answer.statusCode < 500, answer.body);
        const asking = JSON.stringify(answer.json()).replaceAll(
          /"(instance|of)":("[^"]*"|{[^}]*})/g,
          "",
        );
        if (answer.statusCode < 400) assert.doesNotMatch(asking, /bravo/, address.path);
      }
    });
  }

  test("sees its own: clocks, its dispute, its credit, its statement", async () => {
    const own = async (path: string) => (await ask({ path }, "alfa")).json();
    const { clocks } = await own("/v1/clocks");
    assert.deepEqual(
      clocks.map(({ subject }: { subject: string }) => subject),
      ["ticket/alfa-1"],
    );
    assert.equal((await own("/v1/today")).open, 1);
    const { disputes } = await own("/v1/disputes");
    assert.deepEqual(
      disputes.map(({ id }: { id: string }) => id),
      ["care-d1"],
    );
    assert.equal((await own("/v1/disputes/care-d1")).isWhole, true);
    const { credits } = await own("/v1/credits");
    assert.deepEqual(
      credits.map((one: { customer: string; standing: string; amount: string }) => [
        one.customer,
        one.standing,
        one.amount,
      ]),
      [["alfa", "proposed", "100.00"]],
    );
    const { rows } = await own(`/v1/report?agreement=care&dimension=customer&${span}`);
    assert.deepEqual(
      rows.map(({ value }: { value: string }) => value),
      ["alfa"],
    );
  });

  test("what would be another's is there for the people of the workspace", async () => {
    const all = await ask({ path: "/v1/clocks" });
    assert.match(all.body, /bravo/);
    assert.match((await ask({ path: "/v1/disputes/care-d2" })).body, /bravo objects/);
  });

  test("hears that clocks of its agreement moved, and not which", () => {
    const caller = { workspaceId: "w", agreements: ["care"], customers: ["alfa"] };
    const ids = ["ticket/bravo-1/care/answer/1"];
    const change = { workspaceId: "w", kind: "clocks" as const, ids, id: "7" };
    assert.equal(changeText(change, caller), 'id: 7\nevent: clocks\ndata: {"ids":[]}\n\n');
    const { customers: _, ...whole } = caller;
    assert.match(changeText(change, whole) ?? "", /bravo/);
    assert.equal(changeText({ ...change, kind: "agreements" }, caller), undefined);
  });

  test("a refusal is the same for another's as for what is not there", async () => {
    for (const path of ["/v1/disputes/care-d2", "/v1/subject?subject=ticket/bravo-1"]) {
      const answer = await ask({ path }, "alfa");
      assert.deepEqual([answer.statusCode, answer.json().code], [404, "thing-missing"], path);
    }
  });

  test("objects to its own clocks, and to nothing that touches all", async () => {
    const exclusion = {
      id: "x",
      category: "outage",
      interval: { from: "2026-01-06T00:00:00Z", to: "2026-01-07T00:00:00Z" },
    };
    const body = {
      agreement: "care",
      commitment: "answer",
      from: "2026-01-01T00:00:00Z",
      by: "clients",
      reason: "?",
      claims: [{ exclusion }],
    };
    const wide = await ask({ path: "/v1/disputes", body }, "alfa");
    assert.deepEqual([wide.statusCode, wide.json().code], [403, "dispute-too-wide"], wide.body);
  });
});
