import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import sql from "sql-template-tag";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { compareEvents, type Event } from "../engine/event.ts";
import { type Instant, readInstant } from "../engine/time.ts";
import { inWorkspace, one } from "./db.ts";
import { eraseEvents, findEvent, historiesOf, insertEvents, insertLinks } from "./event.ts";
import {
  addSubjects,
  listSubjects,
  lockSubjects,
  saveCheckpoint,
  saveSubjects,
} from "./subject.ts";
import { raiseWatermark, watermarks } from "./watermark.ts";

const at = (text: string) => readInstant(`2026-03-31T${text}Z`) as Instant;
const recording = { workspaceId: "ours", now: at("12:00") };

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

const ours = <T>(work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(db.database, "ours", work);

function event(id: string, more: Partial<Event> = {}): Event {
  return {
    id,
    source: "crm",
    type: "lead.assigned",
    subject: "lead/1",
    occurredAt: at("10:00"),
    recordedAt: at("10:00:01"),
    data: {},
    ...more,
  };
}

describe("appending events", () => {
  test("says which are new, and a repeat changes nothing", () =>
    ours(async (tx) => {
      const first = [event("a"), event("b"), event("a", { type: "lead.spam" })];
      const added = await insertEvents(tx, recording, first);
      assert.deepEqual(added.map(({ id }) => id).sort(), ["a", "b"]);
      const again = [event("b", { type: "lead.spam" }), event("c"), event("b", { source: "desk" })];
      const more = await insertEvents(tx, recording, again);
      assert.deepEqual(more.map(({ source, id }) => `${source} ${id}`).sort(), ["crm c", "desk b"]);
      assert.equal((await findEvent(tx, "ours", event("b")))?.type, "lead.assigned");
    }));

  test("takes the time we learnt of it for when it was recorded, where nobody says", () =>
    ours(async (tx) => {
      const { recordedAt: _, ...unsaid } = event("unsaid");
      await insertEvents(tx, recording, [unsaid]);
      assert.equal((await findEvent(tx, "ours", unsaid))?.recordedAt, recording.now);
    }));

  test("gives back every event as it was, whatever is in it", async () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" }).filter(storable);
    const instant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    const data = fc.dictionary(text, fc.jsonValue()).map((value) => JSON.parse(plain(value)));
    const events = fc.record(
      {
        id: text,
        source: text,
        type: text,
        subject: text,
        occurredAt: instant as fc.Arbitrary<Instant>,
        recordedAt: instant as fc.Arbitrary<Instant>,
        sequence: fc.oneof(text, fc.nat()),
        actor: fc.record(
          { id: text, kind: fc.constantFrom("human", "automation") },
          { noNullPrototype: true },
        ),
        data,
      },
      {
        requiredKeys: ["id", "source", "type", "subject", "occurredAt", "recordedAt", "data"],
        noNullPrototype: true,
      },
    );
    await fc.assert(
      fc.asyncProperty(events, fc.uuid(), async (made, workspaceId) => {
        await inWorkspace(db.database, workspaceId, async (tx) => {
          await insertEvents(tx, { ...recording, workspaceId }, [made as Event]);
          assert.deepEqual(await findEvent(tx, workspaceId, made), made);
          const found = await historiesOf(tx, workspaceId, { subjects: [made.subject] });
          assert.deepEqual(found, [{ of: made.subject, event: made }]);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("refuses by name what the database cannot hold, and appends none of the batch", async () => {
    for (const bad of [event("nul\0"), event("half", { data: { note: "\ud800" } })]) {
      const batch = ours((tx) => insertEvents(tx, recording, [event("beside"), bad]));
      await assert.rejects(batch, { code: "value-unstorable" });
    }
    const beside = await ours((tx) => findEvent(tx, "ours", event("beside")));
    assert.equal(beside, undefined);
  });
});

function storable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** What JSON keeps of a value: no minus zero, and no text that the database refuses. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "string" && !storable(inner) ? "?" : inner,
  ).replaceAll("\\u0000", "?");
}

describe("the histories of subjects", () => {
  before(() =>
    inWorkspace(db.database, "histories", async (tx) => {
      const inHistories = { ...recording, workspaceId: "histories" };
      const won = event("won", {
        subject: "deal/7",
        type: "deal.won",
        occurredAt: at("11:00"),
        data: { links: [{ subject: "account/3", role: "buyer" }, { subject: "deal/7" }] },
      });
      const opened = event("opened", { subject: "account/3", occurredAt: at("09:00") });
      const closed = event("closed", { subject: "account/3", occurredAt: at("11:30") });
      const all = [closed, won, opened, event("other", { subject: "lead/9" })];
      await insertEvents(tx, inHistories, all);
      await insertLinks(tx, inHistories, all);
    }),
  );

  const history = (subjects: string[], goesOn = false) =>
    inWorkspace(db.database, "histories", async (tx) => {
      const found = await historiesOf(tx, "histories", { subjects, goesOn });
      return found.map(({ of, event: { id } }) => `${of} ${id}`);
    });

  test("hold their own events and those that link to them, by time", async () =>
    assert.deepEqual(await history(["account/3"]), [
      "account/3 opened",
      "account/3 won",
      "account/3 closed",
    ]));

  test("come one after the other, an event of two subjects in both", async () =>
    assert.deepEqual(await history(["deal/7", "account/3"]), [
      "account/3 opened",
      "account/3 won",
      "account/3 closed",
      "deal/7 won",
    ]));

  test("may go on where a checkpoint stands, each subject from its own", async () => {
    await inWorkspace(db.database, "histories", async (tx) => {
      const checkpoint = { at: at("11:00"), state: {} };
      await addSubjects(tx, { ...recording, workspaceId: "histories" }, ["account/3", "lead/9"]);
      await saveCheckpoint(tx, "histories", { id: "account/3", checkpoint });
    });
    const asked = ["account/3", "lead/9", "deal/7"];
    const rest = ["account/3 won", "account/3 closed", "deal/7 won", "lead/9 other"];
    assert.deepEqual(await history(asked, true), rest);
    assert.deepEqual(await history(["account/3"]), ["account/3 opened", ...rest.slice(0, 2)]);
  });

  test("are in the engine's order but for ties within one instant", () =>
    inWorkspace(db.database, "ties", async (tx) => {
      const ties = { ...recording, workspaceId: "ties" };
      const times = ["10:00", "09:00", "10:00:00.001", "09:00", "08:59:59.999"];
      const batch = times.map((time, n) => event(`e${n}`, { occurredAt: at(time) }));
      await insertEvents(tx, ties, batch);
      const found = await historiesOf(tx, "ties", { subjects: ["lead/1"] });
      const sorted = [...batch].sort(compareEvents).map(({ id }) => id);
      assert.deepEqual(
        found.map(({ event: { id } }) => id),
        sorted,
      );
    }));
});

describe("subjects", () => {
  test("keep a second batch waiting until the first is done", async () => {
    const order: string[] = [];
    const subjects = ["lead/b", "lead/a"];
    let entered: () => void = () => undefined;
    const isIn = new Promise<void>((done) => {
      entered = done;
    });
    const first = ours(async (tx) => {
      await addSubjects(tx, recording, subjects);
      const locked = await lockSubjects(tx, "ours", subjects);
      assert.deepEqual(
        locked.map(({ id, type, events }) => [id, type, events]),
        [
          ["lead/a", "lead", 0],
          ["lead/b", "lead", 0],
        ],
      );
      entered();
      await untilSomebodyWaits();
      order.push("first");
      const known = { id: "lead/a", type: "lead", attributes: { status: "new" }, events: 3 };
      const checkpoint = { at: at("09:00"), state: [1] };
      await saveCheckpoint(tx, "ours", { id: "lead/a", checkpoint });
      await saveSubjects(tx, recording, [{ ...known, lastAt: at("10:00") }]);
    });
    await isIn;
    const second = ours(async (tx) => {
      await addSubjects(tx, recording, ["lead/a", "lead/c"]);
      const [a] = await lockSubjects(tx, "ours", ["lead/a", "lead/c"]);
      order.push("second");
      return a;
    });
    const [, seen] = await Promise.all([first, second]);
    assert.deepEqual(order, ["first", "second"]);
    assert.deepEqual(seen, {
      id: "lead/a",
      type: "lead",
      attributes: { status: "new" },
      events: 3,
      lastAt: at("10:00"),
      checkpoint: { at: at("09:00"), state: [1] },
    });
  });

  test("are listed by type, the last touched first, a page at a time", () =>
    inWorkspace(db.database, "listed", async (tx) => {
      const listed = { ...recording, workspaceId: "listed" };
      const ids = ["lead/1", "lead/2", "lead/3"];
      await addSubjects(tx, listed, [...ids, "deal/1"]);
      await saveSubjects(
        tx,
        listed,
        ids.map((id, n) => ({
          id,
          type: "lead",
          attributes: {},
          events: 1,
          lastAt: at(n < 2 ? "09:00" : "10:00"),
        })),
      );
      const [three, two] = await listSubjects(tx, "listed", { type: "lead", limit: 2 });
      assert.deepEqual([three?.id, two?.id], ["lead/3", "lead/2"]);
      const next = { type: "lead", limit: 2, before: { lastAt: at("09:00"), id: "lead/2" } };
      const rest = await listSubjects(tx, "listed", next);
      assert.deepEqual(
        rest.map(({ id }) => id),
        ["lead/1"],
      );
    }));
});

/** Asks the server, so that nothing depends on how fast this machine is. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = sql`select count(*) as n from pg_locks where not granted`;
  for (let asked = 0; asked < 2_000; asked += 1) {
    const n = await db.database.transaction((tx) => one(tx, waiting, (row) => row.n as number));
    if (n > 0) return;
  }
  assert.fail("nobody waited");
}

test("erasing a subject keeps its facts and only the fields that say nothing of a person", () =>
  inWorkspace(db.database, "erased", async (tx) => {
    const erased = { ...recording, workspaceId: "erased" };
    const personal = event("p", { data: { email: "a@b.c", status: "new" }, actor: { id: "ana" } });
    await insertEvents(tx, erased, [personal]);
    const keys = await eraseEvents(tx, erased, { subject: "lead/1", keep: ["status"] });
    assert.deepEqual(keys, [{ source: "crm", id: "p" }]);
    const left = await findEvent(tx, "erased", personal);
    assert.deepEqual(left?.data, { status: "new" });
    assert.equal(left?.actor, undefined);
  }));

test("a watermark only ever goes forward", () =>
  inWorkspace(db.database, "marks", async (tx) => {
    await tx.client.query(
      `insert into workspace values ('marks', 'Marks', 'en', 'UTC', '{}', '2026-01-01Z')`,
    );
    const marks = { ...recording, workspaceId: "marks" };
    const raised = [];
    for (const time of ["10:00", "09:00", "11:00"]) {
      raised.push(await raiseWatermark(tx, marks, { source: "crm", until: at(time) }));
    }
    assert.deepEqual(raised, [1, 0, 1]);
    assert.deepEqual(await watermarks(tx, "marks"), { crm: at("11:00") });
  }));
