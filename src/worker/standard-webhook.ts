/**
 * Webhooks as Standard Webhooks has them: what is told, signed so that the receiver knows us.
 * Docs: docs/reference/webhook.md.
 */
import { createHash, createHmac } from "node:crypto";
import type { NoticeBody } from "../actions/notice-body.ts";
import { webhookTypes } from "../actions/notice-webhook.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { type Outside, post } from "./outside.ts";
import type { Message, Send } from "./sending.ts";

/** Signs `id.timestamp.body` with every secret given; each is "whsec_" and base64. */
export function signature(
  signed: { readonly id: string; readonly seconds: number; readonly body: string },
  secrets: readonly string[],
): string {
  const text = `${signed.id}.${signed.seconds}.${signed.body}`;
  return secrets
    .map((secret) => Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .map((key) => `v1,${createHmac("sha256", key).update(text).digest("base64")}`)
    .join(" ");
}

/** The id a receiver knows a delivery by: the same at every attempt, and safe in a header. */
export function messageId(workspaceId: string, delivery: string): string {
  const hash = createHash("sha256").update(`${workspaceId}\u0000${delivery}`).digest("base64url");
  return `msg_${hash.slice(0, 27)}`;
}

/** A webhook carries one delivery, so that its id is the delivery's. */
export function webhookSender(outside: Outside): Send {
  return (message) => {
    const { webhook, workspace, now, deliveries } = message;
    const [delivery] = deliveries;
    if (!webhook || !delivery) return Promise.resolve({ kind: "refused", error: "no address" });
    const id = messageId(workspace.id, delivery.id);
    const seconds = Math.floor(now / 1_000);
    const body = JSON.stringify(bodyOf(message, delivery.body));
    const secrets = [webhook.secret, ...formerOf(message)];
    return post(
      {
        url: webhook.url,
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "Acuerdo",
          "webhook-id": id,
          "webhook-timestamp": String(seconds),
          "webhook-signature": signature({ id, seconds, body }, secrets),
        },
      },
      outside,
    );
  };
}

/** After a rotation both secrets sign, until receivers have had time to change. */
function formerOf({ webhook, now }: Message): readonly string[] {
  const former = webhook?.former;
  return former && former.until > now ? [former.secret] : [];
}

/** `timestamp` is when it happened; `data` is what is told, its instants as text. */
function bodyOf({ workspace }: Message, notice: NoticeBody): object {
  const { what, at, why: _, ...facts } = notice;
  const told = Object.entries(facts).map(([key, value]) => [
    key,
    key.endsWith("At") ? instantText(value as Instant) : value,
  ]);
  return {
    type: webhookTypes[what],
    timestamp: instantText(at),
    data: { workspace: workspace.id, ...Object.fromEntries(told) },
  };
}
