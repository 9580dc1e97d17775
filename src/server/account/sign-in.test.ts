import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import {
  linkIn,
  ORIGIN,
  openReception,
  PASSWORD,
  type Reception,
  type Visitor,
} from "../../../test/reception.ts";
import { waitAfter } from "../../actions/account-attempt.ts";
import { HOUR, MINUTE } from "../../engine/time.ts";

const EMAIL = "ana@example.org";
const COOKIE = "acuerdo.session_token";

let reception: Reception;
before(async () => {
  reception = await openReception();
  await reception.owner();
});
after(() => reception.close());

async function signedIn(): Promise<Visitor> {
  const visitor = reception.visitor();
  assert.equal((await visitor.signIn(EMAIL)).statusCode, 303);
  return visitor;
}

const status = async (visitor: Visitor) => (await visitor.get("/v1/workspace")).statusCode;

describe("a password", () => {
  test("lets its owner in, and the audit says so", async () => {
    const visitor = await signedIn();
    assert.equal(await status(visitor), 200);
    const { rows } = (await visitor.get("/v1/audit?limit=1000")).json();
    const last = rows.at(-1);
    assert.deepEqual([last.deed, last.facts.by], ["account.signedIn", "password"]);
  });

  test("that is wrong is told to the audit, with the address it came from", async () => {
    await reception.visitor("10.0.7.7").signIn(EMAIL, "wrong");
    const { rows } = (await (await signedIn()).get("/v1/audit?limit=1000")).json();
    const refused = rows.findLast(({ deed }: { deed: string }) => deed === "account.signInRefused");
    assert.equal(refused.facts.address, "10.0.7.7");
  });

  test("says the same of an address that nobody has as of a wrong one", async () => {
    const answers = await Promise.all(
      [EMAIL, "nobody@example.org"].map((email) =>
        reception.visitor("10.0.1.1").signIn(email, "x"),
      ),
    );
    const told = answers.map(({ statusCode, body }) => {
      const alert = /role="alert">([^<]*)/.exec(body)?.[1];
      return [statusCode, alert];
    });
    assert.deepEqual(told[0], told[1]);
    assert.equal(told[0]?.[0], 401);
  });

  test("leads on to a path of ours and to no other place", async () => {
    for (const [next, goesTo] of [
      ["/account", "/account"],
      ["//evil.example", "/"],
      ["https://evil.example/", "/"],
      ["/\\evil.example", "/"],
    ] as const) {
      const path = `/sign-in?${new URLSearchParams({ next }).toString()}`;
      const answer = await reception.visitor().submit(path, { email: EMAIL, password: PASSWORD });
      assert.equal(answer.headers.location, goesTo);
    }
  });
});

describe("a session", () => {
  test("travels in a cookie that scripts and other sites do not get", async () => {
    const answer = await reception.visitor().signIn(EMAIL);
    const [set = ""] = [answer.headers["set-cookie"] ?? []]
      .flat()
      .filter((one) => one.startsWith(COOKIE));
    assert.match(set, /HttpOnly/i);
    assert.match(set, /SameSite=Lax/i);
    assert.match(set, /Path=\//);
  });

  test("is a new one at each sign-in, whatever cookie somebody planted before", async () => {
    const thief = await signedIn();
    const victim = reception.visitor();
    victim.cookies.set(COOKIE, thief.session ?? "");
    const planted = (await thief.token()) ?? "";
    const fields = { email: EMAIL, password: PASSWORD, _token: planted };
    assert.equal((await victim.post("/sign-in", fields)).statusCode, 303);
    assert.notEqual(victim.session, thief.session);
  });

  test("cannot be forged: not the signature, not the token, not with another secret", async () => {
    const visitor = await signedIn();
    const [token = "", signature = ""] = (visitor.session ?? "").split(".");
    const own = createHmac("sha256", "another secret").update(token).digest("base64");
    for (const forged of [
      `${token}.${signature.replace(/^./, (one) => (one === "A" ? "B" : "A"))}`,
      `${token.replace(/^./, (one) => (one === "A" ? "B" : "A"))}.${signature}`,
      `${token}.${encodeURIComponent(own)}`,
      token,
      "'; drop table account.session; --",
      "%00",
    ]) {
      const forger = reception.visitor();
      forger.cookies.set(COOKIE, forged);
      assert.equal(await status(forger), 401, forged);
    }
    assert.equal(await status(visitor), 200);
  });

  test("is over when it is signed out of, and its cookie cannot be replayed", async () => {
    const visitor = await signedIn();
    const kept = visitor.session ?? "";
    await visitor.submit("/account", {}, { to: "/sign-out" });
    assert.equal(visitor.session, undefined);
    visitor.cookies.set(COOKIE, kept);
    assert.equal(await status(visitor), 401);
  });

  test("ends without use, and after a month in any case", async () => {
    for (const [change, answer] of [
      ["expires_at = now() + interval '1 hour'", 200],
      ["expires_at = now() - interval '1 second'", 401],
      ["created_at = now() - interval '29 days'", 200],
      ["created_at = now() - interval '31 days'", 401],
    ] as const) {
      const visitor = await signedIn();
      const [token = ""] = (visitor.session ?? "").split(".");
      await reception.run(`update account.session set ${change} where token = '${token}'`);
      assert.equal(await status(visitor), answer, change);
    }
  });

  test("that is in use goes on, and the browser is told", async () => {
    const visitor = await signedIn();
    const [token = ""] = (visitor.session ?? "").split(".");
    const soon = "expires_at = now() + interval '1 day'";
    for (const path of ["/account", "/v1/workspace"]) {
      await reception.run(`update account.session set ${soon} where token = '${token}'`);
      const answer = await visitor.get(path);
      assert.match(String(answer.headers["set-cookie"]), /Max-Age=604800/);
      assert.equal((await visitor.get(path)).headers["set-cookie"], undefined);
    }
    const [row] = await reception.run(
      `select expires_at > now() + interval '6 days' as longer from account.session
       where token = '${token}'`,
    );
    assert.equal(row?.longer, true);
  });

  test("can be ended from another one", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await here.submit("/account", {}, { to: "/account/sessions" });
    await here.post("/account/sessions", { _token: (await here.token()) ?? "" });
    assert.deepEqual([await status(here), await status(there)], [200, 401]);
  });
});

