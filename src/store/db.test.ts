import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import sql, { raw } from "sql-template-tag";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { insertion, rows } from "../../test/rows.ts";
import { type Instant, readInstant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { acrossWorkspaces, type Db, inWorkspace, many, maybe, one, run, together } from "./db.ts";

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
  for (const workspace of ["ours", "theirs"]) {
    await inWorkspace(db.database, workspace, async ({ client }) => {
      for (const table of Object.keys(rows)) await client.query(insertion(table, workspace));
    });
  }
});
after(() => db.drop());

const count = (tx: Db, table: string) =>
  one(tx, sql`select count(*) as n from ${raw(table)}`, ({ n }) => n as number);

const code = (expected: string) => (error: unknown) =>
  (error as { code?: string }).code === expected;

async function asSuperuser<T>(text: string): Promise<T[]> {
  const client = new pg.Client(db.superuserAddress);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Ends the connection of a transaction, as a server does that goes. */
async function cutOff(tx: Db): Promise<void> {
  const pid = await one(tx, sql`select pg_backend_pid() as pid`, (row) => row.pid as number);
  await asSuperuser(`select pg_terminate_backend(${pid}, 5000)`);
}

const tablesOf = `
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and a.attname = 'workspace_id' and not a.attisdropped order by 1`;

describe("every table of a workspace", () => {
  test("is in this test", async () => {
    const tables = await asSuperuser<{ name: string }>(tablesOf);
    assert.deepEqual(
      tables.map(({ name }) => name),
      Object.keys(rows).sort(),
    );
  });

  for (const table of Object.keys(rows)) {
    describe(table, () => {
      test("shows only the workspace at hand to a statement without a where", () =>
        inWorkspace(db.database, "ours", async (tx) => {
          const seen = await many(tx, sql`select workspace_id from ${raw(table)}`, (row) => row);
          assert.deepEqual(seen, [{ workspace_id: "ours" }]);
        }));

      test("shows nothing where no workspace is at hand", () =>
        db.database.transaction(async (tx) => assert.equal(await count(tx, table), 0)));

      test("takes no row for another workspace", () =>
        assert.rejects(
          inWorkspace(db.database, "third", ({ client }) => client.query(insertion(table, "ours"))),
          code("42501"),
        ));

      test("is changed only where its rows are ours, if at all", async () => {
        const change = inWorkspace(db.database, "ours", async (tx) => {
          const changed = await run(tx, sql`update ${raw(table)} set workspace_id = workspace_id`);
          assert.equal(changed, 1);
        });
        await change.catch((error) => assert.equal(error.code, "42501"));
      });

      test("loses only rows of ours, if any", async () => {
        const removal = inWorkspace(db.database, "ours", async (tx) => {
          assert.equal(await run(tx, sql`delete from ${raw(table)}`), 1);
          throw new Undo();
        });
        await assert.rejects(removal, (e) => e instanceof Undo || code("42501")(e));
      });

      test("has workspace_id first in its key and in every index", async () => {
        const firsts = await asSuperuser<{ name: string }>(`
          select a.attname as name from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
          where i.indrelid = '${table}'::regclass`);
        assert.ok(firsts.length > 0);
        assert.ok(firsts.every(({ name }) => name === "workspace_id"));
      });
    });
  }
});

class Undo extends Error {}

describe("the role that statements run as", () => {
  test("owns nothing, and row-level security holds for it and for the owner", async () => {
    const roles = await asSuperuser(`
      select rolsuper, rolbypassrls, rolcanlogin from pg_roles
      where rolname in ('acuerdo_app', 'acuerdo_across')`);
    const free = { rolsuper: false, rolbypassrls: false, rolcanlogin: false };
    assert.deepEqual(roles, [free, free]);
    const loose = await asSuperuser(`
      select relname from pg_class where relname in (${Object.keys(rows).map((t) => `'${t}'`)})
      and (pg_get_userbyid(relowner) <> 'acuerdo' or not relrowsecurity
        or not relforcerowsecurity)`);
    assert.deepEqual(loose, []);
  });

  test("sees where there is work in every workspace, and can change nothing there", async () => {
    await acrossWorkspaces(db.database, async (tx) => assert.equal(await count(tx, "timer"), 2));
    const change = sql`update timer set attempts = 9`;
    await assert.rejects(
      acrossWorkspaces(db.database, (tx) => run(tx, change)),
      code("42501"),
    );
    await assert.rejects(
      acrossWorkspaces(db.database, (tx) => count(tx, "event")),
      code("42501"),
    );
  });

  for (const table of ["revision", "calendar", "event", "event_subject", "breach", "audit"]) {
    test(`${table} rows are never rewritten or removed, not even by a superuser`, async () => {
      for (const deed of [`update ${table} set created_at = now()`, `delete from ${table}`]) {
        await assert.rejects(asSuperuser(deed), code("23000"));
      }
      await assert.rejects(asSuperuser(`truncate ${table} cascade`), code("23000"));
    });
  }

  test("erasing a person from an event keeps the fact", async () => {
    const when = timestamp(readInstant("2026-04-01T00:00:00Z"));
    const erase = sql`
      update event set data = '{}', actor_id = null, erased_at = ${when} where id = 'e1'`;
    const type = sql`select type, data from event`;
    await inWorkspace(db.database, "ours", async (tx) => {
      assert.equal(await run(tx, erase), 1);
      assert.deepEqual(await one(tx, type, (row) => row), { type: "lead.assigned", data: {} });
      const forge = sql`update event set type = 'lead.spam' where id = 'e1'`;
      await assert.rejects(run(tx, forge), code("42501"));
      throw new Undo();
    }).catch((error) => assert.ok(error instanceof Undo));
  });
});

describe("a transaction", () => {
  test("keeps all of it or nothing", async () => {
    const failing = inWorkspace(db.database, "ours", async (tx) => {
      await run(tx, sql`update member set title = 'changed'`);
      throw new Undo();
    });
    await assert.rejects(failing, Undo);
    await inWorkspace(db.database, "ours", async (tx) => {
      const title = await maybe(tx, sql`select title from member`, (row) => row.title);
      assert.equal(title, null);
    });
  });

  test("sends nothing after its end, not even what was begun before it", async () => {
    const pool = db.open({ connections: 1, isPipelined: true });
    const late = Promise.withResolvers<unknown>();
    const failing = inWorkspace(pool, "ours", (tx) =>
      together(
        tx,
        async () => {
          await run(tx, sql`select pg_sleep(0.05)`);
          const next = run(tx, sql`delete from task`);
          await next.catch(late.resolve);
          late.resolve(undefined);
        },
        () => Promise.reject(new Error("at once")),
      ),
    );
    await assert.rejects(failing, /at once/);
    const before = await inWorkspace(pool, "ours", (tx) => count(tx, "task"));
    assert.match(String(await late.promise), /is over/);
    assert.equal(await inWorkspace(pool, "ours", (tx) => count(tx, "task")), before);
    assert.ok(before > 0);
  });

  test("is tried again when the server ended it to break a deadlock", async () => {
    let attempts = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((done) => {
      meet = done;
    });
    let waiting = 0;
    const crossing = (first: string, second: string) =>
      inWorkspace(db.database, "ours", async (tx) => {
        attempts += 1;
        await run(tx, sql`update ${raw(first)} set created_at = created_at`);
        waiting += 1;
        if (waiting === 2) meet();
        await met;
        await run(tx, sql`update ${raw(second)} set created_at = created_at`);
      });
    await Promise.all([crossing("timer", "delivery"), crossing("delivery", "timer")]);
    assert.equal(attempts, 3);
  });

  test("is done again, once and whole, when its connection broke before the end", async () => {
    const titles: string[] = [];
    await inWorkspace(db.database, "ours", async (tx) => {
      titles.push(`attempt ${titles.length + 1}`);
      await run(tx, sql`update webhook set title = ${titles.at(-1)}`);
      if (titles.length < 3) await cutOff(tx);
      await run(tx, sql`update webhook set title = title || ' kept'`);
    });
    await inWorkspace(db.database, "ours", async (tx) => {
      assert.equal(
        await one(tx, sql`select title from webhook`, (row) => row.title),
        "attempt 3 kept",
      );
    });
  });

  test("whose connection breaks time and again is given up", async () => {
    let attempts = 0;
    const broken = inWorkspace(db.database, "ours", async (tx) => {
      attempts += 1;
      await cutOff(tx);
      await run(tx, sql`select 1`);
    });
    await assert.rejects(broken);
    assert.equal(attempts, 4);
  });

  test("is not done again when its connection broke at the very end", async () => {
    await asSuperuser(`
      create function cut_off() returns trigger language plpgsql security definer as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          perform pg_sleep(10);
          return null;
        end $$;
      create constraint trigger cut_off after update on turn deferrable initially deferred
        for each row execute function cut_off()`);
    let attempts = 0;
    const broken = inWorkspace(db.database, "ours", async (tx) => {
      attempts += 1;
      await run(tx, sql`update turn set updated_at = updated_at`);
    });
    await assert.rejects(broken);
    assert.equal(attempts, 1);
    await asSuperuser("drop trigger cut_off on turn; drop function cut_off");
  });

  test("that goes along a file is not done again", async () => {
    let attempts = 0;
    const broken = db.database.transaction(
      async (tx) => {
        attempts += 1;
        await cutOff(tx);
        await run(tx, sql`select 1`);
      },
      { workspace: "ours", isSnapshot: true },
    );
    await assert.rejects(broken);
    assert.equal(attempts, 1);
  });

  test("cannot change anything in a snapshot", () =>
    assert.rejects(
      db.database.transaction((tx) => run(tx, sql`update member set title = 'x'`), {
        workspace: "ours",
        isSnapshot: true,
      }),
      code("25006"),
    ));

  test("refuses by name what the database cannot hold", () =>
    assert.rejects(
      inWorkspace(db.database, "ours", (tx) => run(tx, sql`update member set title = ${"a\0b"}`)),
      code("value-unstorable"),
    ));

  test("is given up when a statement takes too long", async () => {
    const hurried = db.open({ statementTimeout: 50 });
    const slow = hurried.transaction((tx) => run(tx, sql`select pg_sleep(30)`));
    await assert.rejects(slow, code("57014"));
  });
});

describe("a value", () => {
  const cases = [
    ["an instant, cut down to the millisecond", sql`'2026-03-31 10:00:00.123999-06'::timestamptz`],
    ["the first instant there is", sql`${"0001-01-01T00:00:00.000Z"}::timestamptz`],
    ["the last instant there is", sql`${"9999-12-31T23:59:59.999Z"}::timestamptz`],
    ["money, as text", sql`12.30::numeric(12, 2)`],
    ["a whole number", sql`9007199254740991::bigint`],
    ["a date, as text", sql`'2026-03-31'::date`],
    ["JSON, an array too", sql`${json([1, { a: "ñ" }])}::jsonb`],
  ] as const;
  const expected = [
    readInstant("2026-03-31T16:00:00.123Z"),
    readInstant("0001-01-01T00:00:00.000Z"),
    readInstant("9999-12-31T23:59:59.999Z"),
    "12.30",
    Number.MAX_SAFE_INTEGER,
    "2026-03-31",
    [1, { a: "ñ" }],
  ];
  for (const [index, [name, expression]] of cases.entries()) {
    test(`comes back as ${name}`, () =>
      db.database.transaction(async (tx) => {
        const value = await one(tx, sql`select ${expression} as value`, (row) => row.value);
        assert.deepEqual(value, expected[index]);
      }));
  }

  test("of every instant comes back as it went in", () =>
    db.database.transaction(async (tx) => {
      for (const at of [-62135596800000, -1, 0, 1, 951782400001, 4102444799999] as Instant[]) {
        const statement = sql`select ${timestamp(at)}::timestamptz as at`;
        assert.equal(await one(tx, statement, (row) => row.at), at);
      }
    }));
});
