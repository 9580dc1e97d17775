import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { codeOf, openReception, type Reception, type Visitor } from "../../../test/reception.ts";
import { hashOf, sameText } from "../../actions/token.ts";
import { permissions } from "../../api/permission.ts";
import type { Route } from "../../api/route.ts";
import { routes } from "../../api/routes.ts";
import type { Instant } from "../../engine/time.ts";
import { HOUR, instantText, SECOND } from "../../engine/time.ts";

let reception: Reception;
let owner: Visitor;
before(async () => {
  reception = await openReception();
  owner = await reception.owner();
});
after(() => reception.close());

type Made = { readonly text: string; readonly id: string };

async function made(body: object): Promise<Made> {
  const answer = await owner.call("POST", "/v1/api-keys", { title: "CRM", ...body });
  assert.equal(answer.statusCode, 201, answer.body);
  return { text: answer.json().text, id: answer.json().key.id };
}

const by = (key: string) => ({ authorization: `Bearer ${key}` });
const ask = (key: string, path = "/v1/workspace") => reception.visitor().get(path, by(key));

describe("an API key", () => {
  test("is shown once: afterwards only how it begins", async () => {
    const { text } = await made({ scopes: ["read"] });
    const { body } = await owner.get("/v1/api-keys");
    assert.ok(!body.includes(text));
    assert.ok(body.includes(text.split(".").slice(0, 3).join(".")));
    const rows = await reception.run(
      `select set_config('acuerdo.workspace', 'nandu-telecom', false)`,
    );
    assert.ok(rows);
    const kept = await reception.run("select hash from api_key");
    assert.ok(kept.some(({ hash }) => hash === hashOf(text)));
  });

  for (const scope of permissions) {
    test(`with the scope ${scope} may call that and nothing else`, async () => {
      const { text } = await made({ scopes: [scope] });
      for (const [name, route] of Object.entries(routes) as [string, Route][]) {
        if (route.gives !== undefined || route.permission === null) continue;
        const headers = { ...by(text), "content-type": "application/json" };
        const path = route.path.replace(/:\w+/g, "none");
        const isWrite = route.method === "POST" || route.method === "PUT";
        const sent = { headers, ...(isWrite ? { payload: "{}" } : {}) };
        const answer = await reception.visitor().send(route.method, path, sent);
        const isRefused = /"permission-missing"/.test(answer.body);
        assert.equal(isRefused, route.permission !== scope, `${name}: ${answer.body}`);
      }
    });
  }

  test("needs no token against forgery, since no browser sends it by itself", async () => {
    const { text } = await made({ scopes: ["admin"] });
    const headers = { ...by(text), "content-type": "application/json" };
    const payload = JSON.stringify({ email: "leo@example.org", role: "member" });
    const visitor = reception.visitor();
    const answer = await visitor.send("POST", "/v1/invitations", { headers, payload });
    assert.equal(answer.statusCode, 201);
  });

  test("of an administrator makes no owner, and no key with more than its own scopes", async () => {
    const { text } = await made({ scopes: ["admin"] });
    const headers = { ...by(text), "content-type": "application/json" };
    const send = (path: string, body: object) =>
      reception.visitor().send("POST", path, { headers, payload: JSON.stringify(body) });
    const boss = await send("/v1/invitations", { email: "b@example.org", role: "owner" });
    assert.equal(codeOf(boss), "role-beyond");
    const more = await send("/v1/api-keys", { title: "x", scopes: ["audit"] });
    assert.equal(codeOf(more), "scope-beyond");
  });

  test("that is revoked here is refused here at once, and elsewhere within seconds", async () => {
    const { text, id } = await made({ scopes: ["read"] });
    assert.equal((await ask(text)).statusCode, 200);
    const elsewhere = reception.accounts.keys;
    assert.equal((await owner.call("DELETE", `/v1/api-keys/${id}`)).statusCode, 200);
    assert.equal(codeOf(await ask(text)), "api-key-wrong");
    const later = (reception.accounts.now() + 6 * SECOND) as Instant;
    await assert.rejects(elsewhere.check(text, later), { code: "api-key-wrong" });
    assert.equal(codeOf(await owner.call("DELETE", `/v1/api-keys/${id}`)), "api-key-missing");
  });

  test("that expires is refused from that instant on, remembered or not", async () => {
    const expiresAt = (reception.accounts.now() + HOUR) as Instant;
    const { text } = await made({ scopes: ["read"], expiresAt: instantText(expiresAt) });
    const { keys } = reception.accounts;
    await keys.check(text, (expiresAt - 1) as Instant);
    await assert.rejects(keys.check(text, expiresAt), { code: "api-key-wrong" });
  });

  test("that is guessed, cut, or another's is refused", async () => {
    const { text } = await made({ scopes: ["read"] });
    const [ak = "", workspace = "", id = "", secret = ""] = text.split(".");
    for (const wrong of [
      `${ak}.${workspace}.${id}.${"x".repeat(secret.length)}`,
      `${ak}.${workspace}.${id}.${secret}x`,
      `${ak}.${workspace}.${id}`,
      `${ak}.other.${id}.${secret}`,
      `${ak}.' or true --.${id}.${secret}`,
      `${ak}..${id}.${secret}`,
      "x".repeat(5_000),
      "ak",
    ]) {
      assert.equal((await ask(wrong)).statusCode, 401, wrong.slice(0, 60));
    }
  });
});

test("two texts are the same exactly when they are, whatever their lengths", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      assert.equal(sameText(left, right), left === right);
      assert.equal(sameText(left, left), true);
    }),
  );
});

test("10,000 requests with a key ask the database for it once in five seconds", async () => {
  const { text } = await made({ scopes: ["read"] });
  const { keys } = reception.accounts;
  const now = reception.accounts.now();
  await keys.check(text, now);
  const query = "select xact_commit + xact_rollback as n from pg_stat_database where datname = ";
  const count = async () => {
    const [row] = await reception.run(`${query} current_database()`);
    return Number(row?.n);
  };
  const before = await count();
  for (let at = 0; at < 10_000; at += 1) await keys.check(text, now);
  assert.ok((await count()) - before < 100);
});
