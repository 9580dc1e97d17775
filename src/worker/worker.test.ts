import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import sql from "sql-template-tag";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { type Arrived, at, fact, openScene, workerOf } from "../../test/work-scene.ts";
import { replay } from "../actions/deliver.ts";
import { acknowledge } from "../actions/escalate-acknowledge.ts";
import { inboxOf } from "../actions/notice.ts";
import type { ClockNotice, DigestNotice } from "../actions/notice-body.ts";
import { planDigest } from "../actions/notice-digest.ts";
import { openTasks } from "../actions/task.ts";
import { moveWatermark } from "../actions/watermark.ts";
import type { Instant } from "../engine/time.ts";
import { instantText } from "../engine/time.ts";
import { clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace, many } from "../store/db.ts";
import { listDeadDeliveries } from "../store/delivery.ts";
import { findWebhook } from "../store/webhook.ts";
import { workRound } from "./round.ts";

let opened: TestDatabase;
let number = 0;
before(async () => {
  opened = await openTestDatabase();
});
after(() => opened.drop());

function scene(escalation?: string) {
  number += 1;
  const workspaceId = `w${number}`;
  return openScene(opened.database, {
    workspaceId,
    ...(escalation === undefined ? {} : { escalation }),
  });
}

/** What arrived, a line each: when, by what, to whom, what. */
function lines(arrived: readonly Arrived[], channel?: string): string[] {
  return arrived
    .filter((one) => channel === undefined || one.channel === channel)
    .flatMap(({ at: when, channel: by, message }) =>
      message.deliveries.map(({ body }) => {
        const { what } = body as ClockNotice;
        return `${instantText(when).slice(8, 16)} ${by} ${message.recipient} ${what}`;
      }),
    );
}

const owned = { data: { owner: "ana" } };

describe("a promise without a policy", () => {
  test("its owner hears of the warning and of the breach, each at its instant", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T15:00"));
    assert.deepEqual(lines(arrived, "email"), [
      "02T11:00 email ana@example.org warning",
      "02T12:00 email ana@example.org breach",
    ]);
    assert.deepEqual(lines(arrived, "webhook"), [
      "02T11:00 webhook hook warning",
      "02T12:00 webhook hook breach",
    ]);
  });

  test("what was kept in time is told of by nobody", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T10:30"));
    await record(fact("contact.connected", at("02T10:30")));
    await go(at("05T00:00"));
    assert.deepEqual(lines(arrived), []);
  });

  test("what is heard of when it is over leaves no warning to be told", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T14:00");
    await record(
      fact("lead.created", at("02T10:00"), owned),
      fact("contact.connected", at("02T11:30")),
    );
    const warnings = await inWorkspace(opened.database, `w${number}`, (db) =>
      many(db, sql`select id from timer where kind = 'warning'`, ({ id }) => id),
    );
    assert.deepEqual(warnings, []);
    await go(at("05T00:00"));
    assert.deepEqual(lines(arrived), []);
  });

  test("a late fact takes the breach back, and those who were told hear of it", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T13:00"));
    await record(fact("contact.connected", at("02T11:30")));
    await go(at("02T14:00"));
    assert.deepEqual(lines(arrived, "email").slice(1), [
      "02T12:00 email ana@example.org breach",
      "02T13:00 email ana@example.org withdrawn",
    ]);
    await record(fact("lead.updated", at("02T13:30")));
    await go(at("02T20:00"));
    assert.equal(lines(arrived, "email").length, 3);
  });

  test("a breach that waits for the morning and is taken back is told to nobody", async () => {
    const {
      record,
      clock,
      goTo: go,
      arrived,
    } = await scene("      - {at: breach, tell: [owner], via: [email]}\n");
    clock.now = at("02T16:00");
    await record(fact("lead.created", at("02T16:00"), owned));
    await go(at("02T20:00"));
    assert.deepEqual(lines(arrived, "email"), []);
    await record(fact("contact.connected", at("02T17:00")));
    await go(at("03T12:00"));
    assert.deepEqual(lines(arrived, "email"), []);
  });

  test("a warning held back for others is dropped once the promise is kept", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T10:01");
    await record(fact("lead.created", at("02T10:00"), owned));
    await record(fact("lead.created", at("02T10:01"), { ...owned, subject: "lead/2" }));
    await go(at("02T11:03"));
    await record(fact("contact.connected", at("02T11:02")));
    await record(fact("contact.connected", at("02T11:03"), { subject: "lead/2" }));
    await go(at("02T16:00"));
    assert.deepEqual(lines(arrived, "email"), ["02T11:00 email ana@example.org warning"]);
    assert.equal(lines(arrived, "webhook").length, 2);
  });

  test("after a stop all is told, the oldest first, and how late it is", async () => {
    const { record, clock, goTo: go, arrived } = await scene();
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), { ...owned, subject: "lead/2" }));
    await record(fact("lead.created", at("02T09:30"), owned));
    clock.now = at("03T10:00");
    await go(at("03T10:00"));
    const told = arrived.filter(({ channel }) => channel === "webhook");
    const bodies = told.map(({ message }) => message.deliveries[0]?.body as ClockNotice);
    assert.deepEqual(
      bodies.map(({ subject, what }) => `${subject} ${what}`),
      ["lead/1 breach", "lead/2 breach"],
    );
    assert.equal(bodies[0]?.lateMs, at("03T10:00") - at("02T11:30"));
  });
});

