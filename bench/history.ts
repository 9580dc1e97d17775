/** One more fact of a subject with a long history: gone on with from its checkpoint, or not. */
import { recordEvents } from "../src/actions/record-events.ts";
import type { Spacing } from "../src/actions/settling.ts";
import type { Event } from "../src/engine/event.ts";
import { type Instant, MINUTE } from "../src/engine/time.ts";
import { inWorkspace } from "../src/store/db.ts";
import { dropCheckpoints } from "../src/store/subject.ts";
import { openTestDatabase } from "../test/database.ts";
import { exampleAgreements, yearStart } from "../test/measured-year.ts";
import { openScene, type Scene } from "../test/workspace-scene.ts";
import { BATCH, quantile, waitsOf, whole } from "./serving.ts";
import type { BenchTable } from "./table.ts";

const LENGTHS = [100, 1_000, 10_000, 100_000];
const WARM_UP = 3;

/** A reply is asked for and given once in so many facts; the rest only say something. */
const EVERY = { quiet: Number.POSITIVE_INFINITY, answered: 100 };

const never: Spacing = { open: 1, most: 1, step: Number.POSITIVE_INFINITY };
const { agreements } = exampleAgreements("marketing-ventas", "soporte-estandar");

export async function benchHistory(): Promise<BenchTable> {
  const opened = await openTestDatabase();
  const rows = [];
  for (const kind of ["quiet", "answered"] as const) {
    for (const length of LENGTHS) {
      const scene = await openScene(opened.database, agreements);
      rows.push([kind, whole(length), ...(await measure(scene, length, EVERY[kind]))]);
    }
  }
  await opened.drop();
  return {
    title: "A long history",
    columns: [
      "ticket",
      "facts",
      "clocks",
      "from its checkpoint: p50 ms",
      "p95 ms",
      "from its first fact: p50 ms",
      "checkpoint, KB",
    ],
    rows,
    notes: [
      `One ticket under two example agreements; a fact of it recorded and settled, one after the
other, in the process of the database's client. *Answered*: a customer writes and is answered once
in ${EVERY.answered} facts, and each is a clock. The shortest have no checkpoint yet.`,
    ],
  };
}

async function measure(scene: Scene, length: number, every: number): Promise<(string | number)[]> {
  const record = (from: number, count: number, spacing?: Spacing) => {
    const facts = Array.from({ length: count }, (_, n) => factOf(from + n, every));
    const now = (facts.at(-1) as Event).occurredAt;
    const told = { isQuiet: true, ...(spacing ? { spacing } : {}) };
    return recordEvents(scene.acting(now), facts, told);
  };
  for (let from = 0; from < length; from += BATCH) {
    await record(from, Math.min(BATCH, length - from));
  }
  let next = length;
  const one = (spacing?: Spacing) => async () => {
    await record(next, 1, spacing);
    next += 1;
  };
  await waitsOf(WARM_UP, one());
  const short = await waitsOf(50, one());
  const { clocks, bytes } = await sizeOf(scene);
  await inWorkspace(scene.acting(yearStart).database, scene.workspaceId, (db) =>
    dropCheckpoints(db, scene.workspaceId, [subject]),
  );
  await waitsOf(WARM_UP, one(never));
  const long = await waitsOf(10, one(never));
  const size = Math.ceil(bytes / 1_024);
  const spread = [quantile(short, 0.5), quantile(short, 0.95), quantile(long, 0.5)];
  return [whole(clocks), ...spread, size === 0 ? "none" : whole(size)];
}

const subject = "ticket/long";

const roles: Readonly<Record<number, Pick<Event, "type" | "actor">>> = {
  50: { type: "ticket.customerReplied" },
  60: { type: "ticket.repliedPublic", actor: { kind: "human" } },
};

function factOf(number: number, every: number): Event {
  const told = number > 0 ? roles[number % every] : { type: "ticket.created" };
  const { type, ...rest } = told ?? { type: "ticket.noted" };
  const occurredAt = (yearStart + number * 5 * MINUTE) as Instant;
  const data = { priority: "high", note: `what was said in the ${number % 1_000}th call` };
  return { id: `f${number}`, source: "helpdesk", type, subject, occurredAt, data, ...rest };
}

function sizeOf({ acting, workspaceId }: Scene) {
  return inWorkspace(acting(yearStart).database, workspaceId, async ({ client }) => {
    const { rows } = await client.query(
      `select (select count(*) from clock where workspace_id = $1) as clocks,
        coalesce((select length(checkpoint::text) from subject
          where workspace_id = $1 and checkpoint is not null), 0) as bytes`,
      [workspaceId],
    );
    return { clocks: Number(rows[0].clocks), bytes: Number(rows[0].bytes) };
  });
}
