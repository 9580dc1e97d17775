/** Who acts, where and when: what every action is told besides its own matter. */
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Database } from "../store/db.ts";

/**
 * `actor` is written into the audit: "account/…", "key/…", "acuerdo/worker". `agreements`: those
 * that a counterparty is limited to; `customers`: those whose matter alone it sees of them. Absent:
 * all.
 */
export type Acting = {
  readonly database: Database;
  readonly workspaceId: string;
  readonly actor: string;
  readonly now: Instant;
  readonly agreements?: readonly string[];
  readonly customers?: readonly string[];
};

/** Refuses an agreement outside the caller's reach just as one that is not there. */
export function mustReach({ agreements }: Pick<Acting, "agreements">, agreement: string): void {
  if (agreements && !agreements.includes(agreement)) refuse("thing-missing", { name: agreement });
}

/** Refuses a counterparty: this is the company's own, and goes over every agreement. */
export function mustBeInside({ agreements }: Acting): void {
  if (agreements) refuse("thing-missing", { name: "lead-quality" });
}

/** The agreements of a filter that are within reach; undefined: all. */
export function withinReach(
  { agreements }: Acting,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!agreements) return asked;
  return asked ? asked.filter((one) => agreements.includes(one)) : agreements;
}
