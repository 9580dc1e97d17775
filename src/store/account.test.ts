import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Instant } from "../engine/time.ts";
import { addApiKey, findApiKey, listApiKeys, revokeApiKey, touchApiKey } from "./api-key.ts";
import { acrossWorkspaces, type Db, inWorkspace } from "./db.ts";
import { claimKey, forgetKeys, rememberAnswer } from "./idempotency-key.ts";
import {
  acceptInvitation,
  addInvitation,
  findInvitation,
  listOpenInvitations,
  withdrawInvitation,
} from "./invitation.ts";
import { listMembers, membershipsOf, removeMember, saveMember } from "./member.ts";
import { addNotices, countUnread, listNotices, readNotices } from "./notice.ts";
import { endTurn, listRules, removeRule, saveRule, takeTurn } from "./rule.ts";
import { addTask, finishTask, listOpenTasks } from "./task.ts";
import { listWebhooks, removeWebhook, saveWebhook } from "./webhook.ts";
import { addWorkspace } from "./workspace.ts";

const morning = Date.parse("2026-03-31T09:00:00Z") as Instant;
const later = (minutes: number) => (morning + minutes * 60_000) as Instant;
const recording = { workspaceId: "ours", now: morning };

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
  for (const id of ["ours", "theirs"]) {
    const workspace = { id, title: id, language: "en", timeZone: "UTC", settings: {} } as const;
    await inWorkspace(db.database, id, (tx) =>
      addWorkspace(tx, { ...workspace, createdAt: morning }),
    );
  }
});
after(() => db.drop());

const ours = <T>(work: (tx: Db) => Promise<T>) => inWorkspace(db.database, "ours", work);

test("members have one role a workspace; only counterparties are limited", async () => {
  const ana = { account: "ana", role: "owner", email: "ana@example.org" } as const;
  const leo = { account: "leo", role: "counterparty", agreements: ["funnel"] } as const;
  await ours(async (tx) => {
    await saveMember(tx, recording, { ...ana, role: "member" });
    await saveMember(tx, recording, ana);
    await saveMember(tx, recording, leo);
    assert.deepEqual(await listMembers(tx, "ours", { limit: 9 }), [ana, leo]);
    assert.deepEqual(await listMembers(tx, "ours", { after: "ana", limit: 9 }), [leo]);
  });
  const theirs = { ...recording, workspaceId: "theirs" };
  const auditor = { account: "ana", role: "auditor" } as const;
  await inWorkspace(db.database, "theirs", (tx) => saveMember(tx, theirs, auditor));
  const found = await acrossWorkspaces(db.database, (tx) => membershipsOf(tx, "ana"));
  assert.deepEqual(found, [
    { workspace: "ours", member: ana },
    { workspace: "theirs", member: auditor },
  ]);
  assert.equal(await ours((tx) => removeMember(tx, "ours", "leo")), 1);
  const unlimited = { account: "eva", role: "counterparty" } as const;
  await assert.rejects(
    ours((tx) => saveMember(tx, recording, unlimited)),
    { code: "23514" },
  );
});

test("an invitation is found by its token while it is open, and taken up once", async () => {
  const invitation = {
    id: "i1",
    email: "eva@example.org",
    role: "manager",
    invitedBy: "ana",
    createdAt: morning,
    expiresAt: later(60),
  } as const;
  await ours((tx) => addInvitation(tx, "ours", { invitation, tokenHash: "hash" }));
  const find = (minutes: number) =>
    acrossWorkspaces(db.database, (tx) =>
      findInvitation(tx, { tokenHash: "hash", now: later(minutes) }),
    );
  assert.deepEqual(await find(59), { workspace: "ours", invitation });
  assert.equal(await find(60), undefined);
  await ours(async (tx) => {
    const open = await listOpenInvitations(tx, "ours", { now: morning, limit: 9 });
    assert.deepEqual(open, [invitation]);
    assert.equal(await acceptInvitation(tx, "ours", { id: "i1", now: later(60) }), 0);
    assert.equal(await acceptInvitation(tx, "ours", { id: "i1", now: later(1) }), 1);
    assert.equal(await acceptInvitation(tx, "ours", { id: "i1", now: later(1) }), 0);
    assert.equal(await withdrawInvitation(tx, "ours", "i1"), 0);
  });
  assert.equal(await find(1), undefined);
});

