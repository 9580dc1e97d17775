import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { settleSubjects } from "../actions/settle.ts";
import { openApi } from "../api/openapi.ts";
import { permissions, permissionsOf, type Role, roles } from "../api/permission.ts";
import type { Route } from "../api/route.ts";
import { routes } from "../api/routes.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";

const agreement = (title = "Handover") => `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: handover, title: ${title}}
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
      clock: {start: lead.assigned, stop: contact.connected}
      target: [{within: 2bh}]
      warnAt: ["50%"]
      objective: {atLeast: "90%", each: month}
`;

const event = (id: string, type = "lead.assigned", more = {}) => ({
  specversion: "1.0",
  id,
  source: "crm",
  type,
  subject: "lead/1",
  time: "2026-03-02T09:00:00Z",
  data: { owner: "ana", name: "Ñandú" },
  ...more,
});

const at = (text: string) => readInstant(text) as Instant;

describe("the server", () => {
  let served: Served;
  before(async () => {
    served = await openServed();
  });
  after(() => served.close());

  /** A workspace with the agreement published. */
  async function agreed() {
    served.clock.now = at("2026-03-02T09:00:00Z");
    const { id, key } = await served.workspace();
    const path = "/v1/agreements/handover/revisions";
    const body = { text: agreement() };
    const published = await served.ask(path, { method: "POST", key, body });
    assert.equal(published.statusCode, 201, published.body);
    return { id, key };
  }

  test("a fact posted is a clock in the list, in the counters, and has its proof", async () => {
    const { key } = await agreed();
    const posted = await served.ask("/v1/events", { method: "POST", key, body: event("1") });
    assert.equal(posted.statusCode, 202, posted.body);
    assert.equal(posted.json().accepted, 1);
    const [clock] = (await served.ask("/v1/clocks?open=true", { key })).json().clocks;
    assert.equal(clock.dueAt, "2026-03-02T11:00:00.000Z");
    assert.equal(clock.title, "Ñandú");
    const today = (await served.ask("/v1/today", { key })).json();
    assert.deepEqual([today.open, today.dueToday, today.overdue], [1, 1, 0]);
    const asked = "/v1/explanation?subject=lead/1&commitment=first-contact";
    const proof = (await served.ask(asked, { key })).json();
    assert.equal(proof.commitments[0].clocks[0].state, "running");
    assert.ok(proof.words.length > 3);
    const subject = (await served.ask("/v1/subject?subject=lead/1", { key })).json();
    assert.equal(subject.attributes.owner, "ana");
    assert.equal(subject.events.length, 1);
    const found = (await served.ask("/v1/search?text=ñan", { key })).json().found;
    assert.deepEqual(found, [{ kind: "subject", name: "lead/1", title: "Ñandú" }]);
  });

  test("a breach is in periods and in the work of its commitment", async () => {
    const { id, key } = await agreed();
    await served.ask("/v1/events", { method: "POST", key, body: event("1") });
    const now = at("2026-03-02T15:00:00Z");
    served.clock.now = now;
    await inWorkspace(served.opened.database, id, (db) =>
      settleSubjects(db, { workspaceId: id, now, because: "time" }, ["lead/1"]),
    );
    const { periods } = (await served.ask("/v1/periods?agreement=handover", { key })).json();
    assert.deepEqual([periods[0].breached, periods[0].met], [1, 0]);
    const span = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&timeZone=Europe/Madrid";
    const asked = `/v1/work?agreement=handover&commitment=first-contact&${span}`;
    const work = (await served.ask(asked, { key })).json();
    assert.deepEqual(work.cells, [{ weekday: 1, hour: 10, clocks: 1, breached: 1 }]);
  });

  test("lines are recorded as they come, and a bad one is named", async () => {
    const { key } = await agreed();
    const lines = Array.from({ length: 2_500 }, (_, index) => JSON.stringify(event(`${index}`)));
    const body = [...lines, "no json", ""].join("\n");
    const headers = { "content-type": "application/x-ndjson" };
    const asked = { method: "POST", key, body, headers } as const;
    const answer = await served.ask("/v1/events?quiet=true", asked);
    const { accepted, refused, events } = answer.json();
    assert.deepEqual([accepted, refused], [2_500, 1]);
    assert.equal(events[0].problems[0].code, "event-not-object");
  });

  test("a draft is saved over the version that was read, and published as a revision", async () => {
    const { key } = await agreed();
    const path = "/v1/agreements/handover/draft";
    const save = (version: number) =>
      served.ask(path, { method: "PUT", key, body: { text: agreement("Draft"), version } });
    const first = await save(0);
    assert.equal(first.json().version, 1, first.body);
    assert.equal((await save(0)).json().code, "version-stale");
    const detail = (await served.ask("/v1/agreements/handover", { key })).json();
    assert.deepEqual([detail.hasDraft, detail.revisions.length], [true, 1]);
    const read = await served.ask("/v1/agreements/handover/revisions/1", { key });
    const headers = { "if-none-match": String(read.headers.etag) };
    const again = await served.ask("/v1/agreements/handover/revisions/1", { key, headers });
    assert.equal(again.statusCode, 304);
    const wrong = await served.ask("/v1/agreements/handover/revisions", {
      method: "POST",
      key,
      body: { text: "kind: Agreement" },
    });
    assert.equal(wrong.statusCode, 422);
    assert.ok(wrong.json().problems.length > 1);
    const chain = (await served.ask("/v1/audit/chain", { key })).json();
    assert.deepEqual(chain, { rows: 3, brokenAt: null });
  });

  test("what is sent twice under one Idempotency-Key is done once, answered twice", async () => {
    const { key } = await agreed();
    const send = (title: string) =>
      served.ask("/v1/agreements/handover/revisions", {
        method: "POST",
        key,
        body: { text: agreement(title), from: "2026-03-03T00:00:00Z" },
        headers: { "idempotency-key": "k1" },
      });
    const [one, two] = [await send("A"), await send("A")];
    assert.equal(one.json().number, 2, one.body);
    assert.deepEqual(one.json(), two.json());
    assert.equal((await send("B")).json().code, "key-of-another");
  });

  test("what is wrong with a request is named in the reader's language, all at once", async () => {
    const { key } = await agreed();
    const headers = { "accept-language": "es-MX,es;q=0.9" };
    const answer = await served.ask("/v1/clocks?limit=9999&sort=x&secret=1", { key, headers });
    const { status, code, problems } = answer.json();
    assert.deepEqual([status, code, problems.length], [422, "request-wrong", 3]);
    assert.match(problems[0].says, /^En «query\.limit»/);
    const missing = await served.ask("/v1/nothing", { headers });
    assert.equal(missing.json().code, "route-unknown");
  });

  test("who may call what is as the table says, for every route and every role", async () => {
    const asRole = await openServed({}, () => async ({ headers }) => {
      const role = headers["x-role"] as Role | undefined;
      return role && { workspaceId: "w", accountId: "a", role };
    });
    try {
      for (const [name, route] of Object.entries(routes) as [string, Route][]) {
        for (const role of roles) {
          const expected = route.permission && permissionsOf[role].includes(route.permission);
          const isRefused = await refuses(asRole, route, { "x-role": role });
          assert.equal(isRefused, !expected, `${name} for ${role}`);
        }
        assert.equal((await call(asRole, route, {})).statusCode, 401, name);
      }
    } finally {
      await asRole.close();
    }
  });

  test("a key may do what its scopes say and no more", async () => {
    const { id } = await agreed();
    for (const scope of permissions) {
      const key = await served.keyFor(id, [scope]);
      for (const [name, route] of Object.entries(routes) as [string, Route][]) {
        if (route.gives === "text/event-stream") continue;
        const isRefused = await refuses(served, route, { authorization: `Bearer ${key}` });
        assert.equal(isRefused, route.permission !== scope, `${name} with ${scope}`);
      }
    }
  });

  test("a forged key is nobody, and another workspace's things are not there", async () => {
    const [mine, other] = [await agreed(), await agreed()];
    await served.ask("/v1/events", { method: "POST", key: mine.key, body: event("1") });
    const forged = mine.key.replace(`.${mine.id}.`, `.${other.id}.`);
    assert.equal((await served.ask("/v1/clocks", { key: forged })).statusCode, 401);
    const theirs = await served.ask("/v1/clocks", { key: other.key });
    assert.deepEqual(theirs.json().clocks, []);
    const subject = await served.ask("/v1/subject?subject=lead/1", { key: other.key });
    assert.equal(subject.json().code, "thing-missing");
  });

  test("a counterparty sees its own agreements and nothing of the rest", async () => {
    const limited = await openServed({}, (byKey) => async (request) => {
      const caller = await byKey(request);
      if (!caller || request.headers["x-limited"] === undefined) return caller;
      const { workspaceId } = caller;
      return { workspaceId, accountId: "c", role: "counterparty", agreements: ["another"] };
    });
    try {
      const { key } = await limited.workspace();
      const path = "/v1/agreements/handover/revisions";
      await limited.ask(path, { method: "POST", key, body: { text: agreement() } });
      await limited.ask("/v1/events", { method: "POST", key, body: event("1") });
      const headers = { "x-limited": "yes" };
      const seen = async (path: string) => (await limited.ask(path, { key, headers })).json();
      assert.deepEqual((await seen("/v1/clocks")).clocks, []);
      assert.deepEqual((await seen("/v1/clocks?agreement=handover")).clocks, []);
      assert.equal((await seen("/v1/today")).open, 0);
      assert.deepEqual((await seen("/v1/agreements")).agreements, []);
      for (const path of [
        "/v1/agreements/handover",
        "/v1/agreements/handover/revisions/1",
        "/v1/explanation?subject=lead/1",
        "/v1/subject?subject=lead/1",
        "/v1/periods?agreement=handover",
      ]) {
        assert.equal((await seen(path)).code, "thing-missing", path);
      }
    } finally {
      await limited.close();
    }
  });

  test("a body of 50 MB is refused by name, and so is what is no JSON", async () => {
    const { key } = await agreed();
    const headers = { "content-type": "application/json" };
    const large = Buffer.alloc(50 * 1_048_576, " ");
    const asked = { method: "POST", key, headers } as const;
    const tooLarge = await served.ask("/v1/events", { ...asked, body: large });
    assert.deepEqual([tooLarge.statusCode, tooLarge.json().code], [413, "body-too-large"]);
    const broken = await served.ask("/v1/events", { ...asked, body: "{" });
    assert.equal(broken.json().code, "body-unreadable");
    const other = { "content-type": "image/png" };
    const image = await served.ask("/v1/events", { ...asked, headers: other, body: "x" });
    assert.equal(image.json().code, "body-kind-unknown");
  });

  test("SQL in every field is text, and NUL is refused by name", async () => {
    const { key } = await agreed();
    const evil = "'; drop table event; --";
    const fields = event(evil, "lead.assigned", {
      source: evil,
      subject: `lead/${evil}`,
      data: { owner: evil, name: evil },
    });
    const posted = await served.ask("/v1/events", { method: "POST", key, body: fields });
    assert.equal(posted.json().accepted, 1, posted.body);
    const quoted = encodeURIComponent(evil);
    const span = "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
    for (const path of [
      `/v1/clocks?owner=${quoted}`,
      `/v1/clocks?agreement=${quoted}&state=${quoted}&after=${quoted}`,
      `/v1/subject?subject=lead/${quoted}`,
      `/v1/subject?subject=lead/1&after=${quoted}`,
      `/v1/search?text=${quoted}`,
      `/v1/today?owner=${quoted}&team=${quoted}`,
      `/v1/agreements/${quoted}`,
      `/v1/periods?agreement=${quoted}`,
      `/v1/work?agreement=a&commitment=${quoted}&${span}&timeZone=${quoted}`,
    ]) {
      assert.ok((await served.ask(path, { key })).statusCode < 500, path);
    }
    const nul = event("nul", "lead.assigned", { data: { name: "a\u0000b" } });
    const refused = await served.ask("/v1/events", { method: "POST", key, body: nul });
    assert.equal(refused.json().code, "value-unstorable", refused.body);
    const nulQuery = await served.ask("/v1/search?text=a%00b", { key });
    assert.ok(nulQuery.statusCode < 500);
  });

  test("the page carries its nonce, the documents need nothing from elsewhere", async () => {
    const page = await served.ask("/", { headers: { "accept-language": "es" } });
    const policy = String(page.headers["content-security-policy"]);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    assert.ok(page.body.includes(`<script type="module" nonce="${nonce}">`));
    assert.match(page.body, /<html lang="es">/);
    const docs = await served.ask("/docs");
    assert.doesNotMatch(docs.body, /https?:\/\//);
    const document = (await served.ask("/docs/openapi.json")).json();
    assert.deepEqual(document, JSON.parse(JSON.stringify(openApi("0.0.0", "en"))));
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      assert.equal((await served.ask(path)).statusCode, 200, path);
    }
  });

  test("a calendar's next version measures from its day on", async () => {
    const { key } = await served.workspace();
    const calendar = (hours: string) =>
      [
        "apiVersion: acuerdo/v1",
        "kind: Calendar",
        "metadata: {name: office}",
        `spec: {timeZone: UTC, week: {mon-fri: ["${hours}"]}}`,
      ].join("\n");
    const publish = (text: string, from: string) =>
      served.ask("/v1/calendars/office", { method: "POST", key, body: { text, from } });
    assert.equal((await publish(calendar("09:00-17:00"), "2026-01-01T00:00:00Z")).statusCode, 201);
    const second = await publish(calendar("09:00-13:00"), "2026-03-03T00:00:00Z");
    assert.equal(second.json().number, 2, second.body);
    const text = agreement()
      .replace(/ {2}calendars:\n.*\n/, "")
      .replace("target: [{within: 2bh}]", "target: [{within: 8bh}]\n      calendar: office");
    const path = "/v1/agreements/handover/revisions";
    const published = await served.ask(path, { method: "POST", key, body: { text } });
    assert.equal(published.statusCode, 201, published.body);
    const late = event("1", "lead.assigned", { time: "2026-03-02T13:00:00Z" });
    served.clock.now = at("2026-03-02T13:00:00Z");
    await served.ask("/v1/events", { method: "POST", key, body: late });
    const [clock] = (await served.ask("/v1/clocks", { key })).json().clocks;
    assert.equal(clock.dueAt, instantText(at("2026-03-03T13:00:00Z")));
  });

  test("the example agreements of the project can be published", async () => {
    const { key } = await served.workspace();
    for (const name of ["marketing-ventas", "soporte-estandar"]) {
      const file = new URL(`../../examples/${name}.yaml`, import.meta.url);
      const path = `/v1/agreements/${name}/revisions`;
      const body = { text: readFileSync(file, "utf8") };
      const published = await served.ask(path, { method: "POST", key, body });
      assert.equal(published.statusCode, 201, published.body);
    }
  });
});

/** A call that carries nothing of use: whether it is let in shows before anything is read. */
function call(served: Served, route: Route, headers: Readonly<Record<string, string>>) {
  const path = route.path.replace(/:(\w+)/g, "1");
  return served.ask(path, {
    method: route.method,
    headers,
    ...(route.method === "GET" ? {} : { body: { nonsense: true } }),
  });
}

async function refuses(
  served: Served,
  route: Route,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (route.gives === "text/event-stream" && headers["x-role"]) return false;
  const answer = await call(served, route, headers);
  assert.ok(answer.statusCode < 500, `${route.path}: ${answer.body}`);
  return answer.statusCode === 403 && answer.json().code === "permission-missing";
}
