/**
 * How recording and the lists fare as a workspace grows: what was recorded and judged is
 * multiplied inside the database, and then more is recorded through the API. Ten million events and
 * more take a quarter of an hour to lay down.
 */
import pg from "pg";
import { generateEvents } from "../src/demo/company.ts";
import { toCloudEvent } from "../src/engine/cloud-event.ts";
import type { Event } from "../src/engine/event.ts";
import { BATCH, quantile, type Serving, waitsOf, whole, withServer } from "./serving.ts";
import type { BenchTable } from "./table.ts";

/** Recorded one batch after the other; all the rest are copies of these and their conclusions. */
const BASE = 100_000;
const TIMES = [1, 10, 100];
const MEASURED_BATCHES = 20;
const WARM_UP = 3;

const first = "/v1/clocks?open=true";

export async function benchGrowth(): Promise<BenchTable> {
  const steps = TIMES.length * (MEASURED_BATCHES + WARM_UP) * BATCH;
  const events = generateEvents(BASE + steps);
  return withServer(async (serving) => {
    const key = await serving.agreed();
    for (const batch of batchesOf(events, BASE / BATCH)) await record(serving, key, batch);
    const owner = new pg.Client(serving.served.opened.superuserAddress);
    await owner.connect();
    const rows = [];
    let copies = 1;
    for (const times of TIMES) {
      await multiply(owner, { from: copies, to: times });
      copies = times;
      rows.push(await measure(serving, { key, events, owner }));
    }
    await owner.end();
    return {
      title: "Recording as a workspace grows",
      columns: [
        "events",
        "clocks",
        "open",
        "batch of 1,000: p50 ms",
        "p95 ms",
        "open clocks: p50 ms",
        "p95 ms",
        "today: p50 ms",
      ],
      rows,
      notes: [
        `${whole(BASE)} events of the simulated company were recorded and judged; their rows, and
those of what was concluded from them, were copied under other names up to each size. Then
${MEASURED_BATCHES} more batches were recorded through the API, and the list asked for 100 times.`,
      ],
    };
  });
}

type Grown = {
  readonly key: string;
  readonly events: Iterator<Event>;
  readonly owner: pg.Client;
};

async function measure(serving: Serving, { key, events, owner }: Grown): Promise<string[]> {
  await owner.query("vacuum analyze");
  const { rows } = await owner.query(`select (select count(*) from event) as events,
    (select count(*) from clock) as clocks,
    (select count(*) from clock where is_open) as open`);
  const next = () => record(serving, key, take(events, BATCH));
  await waitsOf(WARM_UP, next);
  const batches = await waitsOf(MEASURED_BATCHES, next);
  const lists = await waitsOf(100, () => serving.get(key, first));
  const today = await waitsOf(20, () => serving.get(key, "/v1/today"));
  const spread = (waits: readonly number[]) => [quantile(waits, 0.5), quantile(waits, 0.95)];
  return [
    ...[rows[0].events, rows[0].clocks, rows[0].open].map((count) => whole(Number(count))),
    ...spread(batches),
    ...spread(lists),
    quantile(today, 0.5),
  ];
}

function record(serving: Serving, key: string, batch: readonly Event[]): Promise<void> {
  return serving.post(key, batch.map(toCloudEvent));
}

/** What names a row of each table, so that a copy is another: `n` is the number of the copy. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  event: { id: "id || '~' || n", subject: "subject || '~' || n" },
  event_subject: { event_id: "event_id || '~' || n", subject: "subject || '~' || n" },
  subject: { id: "id || '~' || n" },
  clock: {
    id: "subject || '~' || n || substr(id, length(subject) + 1)",
    subject: "subject || '~' || n",
  },
  breach: { clock_id: String.raw`regexp_replace(clock_id, '((/[^/]+){3})$', '~' || n || '\1')` },
  timer: { id: "id || '~' || n", belongs_to: "belongs_to || '~' || n" },
  contribution: { subject: "subject || '~' || n" },
  handoff: { subject: "subject || '~' || n" },
  loop_entry: { subject: "subject || '~' || n" },
};

/** Copies of everything first recorded, numbered from `from` and below `to`. */
async function multiply(
  owner: pg.Client,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  if (from >= to) return;
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
  for (const [table, named] of Object.entries(names)) {
    const indexes = await dropIndexes(owner, table);
    const { rows } = await owner.query(
      `select attname from pg_attribute where attrelid = '${table}'::regclass and attnum > 0
       and not attisdropped and attgenerated = ''`,
    );
    const columns = rows.map(({ attname }) => attname as string);
    const copied = columns.map((column) => named[column] ?? column).join(", ");
    const [own = ""] = Object.keys(named);
    await owner.query(
      `insert into ${table} (${columns.join(", ")}) select ${copied}
       from ${table} cross join generate_series(${from}, ${to - 1}) as n
       where strpos(${own}, '~') = 0`,
    );
    for (const index of indexes) await owner.query(index);
  }
}

/** Takes the indexes of a table away, but for its key, and says how they are made again. */
async function dropIndexes(owner: pg.Client, table: string): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
     from pg_index where indrelid = '${table}'::regclass and not indisprimary`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ made }) => made as string);
}

function* batchesOf(events: Iterator<Event>, count: number): Generator<Event[]> {
  for (let batch = 0; batch < count; batch += 1) yield take(events, BATCH);
}

function take<T>(from: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = from.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
