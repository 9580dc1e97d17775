import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { companyYear, exampleAgreements, yearStart } from "../../test/measured-year.ts";
import { rows as tables } from "../../test/rows.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import { randomFrom } from "../demo/random.ts";
import type { Event } from "../engine/event.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../engine/time.ts";
import { insertRevision } from "../store/agreement.ts";
import { inWorkspace } from "../store/db.ts";
import { takeRules } from "../store/rules-version.ts";
import { keepCorrections } from "./correction.ts";
import { erasePerson } from "./erase-person.ts";
import { beginIntake, takeBackIntake } from "./intake.ts";
import { recordEvents } from "./record-events.ts";
import { allKinds, planResettle } from "./resettle.ts";
import type { Spacing } from "./settling.ts";
import { moveWatermark } from "./watermark.ts";

const names = ["marketing-ventas", "soporte-estandar"];
const { agreements } = exampleAgreements(...names);

/** At every other fact; and at none. */
const near: Spacing = { open: 2, most: 4, step: 2 };
const never: Spacing = { open: 2, most: 4, step: Number.POSITIVE_INFINITY };

let opened: TestDatabase;
let owner: pg.Client;
before(async () => {
  opened = await openTestDatabase();
  owner = new pg.Client(opened.superuserAddress);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await opened.drop();
});

/** Something done in a workspace, the same in both. */
type Deed = (scene: Scene, spacing: Spacing) => Promise<unknown>;

const STEP = 9 * DAY;
const LAST = 30;

/** Facts as they arrive: some late, some twice, some before they happen. */
function arrivals(seed: number): ReadonlyMap<number, readonly Event[]> {
  const random = randomFrom(seed, 0);
  const chance = (below: number) => Math.floor(random() * below);
  const arriving = new Map<number, Event[]>();
  const arrive = (step: number, event: Event) =>
    arriving.set(step, [...(arriving.get(step) ?? []), event]);
  for (const event of companyYear(seed, 24, nowAt(LAST))) {
    const step = Math.ceil((event.occurredAt - yearStart) / STEP);
    arrive(Math.max(0, step + ([-1, 1, 3, 8][chance(12)] ?? 0)), event);
    if (chance(10) === 0) arrive(step + chance(6), event);
  }
  return arriving;
}

function nowAt(step: number): Instant {
  return (yearStart + step * STEP) as Instant;
}

function deedsAt(step: number, events: readonly Event[]): readonly Deed[] {
  const now = nowAt(step);
  const record: Deed = ({ acting }, spacing) => recordEvents(acting(now), events, { spacing });
  const pass: Deed = (scene) => scene.pass((now + HOUR) as Instant);
  return [record, pass, ...(special[step] ?? []).map((deed) => deed(now)), pass];
}

const special: Readonly<Record<number, readonly ((now: Instant) => Deed)[]>> = {
  8: [publish(2, "keep")],
  11: [exclude],
  14: [publish(3, "recompute")],
  17: [watermark((now) => (now - 20 * DAY) as Instant)],
  19: [watermark((now) => now)],
  21: [bringIn],
  23: [takeBack],
  25: [erase],
  27: [(now) => (scene) => scene.pass((now - 40 * DAY) as Instant), exclude],
};

function publish(number: number, existing: "keep" | "recompute") {
  return (now: Instant): Deed =>
    ({ acting, workspaceId }) =>
      inWorkspace(acting(now).database, workspaceId, async (db) => {
        await takeRules(db, workspaceId);
        for (const document of agreements) {
          const agreement = document.metadata.name;
          const kept = { agreement, number, text: "", document, contentHash: `${number}` };
          const from = (now - 3 * DAY) as Instant;
          const by = { publishedBy: "account/ana", publishedAt: now };
          await insertRevision(db, workspaceId, { ...kept, from, existing, ...by });
        }
        await planResettle(db, { workspaceId, now }, allKinds);
      });
}

function exclude(now: Instant): Deed {
  return ({ acting, workspaceId }) =>
    inWorkspace(acting(now).database, workspaceId, async (db) => {
      const [from, to] = [now - 12 * DAY, now - 9 * DAY].map((at) => new Date(at).toISOString());
      const interval = { from: from as string, to: to as string };
      await takeRules(db, workspaceId);
      for (const agreement of names) {
        const id = `${agreement}-${now}`;
        const exclusion = { id, category: "outage" as const, interval };
        const act = { id, at: now, by: "ventas", reason: "storm", approvals: [] };
        const correction = { ...act, kind: "exclusion" as const, agreement, exclusion };
        await keepCorrections(db, acting(now), [{ agreement, correction }]);
      }
    });
}

