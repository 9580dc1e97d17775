import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import sql from "sql-template-tag";
import type { Problem } from "../../engine/problem.ts";
import { Database, one } from "../db.ts";
import { findNative } from "./binaries.ts";
import { isServing, readLock } from "./lock.ts";
import { superuser } from "./postmaster.ts";
import { type Embedded, startEmbedded } from "./server.ts";

const isRoot = process.getuid?.() === 0;
const rootOnly = { skip: isRoot ? false : "needs root, who is who cannot run PostgreSQL" };
const linuxOnly = { skip: process.platform === "linux" ? false : "needs Linux" };

const scratch = mkdtempSync(join(tmpdir(), "acuerdo-embedded-"));
chmodSync(scratch, 0o755);
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

let folders = 0;
function freshFolder(): string {
  folders += 1;
  return join(scratch, `case-${folders}`);
}

/**
 * A folder with a cluster in it, made once and copied: making one is most of what a start costs.
 */
let pattern: Promise<string> | undefined;
async function madeFolder(): Promise<string> {
  pattern ??= makePattern();
  const directory = freshFolder();
  cpSync(await pattern, directory, { recursive: true, verbatimSymlinks: true });
  const owner = statSync(join(await pattern, "postgres"));
  if (isRoot)
    execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, join(directory, "postgres")]);
  chmodSync(join(directory, "postgres"), 0o700);
  return directory;
}

async function makePattern(): Promise<string> {
  const directory = freshFolder();
  await (await startEmbedded({ directory })).stop();
  return directory;
}

type Report = { isOwner?: boolean; pid?: number; refused?: string };

