/**
 * Ten thousand clocks that fall due within one minute, on the embedded PostgreSQL: how late each
 * breach is found by one worker and by two. Time is virtual until the minute begins, then the
 * machine's.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { recordEvents } from "../src/actions/record-events.ts";
import type { Event } from "../src/engine/event.ts";
import { HOUR, type Instant, MINUTE, type Millis } from "../src/engine/time.ts";
import { Database } from "../src/store/db.ts";
import { startEmbedded } from "../src/store/embedded/server.ts";
import { migrate } from "../src/store/migrate.ts";
import { runWorker } from "../src/worker/run.ts";
import { unheard } from "../src/worker/worker.ts";
import { at, openScene } from "../test/work-scene.ts";
import type { BenchTable } from "./table.ts";

const CLOCKS = 10_000;
const BATCH = 1_000;

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
      target: [{within: 1h}]
      objective: {atLeast: "90%", each: month}
`;

export async function benchWorker(): Promise<BenchTable> {
  const directory = mkdtempSync(join(tmpdir(), "acuerdo-bench-"));
  const server = await startEmbedded({ directory });
  try {
    await migrate(server.address, at("01T00:00"));
    const database = new Database(server.address, { connections: 8 });
    const rows = [await measure(database, 1), await measure(database, 2)];
    await database.close();
    return {
      title: "Clocks due in one minute",
      columns: ["workers", "clocks", "p50, ms late", "p99, ms late", "latest, ms", "left over"],
      rows,
      notes: [
        `${CLOCKS} clocks whose due times are spread over one minute, found breached by workers of one`,
        "process on the embedded PostgreSQL, each with a delivery to an inbox and to a webhook planned.",
        "Late is from the instant after the due time to the commit that wrote the breach.",
      ],
    };
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(database: Database, workers: number): Promise<readonly (string | number)[]> {
  const workspaceId = `w${workers}`;
  await openScene(database, { workspaceId, agreement });
  const begins = (Date.now() + 30_000) as Instant;
  await record(database, workspaceId, begins);
  const late: number[] = [];
  await wait(Math.max(0, begins - Date.now()));
  const running = Array.from({ length: workers }, (_, index) => start(database, index, late));
  const end = begins + MINUTE + 30_000;
  while (late.length < CLOCKS && Date.now() < end) await wait(250);
  for (const one of running) await one.stop();
  late.sort((a, b) => a - b);
  const share = (part: number) =>
    late[Math.min(late.length - 1, Math.floor(late.length * part))] ?? 0;
  return [workers, late.length, share(0.5), share(0.99), late.at(-1) ?? 0, CLOCKS - late.length];
}

/** Leads created an hour before they are due, spread over the minute that begins at `begins`. */
async function record(database: Database, workspaceId: string, begins: Instant): Promise<void> {
  const now = Date.now() as Instant;
  for (let first = 0; first < CLOCKS; first += BATCH) {
    const events = Array.from({ length: BATCH }, (_, index): Event => {
      const number = first + index;
      const occurredAt = (begins - HOUR + Math.floor((number * MINUTE) / CLOCKS)) as Instant;
      const data = { owner: "ana" };
      const subject = `lead/${number}`;
      return { id: `e${number}`, source: "crm", type: "lead.created", subject, occurredAt, data };
    });
    await recordEvents({ database, workspaceId, actor: "bench", now }, events);
  }
}

function start(database: Database, index: number, late: number[]) {
  return runWorker(
    {
      name: `worker/${index}`,
      database,
      now: () => Date.now() as Instant,
      chance: Math.random,
      senders: {},
      deeds: {},
      heard: {
        ...unheard,
        fired: ({ kind, lateness, does }) => {
          if (kind === "breach" && does === "settle") late.push(lateness);
        },
      },
    },
    (length: Millis) => {
      const waking = new AbortController();
      const slept = wait(length, undefined, { signal: waking.signal }).catch(() => undefined);
      return { slept, wake: () => waking.abort() };
    },
  );
}
