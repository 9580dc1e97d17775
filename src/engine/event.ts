/**
 * Facts: what happened to a subject, when, and who did it. Docs: docs/reference/event.md.
 */
import type { Instant } from "./time.ts";

export type ActorKind = "human" | "automation" | "integration";

export type Actor = { readonly id?: string; readonly kind?: ActorKind };

export type Attributes = { readonly [field: string]: unknown };

/**
 * `subject` is "type/id" ("lead/123"). `occurredAt` is when it happened, `recordedAt` when we learnt of
 * it (`occurredAt` where nobody says). `data` is merged into the subject's attributes (JSON merge
 * patch), but for `links`. The same (source, id) is one event.
 */
export type Event = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly occurredAt: Instant;
  readonly recordedAt?: Instant;
  readonly sequence?: string | number;
  readonly actor?: Actor;
  readonly data?: Attributes;
};
