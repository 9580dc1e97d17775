/** Changes of mind, told to those who were told before and to nobody else. */
import type { Instant } from "../engine/time.ts";
import type { Delivery } from "../store/delivery.ts";
import type { Told } from "../store/delivery-told.ts";
import type { ClockNotice } from "./notice-body.ts";
import { type Found, noticeOf } from "./notice-scene.ts";

export type Again = {
  /** Deliveries nobody has begun to tell: what they would tell is no longer so. */
  readonly takeBack: readonly string[];
  readonly deliveries: (now: Instant) => readonly Delivery[];
};

/** Which earlier tellings a change of mind answers. */
const answers: Readonly<Record<string, (told: ClockNotice) => boolean>> = {
  withdrawn: ({ verdict, what }) => verdict === "breached" && what !== "withdrawn",
  moved: ({ verdict, what }) => verdict === "breached" && what !== "withdrawn",
  confirmed: ({ verdict, provisional }) => verdict === "breached" && provisional === true,
};

export function tellAgain(found: readonly Found[], before: readonly Told[]): Again {
  const pairs = found.flatMap((one) => {
    const answered = answers[one.body.what];
    if (!answered) return [];
    return before
      .filter(({ about, body }) => about === one.body.clock && answered(body as ClockNotice))
      .map((told) => ({ one, told }));
  });
  const isTakenBack = ({ one, told }: (typeof pairs)[number]) =>
    one.body.what === "withdrawn" && !told.wasTold;
  return {
    takeBack: pairs.filter(isTakenBack).map(({ told }) => told.id),
    deliveries: (now) =>
      distinct(pairs.filter((pair) => !isTakenBack(pair)).map((pair) => toDelivery(pair, now))),
  };
}

/** At once, whatever the hour: somebody may be acting on what is not so. */
function toDelivery({ one, told }: { one: Found; told: Told }, now: Instant): Delivery {
  const { channel, recipient } = told;
  return {
    id: `${one.id}>${channel}>${recipient}`,
    channel,
    recipient,
    about: told.about,
    ...(channel === "inbox" || channel === "webhook" ? {} : { group: channel }),
    happenedAt: one.body.at,
    dueAt: now,
    body: { ...noticeOf(one, now), why: { who: "told" } } satisfies ClockNotice,
  };
}

function distinct(deliveries: readonly Delivery[]): readonly Delivery[] {
  return [...new Map(deliveries.map((one) => [one.id, one])).values()];
}
