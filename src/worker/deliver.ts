/**
 * Delivering: leased, sent outside any transaction, and noted. At least once; the id that reaches
 * the receiver is the same each time. Docs: docs/reference/delivery.md.
 */
import type { NoticeBody } from "../actions/notice-body.ts";
import { noLongerSo } from "../actions/notice-stale.ts";
import { type Instant, MINUTE, type Millis } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import {
  failDelivery,
  finishDeliveries,
  type LeasedDelivery,
  leaseDeliveries,
} from "../store/delivery.ts";
import { dropDeliveries, putOffDeliveries } from "../store/delivery-told.ts";
import { addNotices } from "../store/notice.ts";
import { findWebhook, markWebhook } from "../store/webhook.ts";
import { findWorkspace, type Workspace } from "../store/workspace.ts";
import { restsUntil, retryAt } from "./retry.ts";
import type { Message, Outcome } from "./sending.ts";
import type { Recording, Worker } from "./worker.ts";

const DELIVERIES_AT_ONCE = 64;

/** Longer than the slowest batch can take: every send ends in fifteen seconds, eight at a time. */
const LEASE = 3 * MINUTE;

/** Receivers spoken to at the same moment. */
const AT_ONCE = 8;

/** Deliveries that travel in one message at most. */
const MOST_IN_ONE = 50;

/** Delivers what is due in one workspace, up to a batch of it; how many were leased. */
export async function deliverDue(worker: Worker, workspaceId: string): Promise<number> {
  const now = worker.now();
  const { leased, workspace } = await inWorkspace(worker.database, workspaceId, async (db) => ({
    workspace: await findWorkspace(db, workspaceId),
    leased: await leaseWhatIsSo(db, worker, { workspaceId, now }),
  }));
  if (!workspace || leased.length === 0) return 0;
  const inbox = leased.filter(({ channel }) => channel === "inbox");
  if (inbox.length > 0) await putInInboxes(worker, workspaceId, inbox);
  const others = messagesOf(leased.filter(({ channel }) => channel !== "inbox"));
  await eachAtOnce(others, (group) => sendGroup(worker, workspace, group));
  return leased.length;
}

/** What is no longer so when its turn comes is dropped instead. */
async function leaseWhatIsSo(
  db: Db,
  { name, leases }: Worker,
  { workspaceId, now }: Recording,
): Promise<readonly LeasedDelivery[]> {
  const until = (now + (leases?.delivery ?? LEASE)) as Instant;
  const lease = { workspaceId, worker: name, now, until, limit: DELIVERIES_AT_ONCE };
  const leased = await leaseDeliveries(db, lease);
  const ids = await noLongerSo(db, workspaceId, leased);
  if (ids.length === 0) return leased;
  await dropDeliveries(db, workspaceId, { worker: name, ids });
  return leased.filter(({ id }) => !ids.includes(id));
}

/** In one transaction, so each lies there exactly once. */
async function putInInboxes(
  worker: Worker,
  workspaceId: string,
  deliveries: readonly LeasedDelivery[],
): Promise<void> {
  const now = worker.now();
  await inWorkspace(worker.database, workspaceId, async (db) => {
    await addNotices(
      db,
      workspaceId,
      deliveries.map(({ id, recipient, happenedAt, body }) => ({
        id,
        account: recipient,
        kind: (body as NoticeBody).what,
        happenedAt,
        createdAt: now,
        body,
      })),
    );
    const ids = deliveries.map(({ id }) => id);
    await finishDeliveries(db, { workspaceId, worker: worker.name, now }, ids);
  });
  note(worker, deliveries, "sent");
}

/** Those of one group to one recipient together, the rest one by one, in order. */
function messagesOf(leased: readonly LeasedDelivery[]): readonly (readonly LeasedDelivery[])[] {
  const groups = Map.groupBy(leased, ({ id, group, channel, recipient }) =>
    group === undefined ? id : `${channel} ${recipient} ${group}`,
  );
  return [...groups.values()].flatMap((group) => chunks(group, MOST_IN_ONE));
}