describe("a link in the mail", () => {
  const mailed = async (email: string) => {
    reception.mails.length = 0;
    const answer = await reception.visitor().submit("/sign-in/link", { email });
    return { answer, link: linkIn(reception.mails[0]?.text ?? "") };
  };

  test("lets in once, when its button is pressed and not when it is opened", async () => {
    const { link } = await mailed(EMAIL);
    const visitor = reception.visitor();
    await visitor.get(link);
    await visitor.get(link);
    assert.equal(visitor.session, undefined);
    assert.equal((await visitor.submit(link, {})).statusCode, 303);
    assert.equal(await status(visitor), 200);
    assert.equal((await reception.visitor().submit(link, {})).statusCode, 410);
  });

  test("goes to nobody without an account, and the page says the same", async () => {
    const known = await mailed(EMAIL);
    const unknown = await mailed("stranger@example.org");
    assert.equal(reception.mails.length, 0);
    assert.equal(unknown.answer.body, known.answer.body);
  });
});

describe("a forgotten password", () => {
  test("is replaced by a link that works once, and every session ends", async () => {
    const before = await signedIn();
    reception.mails.length = 0;
    await reception.visitor().submit("/password/forgot", { email: EMAIL });
    const link = linkIn(reception.mails[0]?.text ?? "");
    const token = link.split("token=")[1] ?? "";
    const kept = JSON.stringify(await reception.run("select * from account.verification"));
    assert.ok(token.length > 20 && !kept.includes(token));
    const other = "otra frase bien larga";
    const answer = await reception.visitor().submit(link, { password: other });
    assert.equal(answer.headers.location, "/sign-in?done=reset");
    assert.equal(await status(before), 401);
    assert.equal((await reception.visitor().signIn(EMAIL)).statusCode, 401);
    assert.equal((await reception.visitor().submit(link, { password: other })).statusCode, 410);
    const visitor = reception.visitor();
    assert.equal((await visitor.signIn(EMAIL, other)).statusCode, 303);
    const changed = { current: other, wanted: PASSWORD };
    await visitor.submit("/account", changed, { to: "/account/password" });
    assert.equal(await status(await signedIn()), 200);
  });
});

