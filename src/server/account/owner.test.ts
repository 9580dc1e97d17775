import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openReception, PASSWORD, type Reception, WORKSPACE } from "../../../test/reception.ts";
import { showOwnerLink } from "../../actions/account.ts";
import { DAY } from "../../engine/time.ts";

let reception: Reception;
before(async () => {
  reception = await openReception();
});
after(() => reception.close());

const form = {
  name: "Ana",
  email: "Ana@Example.org",
  password: PASSWORD,
  company: "Ñandú Telecom",
  timeZone: "America/Lima",
};

async function freshLink(): Promise<string> {
  const { accounts, makeToken } = reception;
  const token = makeToken();
  await showOwnerLink(accounts.database, { token, now: accounts.now() });
  return `/owner?token=${token}`;
}

test("a link shown again puts the one before out of use", async () => {
  const first = await freshLink();
  const second = await freshLink();
  const visitor = reception.visitor();
  assert.equal((await visitor.get(first)).statusCode, 410);
  assert.equal((await visitor.get(second)).statusCode, 200);
});

test("a link is over after a day", async () => {
  const link = await freshLink();
  reception.clock.ahead = DAY;
  assert.equal((await reception.visitor().get(link)).statusCode, 410);
  reception.clock.ahead = 0;
});

test("what is wrong in the form keeps the link good", async () => {
  const link = await freshLink();
  for (const [wrong, status] of [
    [{ password: "corta" }, 422],
    [{ password: "1234567890123" }, 422],
    [{ email: "ana" }, 422],
    [{ timeZone: "Mars/Olympus" }, 422],
    [{ company: " " }, 422],
    [{ name: " " }, 422],
  ] as const) {
    const answer = await reception.visitor().submit(link, { ...form, ...wrong });
    assert.equal(answer.statusCode, status, JSON.stringify(wrong));
    assert.match(answer.body, /role="alert"/);
  }
  assert.equal((await reception.visitor().get(link)).statusCode, 200);
});

test("of two who use one link at once, one becomes the owner", async () => {
  const link = await freshLink();
  const answers = await Promise.all(
    ["ana", "leo"].map((name) =>
      reception.visitor().submit(link, { ...form, name, email: `${name}@example.org` }),
    ),
  );
  const [first, second] = answers.map(({ statusCode }) => statusCode).sort();
  assert.equal(first, 303);
  assert.ok(second === 409 || second === 410, String(second));
  const people = await reception.run("select email from account.person");
  assert.equal(people.length, 1);
});

test("the owner is signed in, owns the workspace, and no link makes another", async () => {
  const [{ email } = { email: "" }] = await reception.run("select email from account.person");
  const visitor = reception.visitor();
  assert.equal((await visitor.signIn(String(email))).statusCode, 303);
  const { caller, id, timeZone } = (await visitor.get("/v1/workspace")).json();
  assert.deepEqual([id, timeZone, caller.role], [WORKSPACE, "America/Lima", "owner"]);
  await assert.rejects(freshLink(), { code: "owner-known" });
});
