import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at, fact, openScene, type Scene } from "../../test/work-scene.ts";
import type { Event } from "../engine/event.ts";
import { inWorkspace } from "../store/db.ts";
import { gatherEvents } from "./gather-events.ts";

let opened: TestDatabase;
let number = 0;
before(async () => {
  opened = await openTestDatabase();
});
after(() => opened.drop());

async function scene(): Promise<Scene> {
  number += 1;
  const made = await openScene(opened.database, { workspaceId: `gathered${number}` });
  made.clock.now = at("02T10:00:00");
  return made;
}

const send = ({ database, workspaceId, clock }: Scene, ...events: readonly Event[]) =>
  gatherEvents({ database, workspaceId, actor: "test", now: clock.now }, events);

const lead = (index: number, more: Partial<Event> = {}) =>
  fact("lead.created", at("02T09:30:00"), { subject: `lead/${index}`, ...more });

/** What was recorded and concluded. */
function stored({ database, workspaceId }: Scene) {
  return inWorkspace(database, workspaceId, async ({ client }) => {
    const count = async (text: string) => (await client.query(text)).rows[0].count as number;
    return {
      events: await count("select count(*) from event"),
      clocks: await count("select count(*) from clock where state = 'running'"),
      transactions: await count("select count(distinct xmin::text) from event"),
    };
  });
}

describe("events that come one by one at the same moment", () => {
  test("are all recorded and judged, few transactions for many, each answered", async () => {
    const made = await scene();
    const events = Array.from({ length: 120 }, (_, index) => lead(index));
    const fresh = await Promise.all(events.map((event) => send(made, event)));
    assert.deepEqual(
      fresh.map((keys) => [...keys]),
      events.map(({ source, id }) => [`${source}\u0000${id}`]),
    );
    const { transactions, ...all } = await stored(made);
    assert.deepEqual(all, { events: 120, clocks: 120 });
    assert.ok(transactions <= 6, `${transactions} transactions`);
  });

  test("of one that several bring, exactly one answer says that it is new", async () => {
    const made = await scene();
    await send(made, lead(0));
    const same = lead(1);
    const fresh = await Promise.all(Array.from({ length: 10 }, () => send(made, same)));
    assert.equal(fresh.filter(({ size }) => size === 1).length, 1);
    assert.equal((await send(made, same)).size, 0);
    assert.equal((await stored(made)).events, 2);
  });

  test("one that no database can hold is refused alone", async () => {
    const made = await scene();
    const events = [0, 1, 2, 3, 4, 5].map((index) =>
      lead(index, index === 4 ? { data: { note: "\0" } } : {}),
    );
    const settled = await Promise.allSettled(events.map((event) => send(made, event)));
    assert.deepEqual(
      settled.map(({ status }) => status),
      ["fulfilled", "fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"],
    );
    const [refused] = settled.filter(({ status }) => status === "rejected");
    assert.equal((refused as PromiseRejectedResult).reason.code, "value-unstorable");
    assert.equal((await stored(made)).events, 5);
  });
});
