/** What a timer asks of the worker that leases it: one word, and what that word needs. */
import type { Instant } from "../engine/time.ts";

/** Judge a subject again: something about its clocks changes by itself at that instant. */
export type SettleBody = { readonly does: "settle"; readonly subject: string };

/**
 * Tell of a clock. The worker looks at the clock again before it tells: what is no longer so is not
 * told.
 *
 * `step` and `repeat` name an escalation's notice, `share` a warning's.
 */
export type TellBody = {
  readonly does: "tell";
  readonly what: "warning" | "breach" | "confirmed" | "moved" | "withdrawn" | "escalation";
  readonly clock: string;
  readonly subject: string;
  readonly at: Instant;
  readonly share?: number;
  readonly step?: number;
  readonly repeat?: number;
  /** The step before had nobody to tell. */
  readonly passedOn?: boolean;
  readonly provisional?: boolean;
};

/** Judge the subjects of some kinds again, from `after` on, a bounded number at a time. */
export type ResettleBody = {
  readonly does: "resettle";
  readonly kinds: readonly string[];
  readonly after?: string;
  readonly isQuiet: boolean;
};

/** Work out an agreement's periods again. */
export type PeriodBody = { readonly does: "periods"; readonly agreement: string };

/** A company of the demo: the same for the same seed. */
export type DemoCompany = {
  readonly seed: number;
  readonly leads: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly timeZone: string;
  readonly language: "es" | "en";
};

/** Record what has happened since in the demo company, whose first `recorded` facts are there. */
export type DemoBody = {
  readonly does: "demo";
  readonly company: DemoCompany;
  readonly recorded: number;
};

/** Look at a dispute again: the time of its step has run out. */
export type DisputeBody = { readonly does: "dispute"; readonly dispute: string };

/** Look at an agreement's credits again: a claim's time, or a decision's, has run out. */
export type ClaimBody = { readonly does: "claims"; readonly agreement: string };

/** See whether a rule holds for an event, and do what it says. */
export type RuleBody = {
  readonly does: "rule";
  readonly rule: string;
  readonly subject: string;
  readonly source: string;
  readonly event: string;
};

/** Tell those who manage how the day begins. `day` is a date of the workspace's own zone. */
export type DigestBody = { readonly does: "digest"; readonly day: string };

export type TimerBody =
  | SettleBody
  | TellBody
  | RuleBody
  | DigestBody
  | ResettleBody
  | PeriodBody
  | DemoBody
  | DisputeBody
  | ClaimBody;