describe("a second factor", () => {
  test("is asked for after the password once it is proved, and no link goes round it", async () => {
    const visitor = await signedIn();
    const begun = await visitor.submit(
      "/account",
      { "two-begin": PASSWORD },
      { to: "/account/two-factor" },
    );
    const [, key = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(begun.body) ?? [];
    const [, backup = ""] = /<li><code>([^<]+)<\/code>/.exec(begun.body) ?? [];
    const confirm = "/account/two-factor/confirm";
    const wrong = await visitor.submit(confirm, { code: "000000" });
    assert.equal(wrong.statusCode, 401);
    const right = await visitor.submit(confirm, { code: codeAt(key, Date.now()) });
    assert.equal(right.statusCode, 303);

    const second = reception.visitor();
    const asked = await second.signIn(EMAIL);
    assert.equal(asked.headers.location, "/sign-in/code?next=%2F");
    assert.equal(await status(second), 401);
    assert.equal((await second.submit("/sign-in/code", { code: "000000" })).statusCode, 401);
    const code = codeAt(key, Date.now());
    const entered = await second.submit("/sign-in/code", { code });
    assert.equal(entered.statusCode, 303);
    assert.equal(await status(second), 200);

    const overheard = reception.visitor();
    await overheard.signIn(EMAIL);
    assert.equal((await overheard.submit("/sign-in/code", { code })).statusCode, 401);
    assert.equal(await status(overheard), 401);

    reception.mails.length = 0;
    await reception.visitor().submit("/sign-in/link", { email: EMAIL });
    assert.equal(linkIn(reception.mails[0]?.text ?? ""), "/sign-in");

    const third = reception.visitor();
    await third.signIn(EMAIL);
    assert.equal((await third.submit("/sign-in/code", { code: backup })).statusCode, 303);
    const ended = await third.submit(
      "/account",
      { "two-end": PASSWORD },
      { to: "/account/two-factor/end" },
    );
    assert.equal(ended.statusCode, 303);
    assert.equal(await status(await signedIn()), 200);
  });
});

/** RFC 6238, written down again. */
function codeAt(key: string, at: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((one) => letters.indexOf(one).toString(2).padStart(5, "0")).join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  const value = (mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(value).padStart(6, "0");
}

describe("guessing", () => {
  beforeEach(() => reception.run("delete from account.attempt"));

  test("gets slower: the waits double up to an hour", () => {
    const waits = [1, 4, 5, 6, 7, 20, 10_000].map((failures) => waitAfter("account", failures));
    assert.deepEqual(waits, [0, 0, MINUTE, 2 * MINUTE, 4 * MINUTE, HOUR, HOUR]);
    assert.equal(waitAfter("address", 29), 0);
  });

  test("locks an account, known or not, from everywhere, for a while", async () => {
    for (const [email, later] of [
      ["nobody@example.org", 401],
      [EMAIL, 303],
    ] as const) {
      for (const host of [1, 2, 3, 4, 5]) {
        const answer = await reception.visitor(`10.9.0.${host}`).signIn(email, "wrong");
        assert.equal(answer.statusCode, 401);
      }
      const visitor = reception.visitor("10.9.9.9");
      assert.equal((await visitor.signIn(email)).statusCode, 429);
      reception.clock.ahead += MINUTE + 1_000;
      assert.equal((await visitor.signIn(email)).statusCode, later);
    }
    reception.clock.ahead = 0;
  });

  test("locks an address that tries many accounts", async () => {
    const crowd = Array.from({ length: 30 }, (_, at) => `p${at}@example.org`);
    for (const email of crowd) await reception.visitor("10.8.0.1").signIn(email, "wrong");
    const more = reception.visitor("10.8.0.1");
    assert.equal((await more.signIn("new@example.org", "wrong")).statusCode, 429);
    assert.equal(await status(await signedIn()), 200);
  });
});

describe("a write by cookie", () => {
  const invitation = { email: "leo@example.org", role: "member" };

  test("from our own page, with its token, is done", async () => {
    const visitor = await signedIn();
    assert.equal((await visitor.call("POST", "/v1/invitations", invitation)).statusCode, 201);
  });

  test("from anywhere else, or with no token of this session, is refused", async () => {
    const [visitor, other] = [await signedIn(), await signedIn()];
    const token = (await visitor.token()) ?? "";
    const foreign = (await other.token()) ?? "";
    for (const [says, headers, code] of [
      ["another site", { origin: "https://evil.example" }, "origin-foreign"],
      ["another port", { origin: "http://localhost:8421" }, "origin-foreign"],
      ["a sandboxed page", { origin: "null" }, "origin-foreign"],
      ["no token", { origin: ORIGIN, "x-acuerdo-token": "" }, "form-stale"],
      ["another session's token", { origin: ORIGIN, "x-acuerdo-token": foreign }, "form-stale"],
      ["a cut token", { origin: ORIGIN, "x-acuerdo-token": token.slice(1) }, "form-stale"],
    ] as const) {
      const answer = await visitor.call("POST", "/v1/invitations", invitation, headers);
      assert.deepEqual([answer.statusCode, answer.json().code], [403, code], says);
    }
  });

  test("that does not say where it comes from is refused", async () => {
    const visitor = await signedIn();
    const token = (await visitor.token()) ?? "";
    const headers = { "x-acuerdo-token": token, "content-type": "application/json" };
    const payload = JSON.stringify(invitation);
    const answer = await visitor.send("POST", "/v1/invitations", { headers, payload });
    assert.equal(answer.json().code, "origin-foreign");
  });

  test("cannot sign somebody in as another from another site", async () => {
    const fields = { email: EMAIL, password: PASSWORD };
    const headers = { origin: "https://evil.example" };
    const answer = await reception.visitor().submit("/sign-in", fields, { headers });
    assert.equal(answer.statusCode, 403);
    const bare = await reception.visitor().post("/sign-in", fields);
    assert.equal(bare.statusCode, 403);
  });
});
