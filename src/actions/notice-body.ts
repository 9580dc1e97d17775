/** What a delivery tells: facts, from which each channel makes its own words. */
import type { Instant } from "../engine/time.ts";
import type { TellBody } from "./timer-body.ts";

/**
 * Why somebody gets it: the word of the agreement that reached them, or that they were told before.
 */
export type Why = {
  readonly who:
    | "owner"
    | "manager"
    | "workspaceOwner"
    | "party"
    | "channel"
    | "address"
    | "told"
    | "rule"
    | "digest";
  readonly name?: string;
  /** The place of an escalation's step, from 1; `passedOn`: the step before had nobody to tell. */
  readonly step?: number;
  readonly passedOn?: boolean;
};

/** `rule` names the promise: no rule tells one person more than so often a day. */
export type ClockNotice = {
  readonly what: TellBody["what"];
  readonly clock: string;
  readonly subject: string;
  readonly agreement: string;
  readonly commitment: string;
  readonly rule: string;
  readonly at: Instant;
  readonly title?: string;
  readonly owner?: string;
  readonly dueAt?: Instant;
  readonly target?: string;
  readonly share?: number;
  readonly provisional?: boolean;
  /** How long after its instant it was put into words, where that is long. */
  readonly lateMs?: number;
  /** As it stood when it was told: a withdrawal goes to those who were told of a breach. */
  readonly verdict: "open" | "breached";
  readonly why: Why;
};

/** A manager's morning: what is overdue, what is due before noon, how yesterday went. */
export type DigestNotice = {
  readonly what: "digest";
  readonly at: Instant;
  readonly team?: string;
  readonly overdue: number;
  readonly dueBeforeNoon: number;
  readonly met: number;
  readonly breached: number;
  /** The fewest misses that any promise has left in its period. */
  readonly left?: {
    readonly agreement: string;
    readonly commitment: string;
    readonly misses: number;
  };
  /** The clock that is overdue longest: what to do first. */
  readonly first?: {
    readonly subject: string;
    readonly commitment: string;
    readonly title?: string;
  };
  readonly why: Why;
};

/** What a rule on events tells. */
export type RuleNotice = {
  readonly what: "rule";
  readonly at: Instant;
  readonly subject: string;
  readonly says: string;
  readonly rule: string;
  readonly title?: string;
  readonly why: Why;
};

export type NoticeBody = ClockNotice | DigestNotice | RuleNotice;
