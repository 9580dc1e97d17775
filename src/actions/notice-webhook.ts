/** What addresses outside subscribe to, by the names of Standard Webhooks. */
import type { Delivery } from "../store/delivery.ts";
import type { ClockNotice, NoticeBody } from "./notice-body.ts";
import { type Found, noticeOf, type Scene } from "./notice-scene.ts";

/** The type of each thing told, as receivers see it. */
export const webhookTypes: Readonly<Record<NoticeBody["what"], string>> = {
  warning: "clock.warned",
  breach: "clock.breached",
  confirmed: "clock.breachConfirmed",
  moved: "clock.breachMoved",
  withdrawn: "clock.breachWithdrawn",
  escalation: "clock.escalated",
  digest: "digest",
  rule: "rule.fired",
};

/**
 * First-hand news for every address that asked for it; changes of mind go to those who were told.
 */
export function subscribed({ directory, now }: Scene, found: Found): readonly Delivery[] {
  const { what } = found.body;
  if (what === "confirmed" || what === "moved" || what === "withdrawn") return [];
  return directory.webhooks
    .filter(({ kind, types }) => kind === "standard" && wants(types, webhookTypes[what]))
    .map(({ id }) => ({
      id: `${found.id}>webhook>${id}`,
      channel: "webhook",
      recipient: id,
      about: found.body.clock,
      happenedAt: found.body.at,
      dueAt: now,
      body: { ...noticeOf(found, now), why: { who: "channel", name: id } } satisfies ClockNotice,
    }));
}

/** "*" is everything, "clock.*" everything of clocks. */
function wants(types: readonly string[], type: string): boolean {
  return types.some(
    (one) =>
      one === "*" || one === type || (one.endsWith(".*") && type.startsWith(one.slice(0, -1))),
  );
}
