import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { acuerdo } from "../../../test/command.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { becomeOwner, checkOwnerLink } from "../../actions/account.ts";
import { type Instant, readInstant } from "../../engine/time.ts";

let opened: TestDatabase;
before(async () => {
  opened = await openTestDatabase();
});
after(() => opened.drop());

function run(words: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const { host, user, database } = opened.ownerAddress;
  const DATABASE_URL = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  return acuerdo(["owner-link", ...words], { environment: { DATABASE_URL, ...more } });
}

const tokenIn = (text: string) => /\/owner\?token=([\w-]{43})/.exec(text)?.[1] ?? "";
const now = readInstant(new Date().toISOString()) as Instant;

describe("acuerdo owner-link", () => {
  test("shows a link that works, and ends the one before", async () => {
    const { database } = opened;
    const first = await run();
    assert.deepEqual([first.code, first.err], [0, ""]);
    await checkOwnerLink(database, { token: tokenIn(first.out), now });
    const origin = "https://acuerdo.example.com";
    const second = await run(["--json"], { ACUERDO_ORIGIN: origin });
    const { link } = JSON.parse(second.out);
    assert.ok(link.startsWith(`${origin}/owner?token=`));
    await checkOwnerLink(database, { token: tokenIn(link), now });
    const gone = checkOwnerLink(database, { token: tokenIn(first.out), now });
    await assert.rejects(gone, { code: "owner-link-spent" });
  });

  test("says in both languages that there is an owner, once there is", async () => {
    const token = tokenIn((await run()).out);
    const founder = { account: "ana", name: "Ana", email: "ana@example.org" };
    const workspace = { id: "w", title: "W", language: "es", timeZone: "UTC" } as const;
    await becomeOwner(opened.database, { token, now, founder, workspace });
    const english = await run();
    assert.equal(english.code, 1);
    assert.match(english.err, /There is an owner already/);
    const spanish = await run(["--lang", "es"]);
    assert.match(spanish.err, /Ya hay una persona propietaria/);
  });
});
