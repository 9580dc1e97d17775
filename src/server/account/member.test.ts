import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { codeOf, openReception, type Reception, type Visitor } from "../../../test/reception.ts";
import { givenBy } from "../../actions/member.ts";
import { permissionsOf, roles } from "../../api/permission.ts";
import type { Route } from "../../api/route.ts";
import { routes } from "../../api/routes.ts";

let reception: Reception;
let owner: Visitor;
before(async () => {
  reception = await openReception();
  owner = await reception.owner();
});
after(() => reception.close());

const change = (by: Visitor, whom: Visitor, body: object) =>
  by.call("PUT", `/v1/members/${whom.account}`, body);
const remove = (by: Visitor, whom: Visitor) => by.call("DELETE", `/v1/members/${whom.account}`);
const status = async (visitor: Visitor) => (await visitor.get("/v1/workspace")).statusCode;

describe("every role and every route", () => {
  for (const role of roles) {
    test(`${role} may call what the table says and nothing else`, async () => {
      const visitor = await reception.member(role);
      for (const [name, route] of Object.entries(routes) as [string, Route][]) {
        if (route.gives === "text/event-stream") continue;
        const path = route.path.replace(/:\w+/g, "none");
        const body = route.method === "POST" || route.method === "PUT" ? {} : undefined;
        const answer = await visitor.call(route.method, path, body);
        const { permission } = route;
        const isAllowed = permission === null || permissionsOf[role].includes(permission);
        const isRefused = answer.statusCode === 403 && /"permission-missing"/.test(answer.body);
        assert.equal(isRefused, !isAllowed, `${role} ${name}: ${answer.statusCode} ${answer.body}`);
      }
    });
  }

  test("somebody unknown may call nothing", async () => {
    for (const route of Object.values(routes) as Route[]) {
      if (route.permission === null) continue;
      const path = route.path.replace(/:\w+/g, "none");
      const answer = await reception.visitor().send(route.method, path);
      assert.equal(answer.statusCode, 401, route.path);
    }
  });
});

describe("a role", () => {
  test("is given and taken by those the table names", async () => {
    for (const by of ["owner", "admin"] as const) {
      const visitor = await reception.member(by);
      for (const role of roles.filter((one) => one !== "counterparty")) {
        const whom = await reception.member("member");
        const answer = await change(visitor, whom, { role });
        const expected = givenBy[by].includes(role) ? 200 : 403;
        assert.equal(answer.statusCode, expected, `${by} gives ${role}`);
      }
    }
  });

  test("holds from the next request on", async () => {
    const leo = await reception.member("admin");
    assert.equal((await leo.get("/v1/members")).statusCode, 200);
    await change(owner, leo, { role: "member" });
    assert.equal((await leo.get("/v1/members")).statusCode, 403);
  });

  test("of an owner is out of an administrator's reach", async () => {
    const [admin, boss] = [await reception.member("admin"), await reception.member("owner")];
    for (const answer of [
      await change(admin, boss, { role: "member" }),
      await change(admin, boss, { title: "Nobody" }),
      await remove(admin, boss),
      await change(admin, admin, { role: "owner" }),
    ]) {
      assert.equal(codeOf(answer), "role-beyond");
    }
  });

  test("of the last owner stays, even when the last two leave at once", async () => {
    const rival = await reception.member("owner");
    await reception.run(
      `select set_config('acuerdo.workspace', 'nandu-telecom', false);
       update member set role = 'admin' where role = 'owner' and title not in ('Ana')
         and account_id <> '${rival.account}'`,
    );
    const ana = (await owner.get("/v1/session")).json().person.id;
    owner.account = ana;
    const answers = await Promise.all([remove(owner, owner), remove(rival, rival)]);
    const codes = answers.map(({ statusCode }) => statusCode).sort();
    assert.deepEqual(codes, [200, 409]);
    const left = answers[0]?.statusCode === 200 ? rival : owner;
    assert.equal(codeOf(await change(left, left, { role: "admin" })), "owner-last");
    owner = left;
  });

  test("of a counterparty needs agreements, and they go with the role", async () => {
    const acme = await reception.member("member");
    assert.equal(codeOf(await change(owner, acme, { role: "counterparty" })), "agreements-needed");
    const body = { role: "counterparty", agreements: ["funnel"] };
    assert.deepEqual((await change(owner, acme, body)).json().agreements, ["funnel"]);
    const back = (await change(owner, acme, { role: "member" })).json();
    assert.equal(back.agreements, null);
  });
});

describe("somebody who was taken out", () => {
  test("is refused by the next request, with the session there was", async () => {
    const leo = await reception.member("member");
    assert.equal(await status(leo), 200);
    assert.equal((await remove(owner, leo)).statusCode, 200);
    const answer = await leo.get("/v1/workspace");
    assert.deepEqual([answer.statusCode, codeOf(answer)], [403, "workspace-closed"]);
  });
});

describe("another workspace", () => {
  test("opens for its own people alone, by session, by header and by address", async () => {
    const made = await owner.call("POST", "/v1/workspaces", {
      title: "Otra",
      language: "es",
      timeZone: "UTC",
    });
    assert.equal(made.statusCode, 201, made.body);
    const stranger = await reception.member("admin");
    const header = { "x-acuerdo-workspace": "otra" };
    assert.equal(codeOf(await stranger.get("/v1/workspace", header)), "workspace-closed");
    assert.equal((await owner.get("/v1/workspace", header)).json().id, "otra");
    const opened = await stranger.call("PUT", "/v1/session/workspace", { workspace: "otra" });
    assert.equal(codeOf(opened), "workspace-closed");
    await owner.call("PUT", "/v1/session/workspace", { workspace: "otra" });
    assert.equal((await owner.get("/v1/workspace")).json().id, "otra");
    const again = { title: "Otra", language: "es", timeZone: "UTC" };
    assert.equal(codeOf(await owner.call("POST", "/v1/workspaces", again)), "workspace-known");
    const mine = await stranger.call("POST", "/v1/workspaces", { ...again, title: "Mía" });
    assert.equal(codeOf(mine), "role-beyond");
    await owner.call("PUT", "/v1/session/workspace", { workspace: "nandu-telecom" });
  });
});

test("what was done to people is in the audit, and the chain holds", async () => {
  const { rows } = (await owner.get("/v1/audit?limit=1000")).json();
  const deeds = new Set(rows.map(({ deed }: { deed: string }) => deed));
  for (const deed of ["workspace.created", "member.changed", "member.removed"]) {
    assert.ok(deeds.has(deed), deed);
  }
  assert.equal((await owner.get("/v1/audit/chain")).json().brokenAt, null);
});
