import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { clockId } from "../../src/store/clock.ts";
import { openTestDatabase, type TestDatabase } from "../database.ts";
import { at } from "../work-scene.ts";
import { StoppingDatabase, type StopsAt } from "./stopping-database.ts";
import { judgedClocks, leads, live, seeded, storedClocks, tellings, type World } from "./world.ts";

let opened: TestDatabase;
let database: StoppingDatabase;
let number = 0;
before(async () => {
  opened = await openTestDatabase();
  database = new StoppingDatabase(opened.ownerAddress);
});
after(async () => {
  await database.close();
  await opened.drop();
});

/** A workspace of its own, with nothing left to do in the others. */
async function begin(stopsAt: StopsAt): Promise<string> {
  const client = new pg.Client(opened.superuserAddress);
  await client.connect();
  await client.query("truncate timer, delivery");
  await client.end();
  database.start();
  database.steps = 0;
  database.stopsAt = (step) => (step > SETTING_UP ? stopsAt(step - SETTING_UP) : undefined);
  number += 1;
  return `w${number}`;
}

/** A bound on the steps of the short story, far above what it has. */
const MOST_STEPS = 160;

/** The scene is laid in one transaction. */
const SETTING_UP = 1;

/** Each breach told, none told twice, and what is stored is what the facts say. */
async function check(world: World): Promise<void> {
  const [stored, judged] = [await storedClocks(world), judgedClocks(world)];
  assert.deepEqual(stored, judged);
  const { inboxes, hook, mails } = await tellings(world);
  for (const all of [inboxes, hook, mails]) {
    assert.deepEqual(
      all.filter((one, index) => all[index + 1] === one),
      [],
      "told under two ids",
    );
  }
  for (const clock of judged) {
    const [id = "", , verdict, breachedAt] = clock.split(" ");
    const ofClock = hook.filter((one) => one.startsWith(`hook ${id} `));
    const last = ofClock
      .map((one) => one.split(" ").slice(2).join(" "))
      .filter((one) => /^(breach|moved|withdrawn) /.test(one));
    const isTold = last.includes(`breach ${breachedAt}`) || last.includes(`moved ${breachedAt}`);
    if (verdict === "breached") assert.ok(isTold, `${id} was told of: ${ofClock}`);
    else if (last.length > 0) {
      assert.ok(
        last.some((one) => one.startsWith("withdrawn")),
        `${id}: ${ofClock}`,
      );
    }
  }
}

describe("a world that loses, repeats and reorders what it tells us", () => {
  for (const seed of [1, 2, 3, 4]) {
    test(`seed ${seed}: each breach is told once, and a replay gives what is stored`, async () => {
      const random = seeded(seed);
      const arrivals = leads(random, 12);
      const workspaceId = await begin(() => undefined);
      const fails = () => random() < 0.2;
      const until = at("06T00:00");
      await check(await live(database, { workspaceId, arrivals, until, fails }));
    });
  }
  for (const seed of [11, 12, 13]) {
    test(`seed ${seed}: and where the process stops at one step in twelve`, async () => {
      const random = seeded(seed);
      const arrivals = leads(random, 12);
      const chance = seeded(seed + 100);
      const workspaceId = await begin(() =>
        chance() < 1 / 12 ? (chance() < 0.5 ? "before" : "after") : undefined,
      );
      const world = await live(database, { workspaceId, arrivals, until: at("06T00:00") });
      assert.ok(world.stops > 5);
      await check(world);
    });
  }
});

describe("one lead, breached and taken back by a late fact", () => {
  const subject = "lead/1";
  const created = { id: "a", source: "crm", type: "lead.created", subject } as const;
  const connected = { id: "b", source: "crm", type: "contact.connected", subject } as const;
  const human = { actor: { kind: "human" } } as const;
  const arrivals = [
    {
      at: at("02T10:00"),
      event: { ...created, ...human, occurredAt: at("02T10:00"), data: { owner: "ana" } },
    },
    { at: at("02T13:00"), event: { ...connected, ...human, occurredAt: at("02T11:30") } },
  ];
  const story = { arrivals, until: at("02T18:00") };

  // After one commit and before the next is the same moment, so each side takes every other step.
  for (const [side, first] of [
    ["before", 1],
    ["after", 2],
  ] as const) {
    const name = `stopped ${side} the commit of step ${first}, ${first + 2}, … to the last`;
    test(name, async (context) => {
      let last: number = first;
      for (let stop: number = first; stop <= last; stop += 2) {
        const workspaceId = await begin((step) => (step === stop ? side : undefined));
        const world = await live(database, { workspaceId, ...story });
        last = Math.max(last, Math.min(database.steps - SETTING_UP, MOST_STEPS));
        await check(world);
        const id = clockId({
          subject,
          agreement: "handover",
          commitment: "first-contact",
          cycle: 1,
        });
        const { hook } = await tellings(world);
        const said = hook.map((one) => one.split(" ").slice(1, 3).join(" "));
        assert.deepEqual(said, [`${id} breach`, `${id} warning`, `${id} withdrawn`]);
      }
      assert.ok(last > 15 && last < MOST_STEPS);
      context.diagnostic(`${last} steps`);
    });
  }
});