describe("an escalation", () => {
  const steps = `      - {at: 50%, tell: [owner], via: [slack, email]}
      - {at: breach, tell: [owner, manager], via: [email]}
      - at: +30bm
        tell: [manager]
        unlessAcknowledged: true
        do: {reassign: {to: sales, by: load}}
      - at: +1bh
        tell: [mara@example.org]
        unlessAcknowledged: true
        repeat: {every: 1bh, times: 2}
`;

  test("tells step by step, hands the lead on, and repeats", async () => {
    const { record, clock, goTo: go, arrived, database, workspaceId } = await scene(steps);
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T17:00"));
    assert.deepEqual([...lines(arrived, "email"), ...lines(arrived, "slack")].sort(), [
      "02T11:00 email ana@example.org escalation",
      "02T11:00 slack sales-chat escalation",
      "02T12:00 email ana@example.org escalation",
      "02T12:00 email eva@example.org escalation",
      "02T12:30 email eva@example.org escalation",
      "02T13:00 email mara@example.org escalation",
      "02T14:00 email mara@example.org escalation",
      "02T15:00 email mara@example.org escalation",
    ]);
    const [one] = await inWorkspace(database, workspaceId, (db) =>
      clocksOfSubjects(db, workspaceId, ["lead/1"]),
    );
    assert.equal(one?.owner, "leo");
  });

  test("ends where somebody acknowledges", async () => {
    const { record, clock, goTo: go, arrived, database, workspaceId } = await scene(steps);
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T12:10"));
    const acting = { database, workspaceId, actor: "account/eva", now: clock.now };
    assert.equal(await acknowledge(acting, "lead/1/handover/first-contact/1"), true);
    assert.equal(await acknowledge(acting, "lead/1/handover/first-contact/1"), false);
    await go(at("03T00:00"));
    assert.deepEqual(lines(arrived, "email").sort().slice(1), [
      "02T12:00 email ana@example.org escalation",
      "02T12:00 email eva@example.org escalation",
    ]);
  });

  test("goes on to the next step at once where nobody can be told", async () => {
    const {
      record,
      clock,
      goTo: go,
      arrived,
    } = await scene(
      "      - {at: breach, tell: [owner], via: [email]}\n      - {at: +4bh, tell: [manager], via: [email]}\n",
    );
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), { data: { owner: "a stranger" } }));
    await go(at("03T10:00"));
    assert.deepEqual(lines(arrived, "email"), ["02T12:00 email eva@example.org escalation"]);
    const mail = arrived.find(({ channel }) => channel === "email");
    const body = mail?.message.deliveries[0]?.body as ClockNotice;
    assert.equal(body.why.passedOn, true);
  });

  test("asks somebody to do something, once", async () => {
    const {
      record,
      clock,
      goTo: go,
      database,
      workspaceId,
    } = await scene("      - {at: breach, do: task}\n");
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("03T10:00"));
    const acting = { database, workspaceId, actor: "account/ana", now: clock.now };
    assert.equal((await openTasks(acting, "ana")).length, 1);
    const inbox = await inboxOf(acting, "ana", { limit: 10 });
    assert.equal(inbox.unread, 0);
  });
});

describe("a source that is behind", () => {
  test("makes a breach provisional, and sure when it has caught up", async () => {
    const { record, clock, goTo: go, arrived, database, workspaceId } = await scene();
    const acting = () => ({ database, workspaceId, actor: "test", now: clock.now });
    await moveWatermark(acting(), { source: "crm", until: at("02T10:00") });
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T12:30"));
    const told = () =>
      arrived
        .filter(({ channel }) => channel === "webhook")
        .map(({ message }) => message.deliveries[0]?.body as ClockNotice);
    assert.equal(told().at(-1)?.provisional, true);
    await moveWatermark(acting(), { source: "crm", until: at("02T12:20") });
    await go(at("02T12:31"));
    assert.equal(told().at(-1)?.what, "confirmed");
  });
});

