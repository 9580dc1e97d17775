import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  codeOf,
  linkIn,
  ORIGIN,
  openReception,
  PASSWORD,
  type Reception,
  type Visitor,
} from "../../../test/reception.ts";
import { DAY } from "../../engine/time.ts";

let reception: Reception;
let owner: Visitor;
before(async () => {
  reception = await openReception();
  owner = await reception.owner();
});
after(() => reception.close());

const newcomer = { name: "Leo", password: PASSWORD };

/** Invites an address; the link is what the mail says. */
async function invited(email: string, more: object = {}): Promise<{ link: string; id: string }> {
  reception.mails.length = 0;
  const answer = await owner.call("POST", "/v1/invitations", { email, role: "member", ...more });
  assert.equal(answer.statusCode, 201, answer.body);
  assert.equal(answer.json().link, null);
  return { link: linkIn(reception.mails[0]?.text ?? ""), id: answer.json().invitation.id };
}

/** Takes an invitation up from a page that was opened while it was good. */
async function take(visitor: Visitor, link: string) {
  const token = new URL(link, ORIGIN).searchParams.get("token") ?? "";
  return visitor.post("/invitation", { _token: (await visitor.token()) ?? "", token });
}

const roleOf = async (visitor: Visitor) => (await visitor.get("/v1/workspace")).json().caller?.role;

describe("an invitation", () => {
  test("makes an account and a member of its role, once", async () => {
    const { link } = await invited("leo@example.org", { role: "manager" });
    const leo = reception.visitor();
    assert.match((await leo.get(link)).body, /team manager/);
    assert.equal((await leo.submit(link, newcomer)).statusCode, 303);
    assert.equal(await roleOf(leo), "manager");
    assert.equal((await reception.visitor().get(link)).statusCode, 410);
    assert.equal((await take(leo, link)).statusCode, 410);
  });

  test("is taken once by two who come at the same moment", async () => {
    const { link } = await invited("zoe@example.org");
    const answers = await Promise.all([1, 2].map(() => reception.visitor().submit(link, newcomer)));
    const made = answers.filter(({ statusCode }) => statusCode === 303);
    assert.equal(made.length, 1);
  });

  test("is not for somebody who is signed in with another address", async () => {
    const { link } = await invited("eva@example.org");
    const other = await reception.member("member");
    const answer = await other.submit(link, {});
    assert.equal(answer.statusCode, 403);
    assert.match(answer.body, /another address/);
    assert.equal((await reception.visitor().submit(link, newcomer)).statusCode, 303);
  });

  test("has an account sign in, and never changes its password", async () => {
    const { link } = await invited("ana@example.org");
    const answer = await reception.visitor().get(link);
    assert.doesNotMatch(answer.body, /name="password"/);
    const token = new URL(link, ORIGIN).searchParams.get("token") ?? "";
    const forcing = reception.visitor();
    const page = await forcing.get("/sign-in");
    const [, held = ""] = /name="_token" value="([^"]+)"/.exec(page.body) ?? [];
    const forced = await forcing.post("/invitation", { _token: held, token, ...newcomer });
    assert.equal(forced.statusCode, 401);
  });

  test("is over after a week, and when it is taken back", async () => {
    const late = await invited("late@example.org");
    reception.clock.ahead = 7 * DAY;
    assert.equal((await reception.visitor().get(late.link)).statusCode, 410);
    reception.clock.ahead = 0;
    const back = await invited("back@example.org");
    assert.equal((await owner.call("DELETE", `/v1/invitations/${back.id}`)).statusCode, 200);
    assert.equal((await take(owner, back.link)).statusCode, 410);
    const again = await owner.call("DELETE", `/v1/invitations/${back.id}`);
    assert.equal(codeOf(again), "invitation-missing");
  });

  test("to a counterparty says which agreements, and to nobody else", async () => {
    const ask = (body: object) => owner.call("POST", "/v1/invitations", body);
    const email = "acme@example.org";
    for (const [body, code] of [
      [{ email, role: "counterparty" }, "agreements-needed"],
      [{ email, role: "member", agreements: ["funnel"] }, "agreements-idle"],
      [{ email: "acme", role: "member" }, "email-invalid"],
      [{ email: "a@b.c\r\nBcc: x@y.z", role: "member" }, "email-invalid"],
    ] as const) {
      assert.equal(codeOf(await ask(body)), code);
    }
  });

  test("of an administrator makes no owner", async () => {
    const admin = await reception.member("admin");
    const body = { email: "boss@example.org", role: "owner" };
    assert.equal(codeOf(await admin.call("POST", "/v1/invitations", body)), "role-beyond");
  });
});

test("a link that an administrator could copy proves no address", async () => {
  const silent = await openReception({ hasMail: false });
  try {
    const boss = await silent.owner();
    const body = { email: "victim@example.org", role: "member" };
    const { link } = (await boss.call("POST", "/v1/invitations", body)).json();
    const taken = await silent.visitor().submit(linkIn(link), newcomer);
    assert.equal(taken.statusCode, 303);
    const rows = await silent.run(
      "select email, email_verified from account.person order by email",
    );
    assert.deepEqual(rows, [
      { email: "ana@example.org", email_verified: true },
      { email: "victim@example.org", email_verified: false },
    ]);
    // Whoever does hold the address takes the account over: the password set before is gone.
    silent.printed.length = 0;
    const victim = silent.visitor();
    await victim.submit("/sign-in/link", { email: "victim@example.org" });
    const opened = await victim.submit(linkIn(silent.printed[0] ?? ""), {});
    assert.equal(opened.statusCode, 303);
    assert.equal((await silent.visitor().signIn("victim@example.org")).statusCode, 401);
  } finally {
    await silent.close();
  }
});