/** Starts the supervisor in a process of its own and waits for what it reports. */
async function supervised(directory: string, how: { orphan?: boolean; uid?: number } = {}) {
  const script = resolve(import.meta.dirname, "../../../test/supervised.ts");
  const identity = how.uid === undefined ? {} : { uid: how.uid, gid: how.uid };
  const child = spawn(process.execPath, [script, directory, ...(how.orphan ? ["orphan"] : [])], {
    stdio: ["ignore", "pipe", "inherit"],
    ...identity,
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, report: JSON.parse(line) as Report };
}

async function killed(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function ask(server: Embedded, text: string): Promise<unknown[][]> {
  const client = superuser(server.address.host, "acuerdo");
  await client.connect();
  const answer = await client.query({ text, rowMode: "array" });
  await client.end();
  return answer.rows;
}

/** Bounded: what should happen at once on an idle machine may take a while on a busy one. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let check = 0; check < 300; check += 1) {
    if (await isSo()) return;
    await wait(50);
  }
  assert.fail("waited 15 seconds in vain");
}

describe("the database that npm brings", () => {
  test("starts on an empty folder and keeps what was written for the next start", async () => {
    const directory = freshFolder();
    const first = await startEmbedded({ directory });
    await ask(first, "create table kept as select 7 as answer");
    await first.stop();
    const second = await startEmbedded({ directory });
    assert.deepEqual(await ask(second, "select answer from kept"), [[7]]);
    await second.stop();
    assert.equal(readLock(join(second.directory, "postgres")), undefined);
  });

  test("listens on a private socket and on no port, and forces every commit to disk", async () => {
    const server = await startEmbedded({ directory: await madeFolder() });
    const asked = "listen_addresses ssl fsync synchronous_commit full_page_writes".split(" ");
    const answers = await Promise.all(asked.map((name) => ask(server, `show ${name}`)));
    assert.deepEqual(answers.flat(2), ["", "off", "on", "on", "on"]);
    await server.stop();
  });

  test("makes the links that its install script would have made", linuxOnly, async () => {
    const native = join(freshFolder(), "native");
    cpSync(findNative(), native, { recursive: true, verbatimSymlinks: true });
    for (const { target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
      rmSync(join(native, "..", target), { force: true });
    }
    const server = await startEmbedded({ directory: await madeFolder(), native });
    assert.deepEqual(await ask(server, "select 1"), [[1]]);
    await server.stop();
  });

  test(
    "goes elsewhere, and says where, when root's home is closed to others",
    rootOnly,
    async () => {
      const home = freshFolder();
      mkdirSync(home, { mode: 0o700 });
      const native = join(home, "native");
      cpSync(findNative(), native, { recursive: true, verbatimSymlinks: true });
      const shared = freshFolder();
      const said: Problem[] = [];
      const say = (problem: Problem) => said.push(problem);
      const server = await startEmbedded({ directory: join(home, "data"), native, shared, say });
      assert.equal(said[0]?.code, "database-moved");
      assert.equal(said[0]?.facts.to, server.directory);
      assert.ok(server.directory.startsWith(shared));
      assert.deepEqual(await ask(server, "select 1"), [[1]]);
      await server.stop();
      const again = await startEmbedded({ directory: join(home, "data"), native, shared });
      assert.equal(again.directory, server.directory);
      await again.stop();
    },
  );

  test("refuses data of another major version by name", async () => {
    const directory = await madeFolder();
    writeFileSync(join(directory, "postgres", "PG_VERSION"), "17\n");
    await assert.rejects(startEmbedded({ directory }), {
      code: "database-major-wrong",
      message: /PostgreSQL 17 and this program brings 18/,
    });
  });

  test("asks for DATABASE_URL on a machine it has no binary for", () => {
    for (const [platform, arch] of [
      ["linux", "riscv64"],
      ["win32", "x64"],
    ] as const) {
      assert.throws(() => findNative(platform, arch), {
        code: "database-binary-missing",
        message: /DATABASE_URL=postgres/,
      });
    }
  });

  test("asks for DATABASE_URL where the binary does not start", async () => {
    const native = freshFolder();
    mkdirSync(join(native, "bin"), { recursive: true });
    writeFileSync(join(native, "bin", "postgres"), "not a program", { mode: 0o755 });
    await assert.rejects(
      startEmbedded({ directory: freshFolder(), native, shared: freshFolder() }),
      {
        code: "database-binary-broken",
        message: /DATABASE_URL=postgres/,
      },
    );
  });

  test("refuses another user's data", rootOnly, async () => {
    const directory = await madeFolder();
    const { report } = await supervised(directory, { uid: 65_533 });
    assert.equal(report.refused, "database-unreadable");
  });

  test("sweeps away what a first start that was cut short left behind", async () => {
    const directory = freshFolder();
    const { child } = await supervised(directory);
    await killed(child, "SIGTERM");
    const part = join(directory, `postgres.new-${child.pid}`);
    mkdirSync(join(part, "base"), { recursive: true });
    rmSync(join(directory, "postgres"), { recursive: true });
    const server = await startEmbedded({ directory });
    assert.deepEqual(readdirSync(directory).sort(), ["postgres", "run"]);
    await server.stop();
  });
});

describe("a database whose supervisor died", () => {
  test("stops with it on Linux, and starts again", linuxOnly, async () => {
    const directory = await madeFolder();
    const { child, report } = await supervised(directory);
    await killed(child);
    await until(() => !isServing({ pid: report.pid ?? 0 }, join(directory, "postgres")));
    const server = await startEmbedded({ directory });
    assert.equal(server.isOwner(), true);
    await server.stop();
  });

  test("is attached to where it goes on running", async () => {
    const directory = await madeFolder();
    const { child, report } = await supervised(directory, { orphan: true });
    await killed(child);
    const server = await startEmbedded({ directory });
    assert.equal(server.isOwner(), false);
    assert.deepEqual(await ask(server, "select 1"), [[1]]);
    await server.stop();
    process.kill(report.pid ?? 0, "SIGQUIT");
    await until(() => !existsSync(join(directory, "postgres", "postmaster.pid")));
  });

  test("recovers at once when both were killed", async () => {
    const directory = await madeFolder();
    const { child, report } = await supervised(directory, { orphan: true });
    process.kill(report.pid ?? 0, "SIGKILL");
    await killed(child);
    const server = await startEmbedded({ directory });
    assert.equal(server.isOwner(), true);
    await server.stop();
  });

  test("starts although a stranger now has its process number", linuxOnly, async () => {
    const directory = await madeFolder();
    const owner = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const stranger = spawn("sleep", ["60"], { stdio: "ignore", ...owner });
    children.push(stranger);
    const lines = [
      stranger.pid,
      join(directory, "postgres"),
      1,
      5432,
      join(directory, "run"),
      "",
      "",
    ];
    writeFileSync(join(directory, "postgres", "postmaster.pid"), lines.join("\n"));
    const server = await startEmbedded({ directory, attempts: 4 });
    assert.equal(server.isOwner(), true);
    await server.stop();
    await killed(stranger);
  });
});

describe("a database that several processes ask for", () => {
  test("is started by one of those that ask at the same moment, and the rest attach", async () => {
    const directory = freshFolder();
    const started = await Promise.all([1, 2, 3].map(() => supervised(directory)));
    assert.equal(started.filter(({ report }) => report.isOwner).length, 1);
    assert.equal(new Set(started.map(({ report }) => report.pid)).size, 1);
    for (const { child } of started) await killed(child);
  });

  test("passes to one that attached when the one that started it stops", async () => {
    const directory = await madeFolder();
    const { child } = await supervised(directory);
    const said: string[] = [];
    const server = await startEmbedded({ directory, say: ({ code }) => said.push(code) });
    assert.equal(server.isOwner(), false);
    await ask(server, "create table kept as select 7 as answer");
    await killed(child, "SIGTERM");
    await until(() => said.includes("database-restarted"));
    assert.equal(server.isOwner(), true);
    assert.deepEqual(await ask(server, "select answer from kept"), [[7]]);
    await server.stop();
  });

  test("is started again when it is killed under its supervisor", async () => {
    const directory = await madeFolder();
    const said: string[] = [];
    const server = await startEmbedded({ directory, say: ({ code }) => said.push(code) });
    await ask(server, "create table kept as select 7 as answer");
    process.kill(readLock(join(directory, "postgres"))?.pid ?? 0, "SIGKILL");
    await until(() => said.includes("database-restarted"));
    assert.deepEqual(await ask(server, "select answer from kept"), [[7]]);
    await server.stop();
  });

  test("serves an open pool again after it was killed", async () => {
    const directory = await madeFolder();
    const said: string[] = [];
    const server = await startEmbedded({ directory, say: ({ code }) => said.push(code) });
    const pool = new Database(server.address, { role: "" });
    const answer = () => pool.transaction((tx) => one(tx, sql`select 1 as n`, ({ n }) => n));
    assert.equal(await answer(), 1);
    process.kill(readLock(join(directory, "postgres"))?.pid ?? 0, "SIGKILL");
    await until(() => said.includes("database-restarted"));
    assert.equal(await answer(), 1);
    await pool.close();
    await server.stop();
  });

  test("is refused by process number when it takes no connections", linuxOnly, async () => {
    const directory = await madeFolder();
    const { child, report } = await supervised(directory);
    process.kill(report.pid ?? 0, "SIGSTOP");
    await assert.rejects(startEmbedded({ directory, attempts: 1 }), {
      code: "database-in-use",
      message: new RegExp(`Process ${report.pid} already uses`),
    });
    process.kill(report.pid ?? 0, "SIGCONT");
    await killed(child, "SIGTERM");
  });
});
