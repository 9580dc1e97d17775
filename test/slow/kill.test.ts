/**
 * Two servers, two workers and the embedded PostgreSQL under load, one of them killed at a time,
 * fifty times: what was acknowledged is there, conclusions are what the facts say, and each breach
 * is told under one id.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import sql from "sql-template-tag";
import { randomFrom } from "../../src/demo/random.ts";
import type { Event } from "../../src/engine/event.ts";
import { judge } from "../../src/engine/judge.ts";
import type { Instant } from "../../src/engine/time.ts";
import { clockId, clocksOfSubjects } from "../../src/store/clock.ts";
import { Database, inWorkspace, many, one } from "../../src/store/db.ts";
import { readLock } from "../../src/store/embedded/lock.ts";
import { type Embedded, startEmbedded } from "../../src/store/embedded/server.ts";
import { migrate } from "../../src/store/migrate.ts";
import { at, openScene } from "../work-scene.ts";

const KILLS = 50;
/** Leads that one batch brings, each created and most of them contacted. */
const LEADS_IN_BATCH = 4;
/** Milliseconds for all that is due to be told after the last kill. */
const PATIENCE = 90_000;

const seed = Number(process.env.ACUERDO_SEED ?? 7);
const random = randomFrom(seed, 1);

const agreement = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: quick, title: Quick}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.created, stop: contact.connected}
      target: [{within: 2s}]
      objective: {atLeast: "90%", each: month}
