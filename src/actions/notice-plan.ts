/**
 * From what is to be told and to whom, to deliveries: by which channel, and when.
 * Docs: docs/reference/delivery.md#when.
 */
import type { EscalationStepSpec } from "../engine/agreement.ts";
import { localDate, startOfLocalDay } from "../engine/calendar.ts";
import { plusDays } from "../engine/local-date.ts";
import { type Instant, MINUTE } from "../engine/time.ts";
import { isOpen, nextOpen, type Timetable } from "../engine/timetable.ts";
import type { Channel, Delivery } from "../store/delivery.ts";
import type { ToldCount } from "../store/delivery-told.ts";
import type { ClockNotice, NoticeBody, Why } from "./notice-body.ts";
import type { Reached } from "./notice-reach.ts";

export type Via = NonNullable<EscalationStepSpec["via"]>[number];

/**
 * One notice for some people. `quiet`: the hours in which people may be written to; at any time
 * without.
 * `chats`: where "slack" and "teams" lead. `id` names the notice for ever.
 */
export type Telling<N extends NoticeBody = NoticeBody> = {
  readonly id: string;
  readonly notice: Omit<N, "why">;
  readonly about?: string;
  readonly reached: readonly Reached[];
  readonly via: readonly Via[];
  readonly quiet?: Timetable;
  readonly chats: Readonly<Record<"slack" | "teams", readonly string[]>>;
};

/** Messages to one recipient within this time travel in one. */
export const GROUPED_WITHIN = 5 * MINUTE;

/**
 * Beyond these, a person's messages of a day, or of one rule, wait for one message the next day.
 */
const MOST_A_DAY = 30;
const MOST_A_RULE = 10;

/**
 * Every delivery of a notice, each recipient once by each channel. A member's inbox always has it.
 */
export function deliveriesOf(telling: Telling, now: Instant): readonly Delivery[] {
  const made = new Map<string, Delivery>();
  const add = (channel: Channel, recipient: string, why: Why): void => {
    const id = `${telling.id}>${channel}>${recipient}`;
    if (!made.has(id)) made.set(id, toDelivery(telling, { id, channel, recipient, why }, now));
  };
  for (const one of telling.reached) {
    if (one.account !== undefined) add("inbox", one.account, one.why);
    if (one.email !== undefined && wantsMail(one, telling.via)) add("email", one.email, one.why);
    if (one.channel !== undefined) add(chatOf(one.channel, telling), one.channel, one.why);
    for (const chat of ["slack", "teams"] as const) {
      if (!telling.via.includes(chat) || one.channel !== undefined) continue;
      for (const id of telling.chats[chat]) add(chat, id, one.why);
    }
  }
  return [...made.values()];
}

/** Somebody outside has no inbox, so without another way it is mail. */
function wantsMail({ account }: Reached, via: readonly Via[]): boolean {
  return via.includes("email") || account === undefined;
}

function chatOf(id: string, { chats }: Telling): Channel {
  return chats.teams.includes(id) ? "teams" : "slack";
}

function toDelivery(
  { notice, about, quiet }: Telling,
  to: Pick<Delivery, "id" | "channel" | "recipient"> & { readonly why: Why },
  now: Instant,
): Delivery {
  const { why, ...named } = to;
  const isLoud = to.channel !== "inbox" && to.channel !== "webhook";
  return {
    ...named,
    ...(about === undefined ? {} : { about }),
    ...(isLoud ? { group: to.channel } : {}),
    happenedAt: notice.at,
    dueAt: isLoud && quiet ? afterQuiet(quiet, now) : now,
    body: { ...notice, why } as NoticeBody,
  };
}

/** At once while people work, else when they begin. */
function afterQuiet(hours: Timetable, now: Instant): Instant {
  return isOpen(hours, now) ? now : (nextOpen(hours, now) ?? now);
}

/**
 * Deliveries held until they may travel with others: within five minutes of the last message to the
 * same recipient, and beyond the day's limits until tomorrow.
 */
export function holdTogether(
  deliveries: readonly Delivery[],
  at: {
    readonly now: Instant;
    readonly timeZone: string;
    readonly counts: readonly ToldCount[];
  },
): readonly Delivery[] {
  const tallies = new Map<string, Tally>();
  for (const { channel, recipient, rule, count, lastDueAt } of at.counts) {
    const tally = tallyOf(tallies, `${channel} ${recipient}`);
    tally.today += count;
    if (rule !== undefined) tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + count);
    tally.last = Math.max(tally.last, lastDueAt ?? tally.last);
  }
  const tomorrow = startOfLocalDay(at.timeZone, plusDays(localDate(at.timeZone, at.now), 1));
  return deliveries.map((delivery) => {
    if (delivery.group === undefined) return delivery;
    const tally = tallyOf(tallies, `${delivery.channel} ${delivery.recipient}`);
    return { ...delivery, dueAt: held(delivery, tally, { ...at, tomorrow }) };
  });
}

type Tally = { today: number; last: number; readonly rules: Map<string, number> };

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key) ?? { today: 0, last: Number.NEGATIVE_INFINITY, rules: new Map() };
  tallies.set(key, known);
  return known;
}

function held(
  { dueAt, body, channel }: Delivery,
  tally: Tally,
  { now, tomorrow }: { readonly now: Instant; readonly tomorrow: Instant },
): Instant {
  const rule = (body as Partial<ClockNotice>).rule ?? "";
  const ofRule = (tally.rules.get(rule) ?? 0) + 1;
  tally.today += 1;
  tally.rules.set(rule, ofRule);
  const isTooMuch = tally.today > MOST_A_DAY || (rule !== "" && ofRule > MOST_A_RULE);
  if (isTooMuch && channel === "email") return Math.max(dueAt, tomorrow) as Instant;
  if (dueAt > now) return dueAt;
  const isRecent = tally.last > now - GROUPED_WITHIN;
  const due =
    tally.last >= now || !isRecent ? Math.max(now, tally.last) : tally.last + GROUPED_WITHIN;
  tally.last = due;
  return due as Instant;
}
