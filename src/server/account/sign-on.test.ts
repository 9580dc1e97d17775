import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import {
  codeOf,
  ORIGIN,
  openReception,
  PASSWORD,
  type Reception,
  type Visitor,
  WORKSPACE,
} from "../../../test/reception.ts";
import { MINUTE } from "../../engine/time.ts";

/** A provider of identity on this machine: what it says of its next visitor is up to the test. */
type Provider = {
  issuer: string;
  claims: Record<string, unknown>;
  /** Signs with a key that is not the one it publishes. */
  isForged: boolean;
  readonly server: Server;
};

const json = (value: unknown) => JSON.stringify(value);
const encoded = (value: unknown) => Buffer.from(json(value)).toString("base64url");

async function openProvider(): Promise<Provider> {
  const [own, other] = [1, 2].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
  assert.ok(own && other);
  const challenges = new Map<string, { challenge: string; nonce: string }>();
  let served = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    const answer = (body: unknown) =>
      response.setHeader("content-type", "application/json").end(json(body));
    if (url.pathname === "/.well-known/openid-configuration") return answer(metadata());
    if (url.pathname === "/keys") {
      return answer({
        keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", use: "sig" }],
      });
    }
    if (url.pathname === "/authorize") {
      served += 1;
      const code = `code-${served}`;
      const query = url.searchParams;
      challenges.set(code, {
        challenge: query.get("code_challenge") ?? "",
        nonce: query.get("nonce") ?? "",
      });
      const back = new URL(query.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", query.get("state") ?? "");
      back.searchParams.set("iss", provider.issuer);
      return response.writeHead(302, { location: back.href }).end();
    }
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const form = new URLSearchParams(text);
      const held = challenges.get(form.get("code") ?? "");
      challenges.delete(form.get("code") ?? "");
      const verifier = form.get("code_verifier") ?? "";
      const proof = createHash("sha256").update(verifier).digest("base64url");
      if (!held || proof !== held.challenge) {
        response.statusCode = 400;
        return answer({ error: "invalid_grant" });
      }
      const key = provider.isForged ? other.privateKey : own.privateKey;
      const id_token = token(key, { nonce: held.nonce, ...provider.claims });
      return answer({ access_token: "a", token_type: "bearer", expires_in: 60, id_token });
    });
    return undefined;
  });
  const metadata = () => ({
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
    jwks_uri: `${provider.issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
  });
  const token = (key: KeyObject, claims: object) => {
    const at = Math.floor(Date.now() / 1_000);
    const body = { iss: provider.issuer, aud: "acuerdo", iat: at, exp: at + 60, ...claims };
    const signed = `${encoded({ alg: "RS256", kid: "1" })}.${encoded(body)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
  };
  const provider: Provider = { issuer: "", claims: {}, isForged: false, server };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

let reception: Reception;
let owner: Visitor;
let provider: Provider;
before(async () => {
  [reception, provider] = await Promise.all([openReception(), openProvider()]);
  owner = await reception.owner();
});
after(async () => {
  provider.server.close();
  await reception.close();
});
beforeEach(() => {
  provider.isForged = false;
});

const settings = (more: object = {}) => ({
  issuer: provider.issuer,
  clientId: "acuerdo",
  clientSecret: "s3cret",
  domains: ["nandu.example"],
  joinsAs: "member",
  ...more,
});

/** From the sign-in page to the provider and back, as far as it goes. */
async function come(visitor: Visitor, claims: Record<string, unknown>) {
  provider.claims = claims;
  const back = await away(visitor);
  return visitor.get(back);
}

async function away(visitor: Visitor): Promise<string> {
  const page = await visitor.submit("/sign-on", { workspace: WORKSPACE });
  const [, link = ""] = /href="(\/sign-on\/go[^"]+)"/.exec(page.body) ?? [];
  const gone = await visitor.get(link.replaceAll("&amp;", "&"));
  assert.equal(gone.statusCode, 303, gone.body);
  const answered = await fetch(String(gone.headers.location), { redirect: "manual" });
  return String(answered.headers.get("location")).slice(ORIGIN.length);
}

const asked = async (visitor: Visitor) => {
  const answer = await visitor.get("/v1/session");
  return answer.statusCode === 200 ? answer.json() : undefined;
};

