/**
 * Reports of periods from the store, and what a correction writes: 20 commitments × 8 dimensions
 * over 1,000,000 clocks of a year.
 *
 * Some subjects are recorded whole, with their facts and clocks. The contributions of the rest come
 * from the same engine and are written by the same action; their facts are left out, for a report
 * reads none.
 */
import { waiveClock } from "../src/actions/correction.ts";
import { periodReport } from "../src/actions/period-report.ts";
import { rulebookOf } from "../src/actions/rulebook.ts";
import {
  beginCounting,
  countSubject,
  readCounted,
  writeContributions,
  writeDeltas,
} from "../src/actions/settle-contribution.ts";
import { settlePeriods } from "../src/actions/settle-period.ts";
import type { AgreementDocument, CommitmentSpec } from "../src/engine/agreement.ts";
import { dimensions } from "../src/engine/dimension.ts";
import type { Event } from "../src/engine/event.ts";
import { foldHistory } from "../src/engine/history.ts";
import type { Rulebook } from "../src/engine/rulebook.ts";
import { standingOf } from "../src/engine/standing.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../src/engine/time.ts";
import { inWorkspace } from "../src/store/db.ts";
import { openTestDatabase } from "../test/database.ts";
import { openScene, type Scene } from "../test/workspace-scene.ts";
import type { BenchTable } from "./table.ts";

const COMMITMENTS = 20;
const CLOCKS = 1_000_000;
const SUBJECTS = CLOCKS / COMMITMENTS;
const RECORDED = 200;
const BATCH = 1_000;
const VALUES = 10;

const begin = Date.UTC(2025, 0, 1) as Instant;
const now = Date.UTC(2026, 0, 20) as Instant;
const asked = { agreement: "year" };

const document: AgreementDocument = {
  apiVersion: "acuerdo/v1",
  kind: "Agreement",
  metadata: { name: "year" },
  spec: {
    purpose: "To be measured",
    parties: [
      { id: "sales", kind: "team", role: ["provider"] },
      { id: "marketing", kind: "team", role: ["consumer"] },
    ],
    term: { from: "2025-01-01", timeZone: "UTC" },
    commitments: Array.from(
      { length: COMMITMENTS },
      (_, index): CommitmentSpec => ({
        id: `c${index}`,
        obliged: "sales",
        beneficiary: "marketing",
        scope: { subject: "lead" },
        clock: { start: "lead.assigned", stop: "contact.connected" },
        target: [{ within: `${index + 1}h` }],
        objective: { atLeast: "90%", each: "month" },
      }),
    ),
  },
};

/** A lead every ten minutes or so, answered after up to a day. */
function leadOf(index: number): readonly Event[] {
  const assigned = begin + Math.floor((index / SUBJECTS) * 365 * DAY);
  const connected = assigned + (((index * 7_919) % 1_440) * MINUTE + MINUTE);
  const fields = Object.fromEntries(
    dimensions.map((name, at) => [name, `${name}-${Math.floor(index / (at + 1)) % VALUES}`]),
  );
  const one = (type: string, at: number, data: Event["data"] = {}): Event => ({
    id: `${index} ${type}`,
    source: "bench",
    type,
    subject: `lead/${index}`,
    occurredAt: at as Instant,
    data,
  });
  return [one("lead.assigned", assigned, fields), one("contact.connected", connected)];
}

