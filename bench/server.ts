/** The server beside the limit: the same events as plain rows into the same database server. */
import pg from "pg";
import { generateEvents } from "../src/demo/company.ts";
import { toCloudEvent } from "../src/engine/cloud-event.ts";
import type { Event } from "../src/engine/event.ts";
import { type Instant, instantText } from "../src/engine/time.ts";
import { openSender, type Sender } from "./sender.ts";
import { BATCH, NOW, quantile, type Serving, waitsOf, whole, withServer } from "./serving.ts";
import type { BenchTable } from "./table.ts";

const EVENTS = 40_000;
/** Recorded before anything is measured: a server that has just begun is still being compiled. */
const WARM_UP = 20_000;

/** A machine is not equally fast at every minute. */
const ROUNDS = 5;

const perSecond = (count: number, ms: number) => (count / ms) * 1_000;

/** Events a second in batches of 1,000, clocks maintained, beside plain rows of the same events. */
export async function benchBatches(): Promise<BenchTable> {
  const senders = [openSender(), openSender()] as const;
  try {
    const rounds = await withServer((serving) => measureRounds(serving, senders));
    return batchTable(rounds);
  } finally {
    for (const { end } of senders) end();
  }
}

function batchTable(rounds: readonly Round[]): BenchTable {
  const middle = (of: keyof Round) => median(rounds.map((round) => round[of]));
  const plain = middle("plain");
  const row = (name: string, of: keyof Round) => {
    const share = median(rounds.map((round) => round[of] / round.plain));
    return [name, whole(middle(of)), share.toFixed(2)];
  };
  return {
    title: "Events through the API in batches of 1,000",
    columns: ["what", "events a second", "of plain rows"],
    rows: [
      ["plain multi-row inserts of all they say, durable", whole(plain), "1.00"],
      row("POST /v1/events, one sender, one workspace", "one"),
      row("POST /v1/events, two senders, a workspace each", "two"),
    ],
    notes: [
      `${whole(EVENTS)} events of the simulated company under the two example agreements: facts,
links, clocks, breaches, timers, what each subject contributes to periods, and the notification of
followers, in one durable transaction a batch. Senders are processes of their own and wait for each
answer; they, the server and the database share the machine. ${whole(WARM_UP)} other events were
recorded before. The middle of ${ROUNDS} rounds of all three, one after the other; the share, that
of each round's own plain rows.`,
    ],
  };
}

type Round = { readonly plain: number; readonly one: number; readonly two: number };

type Senders = readonly [Sender, Sender];

async function measureRounds(serving: Serving, senders: Senders): Promise<readonly Round[]> {
  const { address } = serving;
  const warming = { address, key: await serving.agreed(), events: WARM_UP, seed: 11 };
  await senders[0].send(warming);
  const events = [...generateEvents(EVENTS)];
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) {
    const plain = await insertPlainly(serving, events);
    const one = await sendBatches(serving, senders.slice(0, 1));
    const two = await sendBatches(serving, senders);
    rounds.push({ plain, one, two });
  }
  return rounds;
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

/** All of the events, by senders with a workspace each; each waits for its answer. */
async function sendBatches(serving: Serving, senders: readonly Sender[]): Promise<number> {
  const { address } = serving;
  const sendings = [];
  for (const sender of senders) {
    const sending = { address, key: await serving.agreed(), events: EVENTS };
    await sender.prepare(sending);
    sendings.push(() => sender.send(sending));
  }
  const start = performance.now();
  await Promise.all(sendings.map((send) => send()));
  return perSecond(EVENTS * senders.length, performance.now() - start);
}

async function insertPlainly({ served }: Serving, events: readonly Event[]): Promise<number> {
  const client = new pg.Client(served.opened.superuserAddress);
  await client.connect();
  await client.query("drop table if exists plain");
  await client.query(`create table plain (source text, id text, type text, subject text,
    occurred_at timestamptz, recorded_at timestamptz, sequence jsonb, actor_id text,
    actor_kind text, data jsonb, primary key (source, id))`);
  const start = performance.now();
  for (let from = 0; from < events.length; from += BATCH) {
    const rows = events.slice(from, from + BATCH);
    const values = rows.map((_, row) => `(${slots(row * FIELDS, FIELDS)})`).join(", ");
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

/** Everything that an event says: what a log of facts cannot do without. */
function toValues(event: Event): readonly unknown[] {
  const { source, id, type, subject, occurredAt, recordedAt, sequence, actor, data } = event;
  const times = [occurredAt, recordedAt ?? occurredAt].map(instantText);
  const order = sequence === undefined ? null : JSON.stringify(sequence);
  const facts = JSON.stringify(data ?? {});
  return [
    source,
    id,
    type,
    subject,
    ...times,
    order,
    actor?.id ?? null,
    actor?.kind ?? null,
    facts,
  ];
}

const FIELDS = 10;

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