function watermark(until: (now: Instant) => Instant) {
  return (now: Instant): Deed =>
    ({ acting }) =>
      moveWatermark(acting(now), { source: "crm", until: until(now) });
}

const brought = "csv:file";

function bringIn(now: Instant): Deed {
  return async ({ acting }, spacing) => {
    await beginIntake(acting(now), { id: "file", title: "file", digest: "d", mapping: {} });
    const events = companyYear(3, 24, now).map((event) => ({ ...event, source: brought }));
    return recordEvents(acting(now), events.slice(0, 400), { spacing });
  };
}

function takeBack(now: Instant): Deed {
  return ({ acting }) => takeBackIntake(acting(now), "file");
}

/** The person with the most facts, whose history has a checkpoint if any has one. */
function erase(now: Instant): Deed {
  return async ({ acting, workspaceId }) => {
    const { rows } = await owner.query(
      `select id from subject where workspace_id = $1 and type = 'lead'
       order by events desc, id limit 1`,
      [workspaceId],
    );
    const subject = rows[0]?.id;
    assert.ok(subject);
    const fields = ["email", "phone", "company", "owner"];
    return erasePerson(acting(now), { subject, fields });
  };
}

/**
 * Every row of a table, but for where a history is gone on from, and what is named or timed by
 * chance.
 */
async function rowsOf(table: string, { workspaceId }: Scene): Promise<readonly unknown[]> {
  const chance = table === "period_delta" ? " - 'id' - 'written_at'" : "";
  const { rows } = await owner.query(
    `select to_jsonb(t) - 'workspace_id' - 'checkpoint' - 'checkpoint_at'${chance} as row
     from ${table} as t where workspace_id = $1 order by 1`,
    [workspaceId],
  );
  return rows.map(({ row }) => row);
}

async function checkpoints({ workspaceId }: Scene): Promise<number> {
  const { rows } = await owner.query(
    "select count(*) as found from subject where workspace_id = $1 and checkpoint is not null",
    [workspaceId],
  );
  return Number(rows[0].found);
}

const compared = Object.keys(tables).filter((table) => table !== "workspace");

describe("settling", () => {
  test("comes to the same from checkpoints as from first facts", async () => {
    const arriving = arrivals(8);
    const [long, short] = [
      await openScene(opened.database, agreements),
      await openScene(opened.database, agreements),
    ];
    let most = 0;
    for (let step = 0; step <= LAST; step += 1) {
      for (const deed of deedsAt(step, arriving.get(step) ?? [])) {
        await deed(long, near);
        await deed(short, never);
      }
      most = Math.max(most, await checkpoints(long));
      if (!special[step] && step % 5 > 0) continue;
      for (const table of compared) {
        const [one, other] = [await rowsOf(table, long), await rowsOf(table, short)];
        assert.deepEqual(one, other, `${table} after step ${step}`);
      }
    }
    assert.ok(most > 20, `${most} checkpoints`);
    assert.equal(await checkpoints(short), 0);
  });
});

/** Facts of one ticket, one every five minutes, so many minutes late. */
function notes(from: number, count: number, late = 0): readonly Event[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `${from + n}-${late}`,
    source: "helpdesk",
    type: "ticket.noted",
    subject: "ticket/long",
    occurredAt: (yearStart + ((from + n) * 5 - late) * MINUTE) as Instant,
  }));
}

describe("a checkpoint", () => {
  const spacing: Spacing = { open: 6, most: 100, step: 20 };

  const placed = async (scene: Scene, events: readonly Event[]) => {
    const now = (yearStart + 30 * DAY) as Instant;
    await recordEvents(scene.acting(now), events, { spacing });
    const { rows } = await owner.query(
      "select checkpoint_at, events from subject where workspace_id = $1",
      [scene.workspaceId],
    );
    const [{ checkpoint_at: at, events: known }] = rows;
    return at === null ? [known] : [known, (at.getTime() - yearStart) / MINUTE / 5];
  };

  test("leaves open the last facts, those of an hour, and those since a late one", async () => {
    const scene = await openScene(opened.database, agreements);
    assert.deepEqual(await placed(scene, notes(0, 25)), [25]);
    assert.deepEqual(await placed(scene, notes(25, 175)), [200, 187]);
    assert.deepEqual(await placed(scene, notes(200, 10)), [210, 187]);
    assert.deepEqual(await placed(scene, notes(160, 1, 1)), [211, 159.8]);
    assert.deepEqual(await placed(scene, notes(210, 5)), [216, 202]);
    assert.deepEqual(await placed(scene, notes(20, 1, 1)), [217, 116]);
  });
});