test("an API key is good until it runs out or is revoked", () =>
  ours(async (tx) => {
    const key = {
      id: "k1",
      title: "CRM",
      prefix: "ak_1",
      scopes: ["events:write"],
      createdBy: "ana",
      createdAt: morning,
      expiresAt: later(60),
    };
    await addApiKey(tx, "ours", { key, hash: "h" });
    const find = (minutes: number) => findApiKey(tx, "ours", { hash: "h", now: later(minutes) });
    assert.deepEqual(await find(59), key);
    assert.equal(await find(60), undefined);
    const uses = [];
    for (const minutes of [1, 1.5, 3]) {
      uses.push(await touchApiKey(tx, "ours", { id: "k1", now: later(minutes) }));
    }
    assert.deepEqual(uses, [1, 0, 1]);
    await revokeApiKey(tx, "ours", { id: "k1", now: later(4) });
    assert.equal(await find(5), undefined);
    const [listed] = await listApiKeys(tx, "ours", 9);
    assert.deepEqual(listed, { ...key, lastUsedAt: later(3), revokedAt: later(4) });
  }));

test("an idempotency key is taken once, remembers its answer, and runs out", () =>
  ours(async (tx) => {
    const claim = { key: "k", requestHash: "h", now: morning, until: later(10) };
    assert.equal(await claimKey(tx, "ours", claim), undefined);
    assert.deepEqual(await claimKey(tx, "ours", claim), { requestHash: "h" });
    await rememberAnswer(tx, "ours", { key: "k", status: 202, body: [1] });
    const answer = { status: 202, body: [1] };
    assert.deepEqual(await claimKey(tx, "ours", claim), { requestHash: "h", answer });
    const after = { ...claim, requestHash: "other", now: later(10), until: later(20) };
    assert.equal(await claimKey(tx, "ours", after), undefined);
    assert.equal(await forgetKeys(tx, "ours", { now: later(19), limit: 9 }), 0);
    assert.equal(await forgetKeys(tx, "ours", { now: later(20), limit: 9 }), 1);
  }));

test("an inbox holds each notice once, the latest first, and counts what is unread", () =>
  ours(async (tx) => {
    const notice = (id: string, minutes: number) => ({
      id,
      account: "ana",
      kind: "breach",
      happenedAt: later(minutes),
      createdAt: later(minutes),
      body: {},
    });
    const [a, b] = [notice("a", 1), notice("b", 2)];
    assert.equal(await addNotices(tx, "ours", [a, b]), 2);
    await readNotices(tx, "ours", { account: "ana", ids: ["a"], now: later(3) });
    assert.equal(await readNotices(tx, "ours", { account: "leo", ids: ["b"], now: later(3) }), 0);
    assert.equal(await addNotices(tx, "ours", [a]), 0);
    assert.equal(await countUnread(tx, "ours", "ana"), 1);
    assert.deepEqual(await listNotices(tx, "ours", { account: "ana", limit: 1 }), [b]);
    const before = { createdAt: b.createdAt, id: "b" };
    assert.deepEqual(await listNotices(tx, "ours", { account: "ana", before, limit: 9 }), [
      { ...a, readAt: later(3) },
    ]);
  }));

describe("what a workspace sets up", () => {
  test("webhooks", () =>
    ours(async (tx) => {
      const webhook = {
        id: "w1",
        kind: "standard" as const,
        url: "https://example.org/hook",
        secret: "s",
        types: ["clock.breached"],
        createdBy: "ana",
      };
      await saveWebhook(tx, recording, webhook);
      await saveWebhook(tx, recording, { ...webhook, pausedAt: morning });
      assert.deepEqual(await listWebhooks(tx, "ours"), [
        { ...webhook, failures: 0, pausedAt: morning },
      ]);
      assert.equal(await removeWebhook(tx, "ours", "w1"), 1);
    }));

  test("rules, which remember whose turn it was when they are edited", () =>
    ours(async (tx) => {
      const rule = { id: "r", title: "Turns", document: {}, isEnabled: true, createdBy: "ana" };
      await saveRule(tx, recording, rule);
      assert.deepEqual(await takeTurn(tx, "ours", "r"), {});
      await endTurn(tx, "ours", { id: "r", memory: { next: 2 } });
      await saveRule(tx, recording, { ...rule, title: "Other" });
      assert.deepEqual(await takeTurn(tx, "ours", "r"), { next: 2 });
      assert.deepEqual(await listRules(tx, "ours"), [{ ...rule, title: "Other" }]);
      assert.equal(await removeRule(tx, "ours", "r"), 1);
    }));

  test("tasks, asked for once and done once", () =>
    ours(async (tx) => {
      const task = { id: "t", title: "Call", account: "ana", dueAt: later(5), body: {} };
      const urgent = { ...task, id: "u", dueAt: later(1) };
      await addTask(tx, recording, task);
      await addTask(tx, recording, urgent);
      await addTask(tx, recording, { ...task, title: "Again" });
      const asked = { account: "ana", limit: 9 };
      assert.deepEqual(await listOpenTasks(tx, "ours", asked), [urgent, task]);
      assert.equal(await finishTask(tx, recording, "u"), 1);
      assert.equal(await finishTask(tx, recording, "u"), 0);
      assert.deepEqual(await listOpenTasks(tx, "ours", asked), [task]);
    }));
});
