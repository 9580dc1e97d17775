import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { linkIn, openReception, type Reception } from "../../../test/reception.ts";
import { showOwnerLink } from "../../actions/account.ts";
import { Accounts } from "./accounts.ts";

let reception: Reception;
let pages: readonly string[];
before(async () => {
  reception = await openReception();
  const { accounts, makeToken } = reception;
  const token = makeToken();
  await showOwnerLink(accounts.database, { token, now: accounts.now() });
  const owner = `/owner?token=${token}`;
  pages = [owner, "/sign-in", "/sign-in/code", "/sign-in/link", "/sign-in/open?token=x"];
  pages = [...pages, "/password/forgot", "/password/reset?token=x", "/sign-on"];
});
after(() => reception.close());

const languages = ["es", "en"] as const;

describe("every page about accounts", () => {
  for (const language of languages) {
    test(`speaks ${language}, and every field has a label of its own`, async () => {
      for (const path of pages) {
        const { body } = await reception.visitor().get(path, { "accept-language": language });
        assert.match(body, new RegExp(`<html lang="${language}">`), path);
        assert.equal(body.match(/<h1>/g)?.length, 1, path);
        const shown = [...body.matchAll(/<input id="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(shown).size, shown.length, path);
        for (const id of shown) assert.ok(body.includes(`<label for="${id}">`), `${path} ${id}`);
      }
    });
  }

  test("says something else in the other language", async () => {
    for (const path of pages) {
      const [es, en] = await Promise.all(
        languages.map((one) => reception.visitor().get(path, { "accept-language": one })),
      );
      const heading = (body = "") => /<h1>([^<]+)/.exec(body)?.[1];
      assert.notEqual(heading(es?.body), heading(en?.body), path);
    }
  });

  test("runs no script, is framed by nobody, and tells no other site its address", async () => {
    for (const path of pages) {
      const { headers, body } = await reception.visitor().get(path);
      const policy = String(headers["content-security-policy"]);
      assert.match(policy, /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/, path);
      assert.doesNotMatch(body, /<script|\son\w+=|style=/, path);
      assert.equal(headers["referrer-policy"], "same-origin");
      assert.equal(headers["cache-control"], "no-store");
    }
  });

  test("shows what somebody writes as text", async () => {
    const evil = `"><script>alert(1)</script>`;
    const fields = { email: evil, password: "x" };
    const { body } = await reception.visitor().submit("/sign-in", fields);
    assert.doesNotMatch(body, /<script>/);
    assert.match(body, /&quot;&gt;&lt;script&gt;/);
  });

  test("takes no form that is no form of ours", async () => {
    const visitor = reception.visitor();
    const long = { email: "x".repeat(20_000), password: "x" };
    assert.equal((await visitor.submit("/sign-in", long)).statusCode, 413);
    const token = { _token: "x", email: "a@example.org", password: "x" };
    assert.equal((await visitor.post("/sign-in", token)).statusCode, 403);
    const mass = { __proto__: "x", constructor: "x", email: "a@example.org", password: "x" };
    assert.equal((await visitor.submit("/sign-in", mass)).statusCode, 401);
  });
});

test("10,000 requests with forged sessions let nobody in, and keep nobody else out", async () => {
  const { accounts, makeToken } = reception;
  const token = makeToken();
  await showOwnerLink(accounts.database, { token, now: accounts.now() });
  const owner = await reception.owner();
  const forger = reception.visitor("10.6.6.6");
  const answers = new Map<number, number>();
  for (let at = 0; at < 10_000; at += 1) {
    forger.cookies.set("acuerdo.session_token", `${makeToken()}.${makeToken()}`);
    const { statusCode } = await forger.get("/v1/workspace");
    answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
  }
  assert.deepEqual([...answers.keys()].sort(), [401, 429]);
  assert.equal((await owner.get("/v1/workspace")).statusCode, 200);
});

test("a key that is asked for twice under one idempotency key is kept nowhere", async () => {
  const owner = reception.visitor();
  await owner.signIn("ana@example.org");
  const header = { "idempotency-key": "once" };
  const body = { title: "CRM", scopes: ["read"] };
  const made = await owner.call("POST", "/v1/api-keys", body, header);
  assert.equal(made.statusCode, 201);
  await reception.run("select set_config('acuerdo.workspace', 'nandu-telecom', false)");
  const kept = await reception.run("select response::text as text from idempotency_key");
  assert.ok(!kept.some(({ text }) => String(text).includes(made.json().text)));
});

test("without a mail server, links are printed where the server runs", async () => {
  const silent = await openReception({ hasMail: false });
  try {
    await silent.owner();
    const answer = await silent.visitor().submit("/sign-in/link", { email: "ana@example.org" });
    assert.match(answer.body, /terminal/);
    const link = linkIn(silent.printed[0] ?? "");
    assert.equal((await silent.visitor().submit(link, {})).statusCode, 303);
  } finally {
    await silent.close();
  }
});

test("with an https origin every cookie is sent over nothing else", async () => {
  const { settings, secret } = reception.accounts;
  const accounts = new Accounts({ ...settings, origin: "https://acuerdo.example" }, secret);
  const person = await accounts.identity.addPerson({
    name: "Leo",
    email: "leo@example.org",
    isProved: true,
  });
  const { cookies } = await accounts.identity.open(new Headers(), { person });
  assert.ok(cookies.some((one) => one.startsWith(`${accounts.cookieName("session_token")}=`)));
  for (const cookie of cookies) assert.match(cookie, /^__Secure-.*; Secure/);
  const [cookie = ""] = (cookies[0] ?? "").split(";");
  const known = await accounts.identity.known(new Headers({ cookie }), accounts.now());
  assert.equal(known?.person.id, person);
});
