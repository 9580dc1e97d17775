/** The server beside the limit: the same events as plain rows into the same database server. */
import pg from "pg";
import { generateEvents } from "../src/demo/company.ts";
import { toCloudEvent } from "../src/engine/cloud-event.ts";
import type { Event } from "../src/engine/event.ts";
import { type Instant, instantText } from "../src/engine/time.ts";
import { BATCH, NOW, quantile, type Serving, waitsOf, whole, withServer } from "./serving.ts";
import type { BenchTable } from "./table.ts";

const EVENTS = 40_000;
/** Recorded before anything is measured: a server that has just begun is still being compiled. */
const WARM_UP = 10_000;

/** A machine is not equally fast at every minute. */
const ROUNDS = 5;

const perSecond = (count: number, ms: number) => (count / ms) * 1_000;

/** Events a second in batches of 1,000, clocks maintained, beside plain rows of the same events. */
export async function benchBatches(): Promise<BenchTable> {
  const events = [...generateEvents(EVENTS)];
  return withServer(async (serving) => {
    const warming = [...generateEvents(WARM_UP, 11)];
    await sendBatches(serving, [{ key: await serving.agreed(), events: warming }]);
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) rounds.push(await measureRound(serving, events));
    const middle = (of: keyof Round) => median(rounds.map((round) => round[of]));
    const [plain, one, two] = [middle("plain"), middle("one"), middle("two")];
    const row = (name: string, speed: number) => [name, whole(speed), (speed / plain).toFixed(2)];
    return {
      title: "Events through the API in batches of 1,000",
      columns: ["what", "events a second", "of plain rows"],
      rows: [
        row("plain multi-row inserts, 8 columns with jsonb, durable", plain),
        row("POST /v1/events, one sender, one workspace", one),
        row("POST /v1/events, two senders, a workspace each", two),
      ],
      notes: [
        `${whole(EVENTS)} events of the simulated company under the two example agreements: facts,
links, clocks, breaches, timers, what each subject contributes to periods, and the notification of
followers, in one durable transaction a batch. Client, server and database share the machine.
${whole(WARM_UP)} other events were recorded before. The middle of ${ROUNDS} rounds of all three,
one after the other.`,
      ],
    };
  });
}

type Round = { readonly plain: number; readonly one: number; readonly two: number };

async function measureRound(serving: Serving, events: readonly Event[]): Promise<Round> {
  const plain = await insertPlainly(serving, events);
  const one = await sendBatches(serving, [{ key: await serving.agreed(), events }]);
  const [first, second] = [await serving.agreed(), await serving.agreed()];
  const half = events.length / 2;
  const two = await sendBatches(serving, [
    { key: first, events: events.slice(0, half) },
    { key: second, events: events.slice(0, half) },
  ]);
  return { plain, one, two };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** One event at a time, at 200 a second for half a minute, by as many clients as it takes. */
export async function benchSingle(): Promise<BenchTable> {
  const [rate, seconds, warmUp] = [200, 30, 5];
  const events = [...generateEvents((seconds + warmUp) * rate)];
  return withServer(async (serving) => {
    const key = await serving.agreed();
    const waits: number[] = [];
    const start = performance.now();
    const sent = events.map(async (event, index) => {
      const due = start + (index * 1_000) / rate;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await serving.post(key, toCloudEvent(event));
      if (index >= warmUp * rate) waits.push(performance.now() - due);
    });
    await Promise.all(sent);
    const lasted = (performance.now() - start) / 1_000 - warmUp;
    const shares = [0.5, 0.95, 0.99].map((at) => quantile(waits, at));
    return {
      title: `One event at a time, ${rate} a second`,
      columns: ["requests", "answered a second", "p50 ms", "p95 ms", "p99 ms"],
      rows: [[whole(waits.length), whole(waits.length / lasted), ...shares]],
      notes: [
        `Measured from the instant the request was due, so that waiting in line counts; the first
${warmUp} seconds are left out. Each is durable and judged when it is answered.`,
      ],
    };
  });
}

/** The list of open clocks with 100,000 of them. */
export async function benchOpenClocks(): Promise<BenchTable> {
  const clocks = 100_000;
  return withServer(async (serving) => {
    const key = await serving.agreed();
    const at = NOW - 3_600_000;
    for (let from = 0; from < clocks; from += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, index) => assigned(from + index, at));
      await serving.post(key, batch.map(toCloudEvent));
    }
    const asked = [
      ["/v1/clocks?open=true", "first page of 100, by due time"],
      ["/v1/clocks?open=true&owner=owner-7", "one owner's"],
      ["/v1/clocks?open=true&sort=started", "by start, the latest first"],
      ["/v1/clocks?open=true&sort=worth", "by what they are worth"],
      ["/v1/today", "counters and groups of today"],
    ] as const;
    const rows = [];
    for (const [path, name] of asked) {
      const waits = await waitsOf(100, () => serving.get(key, path));
      rows.push([name, quantile(waits, 0.5), quantile(waits, 0.95)]);
    }
    return {
      title: "The list of open clocks, 100,000 of them",
      columns: ["what", "p50 ms", "p95 ms"],
      rows,
      notes: ["One hundred requests each over HTTP on the same machine, one after the other."],
    };
  });
}

type Sender = { readonly key: string; readonly events: readonly Event[] };

/** Each sender waits for its answer before it sends again. */
async function sendBatches(serving: Serving, senders: readonly Sender[]): Promise<number> {
  const count = senders.reduce((sum, { events }) => sum + events.length, 0);
  const start = performance.now();
  await Promise.all(
    senders.map(async ({ key, events }) => {
      for (let from = 0; from < events.length; from += BATCH) {
        await serving.post(key, events.slice(from, from + BATCH).map(toCloudEvent));
      }
    }),
  );
  return perSecond(count, performance.now() - start);
}

async function insertPlainly({ served }: Serving, events: readonly Event[]): Promise<number> {
  const client = new pg.Client(served.opened.superuserAddress);
  await client.connect();
  await client.query("drop table if exists plain");
  await client.query(`create table plain (source text, id text, type text, subject text,
    occurred_at timestamptz, recorded_at timestamptz, actor_id text, data jsonb,
    primary key (source, id))`);
  const start = performance.now();
  for (let from = 0; from < events.length; from += BATCH) {
    const rows = events.slice(from, from + BATCH);
    const values = rows.map((_, row) => `(${slots(row * 8, 8)})`).join(", ");
    const given = rows.flatMap(toValues);
    await client.query(`insert into plain values ${values} on conflict do nothing`, given);
  }
  const ms = performance.now() - start;
  await client.end();
  return perSecond(events.length, ms);
}

function slots(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `$${from + index + 1}`).join(", ");
}

function toValues(event: Event): readonly unknown[] {
  const { source, id, type, subject, occurredAt, recordedAt, actor, data } = event;
  const recorded = instantText(recordedAt ?? occurredAt);
  const facts = JSON.stringify(data ?? {});
  return [source, id, type, subject, instantText(occurredAt), recorded, actor?.id ?? null, facts];
}

function assigned(number: number, at: number): Event {
  return {
    id: `a${number}`,
    source: "bench",
    type: "ticket.created",
    subject: `ticket/${number}`,
    occurredAt: at as Instant,
    data: { owner: `owner-${number % 50}`, priority: "low", status: "open", customer: "x" },
  };
}