describe("a workspace's provider", () => {
  test("is named by the owner alone, answers, and has https", async () => {
    const admin = await reception.member("admin");
    const path = "/v1/single-sign-on";
    assert.equal(codeOf(await admin.call("PUT", path, settings())), "role-beyond");
    const nowhere = settings({ issuer: "http://127.0.0.1:9" });
    assert.equal(codeOf(await owner.call("PUT", path, nowhere)), "sign-on-unreachable");
    const bare = settings({ issuer: "http://id.example.org" });
    assert.equal(codeOf(await owner.call("PUT", path, bare)), "sign-on-insecure");
    assert.equal((await owner.call("PUT", path, settings())).statusCode, 200);
    const [row] = await reception.run(
      `select set_config('acuerdo.workspace', '${WORKSPACE}', false), client_secret
       from (select 1) as one left join single_sign_on on true`,
    );
    assert.ok(!JSON.stringify(row).includes("s3cret"));
    assert.ok(!(await owner.get(path)).body.includes("s3cret"));
  });

  test("lets in whoever has an address of its domain, the same person each time", async () => {
    const claims = { sub: "u1", email: "Eva@nandu.example", name: "Eva", email_verified: true };
    const eva = reception.visitor();
    assert.equal((await come(eva, claims)).statusCode, 303);
    const first = await asked(eva);
    assert.deepEqual(first.workspaces, [{ workspace: WORKSPACE, role: "member" }]);
    const again = reception.visitor();
    await come(again, { ...claims, email: "eva.new@nandu.example" });
    assert.equal((await asked(again)).person.id, first.person.id);
  });

  test("lets nobody else in", async () => {
    for (const claims of [
      { sub: "u2", email: "x@elsewhere.example" },
      { sub: "u3", email: "x@nandu.example", email_verified: false },
      { sub: "u4" },
      { sub: "u5", email: "x@nandu.example.evil.example" },
    ]) {
      const visitor = reception.visitor();
      assert.equal((await come(visitor, claims)).statusCode, 403, json(claims));
      assert.equal(await asked(visitor), undefined);
    }
  });

  test("lets in whoever is invited, with the role of the invitation", async () => {
    const body = { email: "zoe@elsewhere.example", role: "auditor" };
    await owner.call("POST", "/v1/invitations", body);
    const zoe = reception.visitor();
    await come(zoe, { sub: "u6", email: body.email });
    assert.equal((await asked(zoe)).workspaces[0].role, "auditor");
  });

  test("vouches for its workspace alone, and for nothing of the account", async () => {
    const ana = reception.visitor();
    await owner.call("POST", "/v1/workspaces", { title: "Otra", language: "es", timeZone: "UTC" });
    await come(ana, { sub: "u7", email: "ana@example.org" });
    const { person, workspaces } = await asked(ana);
    assert.equal(person.email, "ana@example.org");
    assert.deepEqual(workspaces, [{ workspace: WORKSPACE, role: "owner" }]);
    const header = { "x-acuerdo-workspace": "otra" };
    assert.equal(codeOf(await ana.get("/v1/workspace", header)), "workspace-closed");
    const fields = { current: PASSWORD, wanted: "otra frase bien larga" };
    const token = (await ana.token()) ?? "";
    const changed = await ana.post("/account/password", { ...fields, _token: token });
    assert.equal(changed.statusCode, 403);
  });

  test("is believed only when it answers this browser's question, signs, and in time", async () => {
    const claims = { sub: "u8", email: "y@nandu.example" };
    const signed = reception.visitor();
    provider.isForged = true;
    assert.equal((await come(signed, claims)).statusCode, 403);
    provider.isForged = false;

    for (const wrong of [
      { aud: "another" },
      { iss: "https://evil.example" },
      { nonce: "another" },
      { exp: Math.floor(Date.now() / 1_000) - 600 },
    ]) {
      const answer = await come(reception.visitor(), { ...claims, ...wrong });
      assert.equal(answer.statusCode, 403, json(wrong));
    }

    provider.claims = claims;
    const [victim, thief] = [reception.visitor(), reception.visitor()];
    const back = await away(thief);
    assert.equal((await victim.get(back)).statusCode, 403);
    const swapped = back.replace(/state=[^&]+/, "state=x");
    assert.equal((await thief.get(swapped)).statusCode, 403);
    reception.clock.ahead = 11 * MINUTE;
    assert.equal((await thief.get(back)).statusCode, 403);
    reception.clock.ahead = 0;
    assert.equal((await thief.get(back)).statusCode, 303);
    assert.equal((await thief.get(back)).statusCode, 403);
  });

  test("opens nothing for somebody who was taken out", async () => {
    const claims = { sub: "u9", email: "leo@elsewhere.example" };
    const body = { email: claims.email, role: "member" };
    await owner.call("POST", "/v1/invitations", body);
    const leo = reception.visitor();
    await come(leo, claims);
    const { person } = await asked(leo);
    await owner.call("DELETE", `/v1/members/${person.id}`);
    assert.equal(await asked(leo), undefined);
    assert.equal((await come(reception.visitor(), claims)).statusCode, 403);
  });
});