describe("a receiver that fails", () => {
  test("is tried again, then given up, and told again when somebody asks", async () => {
    const { record, clock, goTo: go, arrived, answer, database, workspaceId } = await scene();
    answer.next = ({ webhook }) =>
      webhook ? { kind: "failed", error: "503 busy" } : { kind: "sent" };
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("09T00:00"));
    const dead = await inWorkspace(database, workspaceId, (db) =>
      listDeadDeliveries(db, workspaceId, { limit: 10 }),
    );
    assert.deepEqual(
      dead.map(({ attempts, lastError }) => [attempts, lastError]),
      [
        [10, "503 busy"],
        [10, "503 busy"],
      ],
    );
    answer.next = () => ({ kind: "sent" });
    const acting = { database, workspaceId, actor: "account/ana", now: clock.now };
    assert.equal(
      await replay(
        acting,
        dead.map(({ id }) => id),
      ),
      2,
    );
    await go(at("09T02:00"));
    assert.equal(arrived.filter(({ channel }) => channel === "webhook").length, 2);
  });

  test("that wants no more is paused and left alone", async () => {
    const { record, clock, goTo: go, answer, database, workspaceId } = await scene();
    answer.next = ({ webhook }) => (webhook ? { kind: "gone", error: "410" } : { kind: "sent" });
    clock.now = at("02T10:00");
    await record(fact("lead.created", at("02T10:00"), owned));
    await go(at("02T15:00"));
    const hook = await inWorkspace(database, workspaceId, (db) =>
      findWebhook(db, workspaceId, "hook"),
    );
    assert.equal(hook?.pausedBecause, "410");
  });
});

test("what one person is told within five minutes is one message, so many a day", async () => {
  const { record, clock, goTo: go, arrived } = await scene();
  clock.now = at("02T10:00");
  for (let lead = 0; lead < 12; lead += 1) {
    const created = (at("02T10:00") + lead * 20_000) as Instant;
    await record(fact("lead.created", created, { ...owned, subject: `lead/${lead}` }));
  }
  await go(at("02T11:30"));
  const mails = arrived.filter(({ channel }) => channel === "email");
  assert.deepEqual(
    mails.map(({ message }) => message.deliveries.length),
    [1, 9],
  );
});

test("two workers take turns and tell each thing once", async () => {
  const one = await scene();
  const { record, clock, arrived, answer, worker } = one;
  const other = workerOf(opened.open(), {
    clock,
    arrived,
    answer,
    workspaceId: one.workspaceId,
    name: "worker/2",
  });
  clock.now = at("02T10:00");
  for (let lead = 0; lead < 60; lead += 1) {
    await record(fact("lead.created", at("02T10:00"), { ...owned, subject: `lead/${lead}` }));
  }
  for (const until of [at("02T11:00:01"), at("02T12:00:01"), at("02T12:10")]) {
    clock.now = until;
    for (const kind of ["timer", "timer", "delivery"] as const) {
      await Promise.all([workRound(worker, kind), workRound(other, kind)]);
    }
  }
  const told = arrived.flatMap(({ channel, message }) =>
    channel === "webhook" ? message.deliveries.map(({ id }) => id) : [],
  );
  assert.equal(told.length, 120);
  assert.equal(new Set(told).size, 120);
});

test("those who manage get one message on the morning of a working day", async () => {
  const { record, clock, goTo: go, arrived, database, workspaceId } = await scene();
  clock.now = at("05T10:00");
  const data = { owner: "ana", team: "sdr" };
  for (const [id, created] of [
    ["lead/1", at("05T10:00")],
    ["lead/2", at("05T11:00")],
  ] as const) {
    await record(fact("lead.created", created, { subject: id, data }));
  }
  await record(fact("contact.connected", at("05T10:30"), { subject: "lead/1" }));
  await inWorkspace(database, workspaceId, (db) => planDigest(db, { workspaceId, now: clock.now }));
  await go(at("09T08:00"));
  const mails = arrived.filter(({ message }) => message.deliveries[0]?.body.what === "digest");
  assert.deepEqual(
    mails.map(({ at: when, message }) => `${instantText(when).slice(8, 16)} ${message.recipient}`),
    ["06T08:30 eva@example.org"],
  );
  const body = mails[0]?.message.deliveries[0]?.body as DigestNotice;
  assert.deepEqual([body.overdue, body.met, body.breached], [1, 1, 1]);
  assert.equal(body.first?.subject, "lead/2");
});
