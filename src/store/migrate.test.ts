import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { openEmptyDatabase, openTestDatabase } from "../../test/database.ts";
import { insertion } from "../../test/rows.ts";
import { describeSchema } from "../../tools/schema.ts";
import type { Instant } from "../engine/time.ts";
import { Database, inWorkspace } from "./db.ts";
import { migrate } from "./migrate.ts";

const now = Date.parse("2026-03-31T10:00:00Z") as Instant;

describe("migrating", () => {
  let scratch: string;
  let empty: Awaited<ReturnType<typeof openEmptyDatabase>>;
  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), "acuerdo-migrate-"));
    cpSync(new URL("./migrations/", import.meta.url), join(scratch, "migrations"), {
      recursive: true,
    });
    empty = await openEmptyDatabase();
  });
  after(async () => {
    await empty.drop();
    rmSync(scratch, { recursive: true });
  });
  const folder = () => pathToFileURL(`${scratch}/migrations/`);

  test("applies each file once, also when two programs start at the same moment", async () => {
    const both = await Promise.all([migrate(empty.address, now), migrate(empty.address, now)]);
    const [applied, none] = both.sort((a, b) => b.length - a.length);
    assert.deepEqual(applied?.slice(0, 2), ["0001_workspace.sql", "0002_agreement.sql"]);
    assert.deepEqual(none, []);
    assert.deepEqual(await migrate(empty.address, now), []);
  });

  test("leaves nothing behind of a file that fails, and goes on when it is put right", async () => {
    const file = join(scratch, "migrations", "0900_try.sql");
    writeFileSync(file, "create table half (id text); select 1 / 0;");
    await assert.rejects(migrate(empty.address, now, folder()), { code: "22012" });
    writeFileSync(file, "create table half (id text);");
    assert.deepEqual(await migrate(empty.address, now, folder()), ["0900_try.sql"]);
  });

  test("refuses a database from a newer program", () =>
    assert.rejects(migrate(empty.address, now), {
      code: "migration-unknown",
      message: /0900_try\.sql/,
    }));

  test("refuses a file that was changed after it was applied", async () => {
    writeFileSync(join(scratch, "migrations", "0900_try.sql"), "create table other (id text);");
    await assert.rejects(migrate(empty.address, now, folder()), {
      code: "migration-changed",
      message: /0900_try\.sql/,
    });
  });
});

test("a user who may not make roles is told what to ask for, and can go on with it", async () => {
  const empty = await openEmptyDatabase();
  const client = new pg.Client({ ...empty.address, user: "postgres" });
  await client.connect();
  const user = `poor_${empty.address.database}`;
  await client.query(`create role ${user} login; alter schema public owner to ${user};
    grant all on database ${empty.address.database} to ${user}`);
  const address = { ...empty.address, user };
  await assert.rejects(migrate(address, now), {
    code: "database-role-missing",
    message: new RegExp(`grant acuerdo_app to ${user}`),
  });
  await client.query(`grant acuerdo_app, acuerdo_across to ${user}`);
  assert.ok((await migrate(address, now)).length > 0);
  const pool = new Database(address);
  await inWorkspace(pool, "ours", (tx) => tx.client.query(insertion("workspace", "ours")));
  await pool.close();
  await client.query(`drop owned by ${user}; drop role ${user}`);
  await client.end();
  await empty.drop();
});

test("what clocks are worth is filled in from their subjects, in every workspace", async () => {
  const empty = await openEmptyDatabase();
  const scratch = mkdtempSync(join(tmpdir(), "acuerdo-worth-"));
  const before = join(scratch, "migrations");
  cpSync(new URL("./migrations/", import.meta.url), before, {
    recursive: true,
    filter: (path) => !/\d{4}_/.test(path) || basename(path) < "0018",
  });
  await migrate(empty.address, now, pathToFileURL(`${before}/`));
  const pool = new Database(empty.address);
  const worths = { ours: { amount: "a lot", value: "700.50" }, theirs: { amount: 12 }, poor: {} };
  for (const [workspace, attributes] of Object.entries(worths)) {
    await inWorkspace(pool, workspace, async ({ client }) => {
      for (const table of ["workspace", "subject", "clock"]) {
        await client.query(insertion(table, workspace));
      }
      await client.query("update subject set attributes = $1", [attributes]);
    });
  }
  await migrate(empty.address, now);
  const found = Object.keys(worths).map((workspace) =>
    inWorkspace(pool, workspace, async ({ client }) => {
      const { rows } = await client.query("select worth::text, worth_order::text from clock");
      return rows.map(Object.values)[0];
    }),
  );
  assert.deepEqual(await Promise.all(found), [
    ["700.5", "-700.5"],
    ["12", "-12"],
    [null, "Infinity"],
  ]);
  await pool.close();
  await empty.drop();
  rmSync(scratch, { recursive: true });
});

test("schema.sql is what migrating gives (`node tools/schema.ts` writes it)", async () => {
  const database = await openTestDatabase();
  const file = readFileSync(new URL("./schema.sql", import.meta.url), "utf8");
  assert.equal(await describeSchema(database.ownerAddress), file);
  await database.drop();
});

test("a migration says why, what it locks, and if the last release can go on", () => {
  const folder = new URL("./migrations/", import.meta.url);
  const names = ["workspace", "agreement", "event", "clock", "timer", "audit"];
  for (const [index, name] of names.entries()) {
    const text = readFileSync(new URL(`000${index + 1}_${name}.sql`, folder), "utf8");
    const head = text.split("\n\n")[0] ?? "";
    for (const part of ["-- Why:", "-- Lock:", "-- Previous release:"]) {
      assert.ok(head.includes(part), `${name}: ${part}`);
    }
  }
});
