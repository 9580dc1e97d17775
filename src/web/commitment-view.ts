/** What of a commitment's page stands in its address: the period looked at, and by what. */
import { readInstant } from "../engine/time.ts";

export const spendingSides = ["source", "team", "owner", "segment"] as const;

export type SpendingSide = (typeof spendingSides)[number];

/**
 * `period`: the instant it begins; absent: the latest. `value`: the one of `by` whose items are
 * shown. `met`: those that were kept as well.
 */
export type CommitmentSearch = {
  readonly by: SpendingSide;
  readonly period?: string;
  readonly value?: string;
  readonly met?: true;
};

export type CommitmentGiven = Partial<CommitmentSearch>;

/** An address that was cut short leads to the page as it opens, never to a fault. */
export function readCommitmentSearch(given: CommitmentGiven): CommitmentSearch {
  const { period, value } = given;
  return {
    by: spendingSides.find((side) => side === given.by) ?? "source",
    ...(isWholeInstant(period) ? { period } : {}),
    ...(typeof value === "string" && value !== "" ? { value } : {}),
    ...(String(given.met) === "true" ? { met: true as const } : {}),
  };
}

/** Engines differ in what else they take for a date: "20" is one to some. */
function isWholeInstant(text: unknown): text is string {
  return typeof text === "string" && readInstant(text) !== undefined;
}