async function sendGroup(
  worker: Worker,
  workspace: Workspace,
  group: readonly LeasedDelivery[],
): Promise<void> {
  const [first] = group as [LeasedDelivery];
  const { id: workspaceId } = workspace;
  try {
    const webhook = await inWorkspace(worker.database, workspaceId, (db) =>
      findWebhook(db, workspaceId, first.recipient),
    );
    const now = worker.now();
    if (webhook?.restsUntil !== undefined && webhook.restsUntil > now) {
      await hold(worker, workspaceId, { group, until: webhook.restsUntil });
      return;
    }
    const deliveries = group as Message["deliveries"];
    const { recipient } = first;
    const about = webhook === undefined ? {} : { webhook };
    const outcome = await send(worker, { deliveries, recipient, workspace, now, ...about });
    await settleOutcome(worker, workspaceId, { group, outcome, failures: webhook?.failures });
  } catch (error) {
    // The lease runs out and the message is sent again, under the same id.
    worker.heard.failed({ what: `delivery ${first.id}`, error });
  }
}

/** A channel without an address or a sender is no reason to try again. */
async function send(worker: Worker, message: Message): Promise<Outcome> {
  const { channel } = message.deliveries[0] ?? {};
  const sender = channel === undefined || channel === "inbox" ? undefined : worker.senders[channel];
  if (!sender) return { kind: "refused", error: `${channel}: not set up` };
  const isChat = channel !== "email" && channel !== "connector";
  if (isChat && !message.webhook) return { kind: "refused", error: `${channel}: address removed` };
  if (isChat && message.webhook?.pausedAt) return { kind: "refused", error: `${channel}: paused` };
  return sender(message);
}

async function hold(
  worker: Worker,
  workspaceId: string,
  { group, until }: { readonly group: readonly LeasedDelivery[]; readonly until: Instant },
): Promise<void> {
  const ids = group.map(({ id }) => id);
  await inWorkspace(worker.database, workspaceId, (db) =>
    putOffDeliveries(db, workspaceId, { worker: worker.name, ids, until }),
  );
  note(worker, group, "held");
}

type Settled = {
  readonly group: readonly LeasedDelivery[];
  readonly outcome: Outcome;
  readonly failures: number | undefined;
};

async function settleOutcome(
  worker: Worker,
  workspaceId: string,
  { group, outcome, failures = 0 }: Settled,
): Promise<void> {
  const now = worker.now();
  const held = { workspaceId, worker: worker.name, now };
  const [{ recipient: id }] = group as [LeasedDelivery];
  let isDead = false;
  await inWorkspace(worker.database, workspaceId, async (db) => {
    if (outcome.kind === "sent") {
      await finishDeliveries(
        db,
        held,
        group.map((one) => one.id),
      );
      if (failures > 0) await markWebhook(db, held, { id, failures: 0 });
      return;
    }
    for (const delivery of group) {
      const retry = outcome.kind === "failed" ? retryAfter(worker, delivery, outcome) : {};
      isDead = !("retryAt" in retry);
      await failDelivery(db, held, { id: delivery.id, error: outcome.error, ...retry });
    }
    await markWebhook(db, held, { id, failures: failures + 1, ...restOf(outcome, failures, now) });
  });
  note(worker, group, outcome.kind === "sent" ? "sent" : isDead ? "dead" : "failed");
}

function retryAfter(
  worker: Worker,
  { attempts }: LeasedDelivery,
  { after }: { readonly after?: Millis },
): { readonly retryAt?: Instant } {
  const { chance } = worker;
  const at = { now: worker.now(), chance, ...(after === undefined ? {} : { after }) };
  const retry = retryAt(attempts, at);
  return retry === undefined ? {} : { retryAt: retry };
}

function restOf(outcome: Outcome, failures: number, now: Instant) {
  if (outcome.kind === "gone") return { pausedBecause: outcome.error };
  const rest = outcome.kind === "failed" ? restsUntil(failures + 1, now) : undefined;
  return rest === undefined ? {} : { restsUntil: rest };
}

function note(
  { heard, now }: Worker,
  deliveries: readonly LeasedDelivery[],
  outcome: "sent" | "failed" | "dead" | "held",
): void {
  for (const { channel, dueAt } of deliveries) {
    heard.delivered({ channel, outcome, lateness: (now() - dueAt) as Millis });
  }
}

async function eachAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, lane));
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
