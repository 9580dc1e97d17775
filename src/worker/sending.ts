/** What leaves the product: messages, and what became of them. */
import type { NoticeBody } from "../actions/notice-body.ts";
import type { Millis } from "../engine/time.ts";
import type { Channel, LeasedDelivery } from "../store/delivery.ts";
import type { Webhook } from "../store/webhook.ts";
import type { Workspace } from "../store/workspace.ts";

/** One message: several deliveries to one recipient may travel in it. `now` is when it leaves. */
export type Message = {
  readonly deliveries: readonly (LeasedDelivery & { readonly body: NoticeBody })[];
  readonly recipient: string;
  readonly workspace: Workspace;
  readonly webhook?: Webhook;
  readonly now: number;
};

/** `gone`: the receiver wants no more of it, ever. `after`: how long it asks us to wait. */
export type Outcome =
  | { readonly kind: "sent" }
  | { readonly kind: "failed"; readonly error: string; readonly after?: Millis }
  | { readonly kind: "refused" | "gone"; readonly error: string };

export type Send = (message: Message) => Promise<Outcome>;

/** A channel without a sender cannot be told by: its deliveries are given up, and say so. */
export type Senders = { readonly [K in Exclude<Channel, "inbox">]?: Send };