`;

let scratch: string;
let embedded: Embedded;
let database: Database;
let receiver: Server;
let document: Awaited<ReturnType<typeof openScene>>["document"];
/** What the receiver was told: the ids under which each telling came. */
const told = new Map<string, Set<string>>();

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), "acuerdo-kill-"));
  embedded = await startEmbedded({ directory: join(scratch, "data") });
  await migrate(embedded.address, at("01T00:00"));
  database = new Database(embedded.address, { connections: 4 });
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { type, data, timestamp } = JSON.parse(body);
    const telling = `${data.clock} ${type} ${timestamp}`;
    const ids = told.get(telling) ?? new Set();
    told.set(telling, ids.add(String(request.headers["webhook-id"])));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  ({ document } = await openScene(database, { workspaceId: "w1", agreement, url }));
});
after(async () => {
  for (const child of children.values()) child.kill("SIGKILL");
  receiver.close();
  receiver.closeAllConnections();
  await database.close();
  await embedded.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const children = new Map<string, ChildProcess>();
const waiting = new Map<number, readonly Event[]>();
const acknowledged: Event[] = [];

function start(name: string): void {
  const role = name.startsWith("worker") ? "work" : "record";
  const script = fileURLToPath(new URL("kill-server.ts", import.meta.url));
  const own = `${name}/${random()}`;
  const args = ["--disable-warning=ExperimentalWarning", script, role];
  const child = spawn(process.execPath, [...args, JSON.stringify(embedded.address), own], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.on("error", () => undefined);
  children.set(name, child);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { batch, isDurable } = JSON.parse(line) as { batch: number; isDurable: boolean };
    const events = waiting.get(batch);
    if (!isDurable || !events) return;
    waiting.delete(batch);
    acknowledged.push(...events);
  });
}

let batches = 0;

/** New leads, and contacts of these: soon, or too late. */
function nextBatch(): void {
  batches += 1;
  const now = Date.now();
  const events = Array.from({ length: LEADS_IN_BATCH }, (_, index): readonly Event[] => {
    const subject = `lead/${batches}-${index}`;
    const base = { source: "crm", subject, actor: { kind: "human" } } as const;
    const created = {
      ...base,
      id: `${subject}a`,
      type: "lead.created",
      occurredAt: now as Instant,
    };
    if (random() < 0.4) return [created];
    const later = (now - 1_000 + Math.floor(random() * 500)) as Instant;
    const early = { ...created, occurredAt: (now - 2_500) as Instant };
    const type = "contact.connected";
    return [
      random() < 0.5 ? created : early,
      { ...base, id: `${subject}b`, type, occurredAt: random() < 0.5 ? (now as Instant) : later },
    ];
  }).flat();
  waiting.set(batches, events);
}

/** Everything not yet acknowledged goes out, again where nobody answered. */
function send(): void {
  for (const [batch, events] of [...waiting].slice(0, 20)) {
    const server = children.get(random() < 0.5 ? "server1" : "server2");
    server?.stdin?.write(`${JSON.stringify({ batch, events })}\n`);
  }
}

function kill(name: string): void {
  if (name === "postgres") {
    const pid = readLock(join(embedded.directory, "postgres"))?.pid;
    // While it is being started again the supervisor's own number stands there: ours.
    if (pid === undefined || pid === process.pid) return;
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // The one killed before has not been followed by another yet.
      assert.equal((error as { code?: unknown }).code, "ESRCH");
    }
    return;
  }
  children.get(name)?.kill("SIGKILL");
  start(name);
}

/** What a query gives as soon as the server answers again. */
async function ask<T>(question: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await question();
    } catch (error) {
      if (attempt === 60) throw error;
      await wait(500);
    }
  }
}

/** What is due and not done, of timers and of deliveries. */
function undone(): Promise<number> {
  return inWorkspace(database, "w1", (db) =>
    one(
      db,
      sql`
        select (select count(*) from timer where finished_at is null and kind <> 'period')
          + (select count(*) from delivery where delivered_at is null and channel = 'webhook')
          as undone`,
      (row) => Number(row.undone),
    ),
  );
}

/** The same by name, for when it fails. */
function left(): Promise<readonly string[]> {
  return inWorkspace(database, "w1", (db) =>
    many(
      db,
      sql`
        select 'timer ' || id || ' ' || attempts as left from timer
        where finished_at is null and kind <> 'period'
        union all
        select 'delivery ' || id || ' ' || attempts || ' ' || coalesce(last_error, '') from delivery
        where delivered_at is null and channel = 'webhook'`,
      (row) => row.left as string,
    ),
  );
}

test(`killed ${KILLS} times under load (seed ${seed})`, { timeout: 400_000 }, async (context) => {
  const names = ["server1", "server2", "worker1", "worker2"];
  for (const name of names) start(name);
  await wait(2_000);
  for (let round = 0; round < KILLS; round += 1) {
    for (let step = 0; step < 3; step += 1) {
      if (waiting.size < 40) nextBatch();
      send();
      await wait(50 + Math.floor(random() * 150));
    }
    const victims = [...names, "postgres"];
    kill(victims[Math.floor(random() * victims.length)] ?? "worker1");
  }
  const end = Date.now() + PATIENCE;
  while (waiting.size > 0 && Date.now() < end) {
    send();
    await wait(1_000);
  }
  assert.equal(waiting.size, 0, "every batch was acknowledged in the end");
  while ((await ask(undone)) > 0 && Date.now() < end) await wait(1_000);
  assert.deepEqual(await ask(left), [], "nothing is left to do");

  const kept = await inWorkspace(database, "w1", (db) =>
    many(db, sql`select id from event where source = 'crm'`, ({ id }) => id as string),
  );
  const there = new Set(kept);
  assert.deepEqual(
    acknowledged.map(({ id }) => id).filter((id) => !there.has(id)),
    [],
    "every acknowledged event is there",
  );
  const subjects = [...new Set(acknowledged.map(({ subject }) => subject))];
  const stored = await inWorkspace(database, "w1", (db) => clocksOfSubjects(db, "w1", subjects));
  const asOf = Date.now() as Instant;
  const agreements = [{ document, from: at("01T00:00") }];
  const judged = judge({ agreements, calendars: [], events: acknowledged, asOf }).clocks;
  type Clock = (typeof stored)[number] | (typeof judged)[number];
  const inAWord = (clock: Clock) =>
    `${clockId(clock)} ${clock.state} ${clock.verdict} ${clock.breachedAt}`;
  assert.deepEqual(stored.map(inAWord).sort(), judged.map(inAWord).sort());

  const breached = judged.filter(({ verdict }) => verdict === "breached");
  const lost = breached
    .map(
      (clock) =>
        `${clockId(clock)} clock.breached ${new Date(clock.breachedAt ?? 0).toISOString()}`,
    )
    .filter((telling) => !told.has(telling));
  assert.deepEqual(lost, [], "no notice is lost");
  const twice = [...told].filter(([, ids]) => ids.size > 1);
  assert.deepEqual(twice, [], "nothing is told under two ids");
  context.diagnostic(`${acknowledged.length} events, ${breached.length} breaches`);
});