export async function benchMeasure(): Promise<BenchTable> {
  const opened = await openTestDatabase();
  try {
    const scene = await openScene(opened.database, [document]);
    const filled = await timed(() => fill(scene));
    const folding = await timed(() => settle(scene, now));
    const cells = await countCells(scene, "true");
    const reports: number[] = [];
    for (let turn = 0; turn < 60; turn += 1) reports.push(await timed(() => reportOf(scene, turn)));
    const corrections: number[] = [];
    const written: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const at = (now + (turn + 1) * HOUR) as Instant;
      corrections.push(await timed(() => correct(scene, turn * 3, at)));
      written.push(await countCells(scene, `updated_at = '${new Date(at).toISOString()}'`));
    }
    return {
      title: "Periods from the store",
      columns: ["what", "median, ms", "p95, ms"],
      rows: [
        row(`report of one month, ${COMMITMENTS} commitments, one of 8 dimensions`, reports),
        row("waiver of one clock of an old month, until its period says so", corrections),
      ],
      notes: [
        `${CLOCKS} clocks, ${VALUES} values of each dimension, ${cells} cells. Contributions were judged and written in ${(filled / 1000).toFixed(0)} s and folded in ${(folding / 1000).toFixed(1)} s. A correction wrote ${Math.max(...written)} cells at most: those of its own month, commitment and dimensions.`,
      ],
    };
  } finally {
    await opened.drop();
  }
}

async function fill(scene: Scene): Promise<void> {
  await scene.record(
    now,
    Array.from({ length: RECORDED }, (_, index) => leadOf(index * 250)).flat(),
  );
  for (let first = 0; first < SUBJECTS; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, index) => first + index);
    await contribute(
      scene,
      numbers.filter((number) => number % 250 !== 0),
    );
  }
}

function contribute(scene: Scene, numbers: readonly number[]): Promise<void> {
  const { database, workspaceId } = scene.acting(now);
  return inWorkspace(database, workspaceId, async (db) => {
    const rulebook = await rulebookOf(db, workspaceId);
    const judged = numbers.map((number) => judgeLead(rulebook, number));
    const settling = { workspaceId, now, because: "fact" } as const;
    const subjects = judged.map(({ row: { id } }) => id);
    const counting = beginCounting(rulebook, await readCounted(db, workspaceId, subjects));
    const told = judged.map((one) => ({ ...one, count: countSubject(counting, one, now) }));
    await writeContributions(db, settling, { counting, judged: told });
    await writeDeltas(db, settling, counting);
  });
}

function judgeLead(rulebook: Rulebook, number: number) {
  const facts = leadOf(number);
  const id = `lead/${number}`;
  const history = foldHistory(rulebook, id, facts);
  const standing = standingOf(rulebook, history, { asOf: now, isProvisional: () => false });
  const row = { id, type: "lead", attributes: {}, events: facts.length };
  const nothing = { past: undefined, checkpoint: undefined, nextFactAt: undefined };
  return { row, facts, standing, ...nothing };
}

function settle(scene: Scene, at: Instant): Promise<number> {
  const { database, workspaceId } = scene.acting(at);
  return inWorkspace(database, workspaceId, (db) =>
    settlePeriods(db, { workspaceId, now: at }, "year"),
  );
}

async function reportOf(scene: Scene, turn: number): Promise<void> {
  const from = Date.UTC(2025, turn % 12, 1) as Instant;
  const to = Date.UTC(2025, (turn % 12) + 1, 1) as Instant;
  const all = [undefined, ...dimensions];
  const dimension = all[turn % all.length];
  const rows = await periodReport(scene.acting(now), {
    ...asked,
    span: { from, to },
    ...(dimension ? { dimension } : {}),
  });
  if (rows.length < COMMITMENTS) throw new Error(`only ${rows.length} rows`);
}

async function correct(scene: Scene, index: number, at: Instant): Promise<void> {
  const clock = { agreement: "year", commitment: "c0", subject: `lead/${index * 250}`, cycle: 1 };
  const act = { by: "sales", reason: "Measured", approvals: ["marketing"] };
  await waiveClock(scene.acting(at), { ...act, clock });
  await settle(scene, at);
}

function countCells(scene: Scene, which: string): Promise<number> {
  const { database, workspaceId } = scene.acting(now);
  return inWorkspace(database, workspaceId, async (db) => {
    const found = await db.client.query(
      `select count(*)::integer as cells from period_cell
       where workspace_id = '${workspaceId}' and ${which}`,
    );
    return found.rows[0].cells;
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function row(what: string, times: readonly number[]): readonly (string | number)[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return [what, at(0.5).toFixed(1), at(0.95).toFixed(1)];
}
