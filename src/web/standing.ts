/**
 * How a clock stands, in the eight words that the screens have for it: a shape, a word and a number
 * say it together, and colour says it last.
 */
import type { Answer, Routes } from "../api/routes.ts";

export type Clock = Answer<Routes["listClocks"]>["clocks"][number];

const standings = [
  "onTrack",
  "atRisk",
  "overdue",
  "paused",
  "met",
  "missed",
  "notStarted",
  "notAssessable",
] as const;

export type Standing = (typeof standings)[number];

/** What a standing is read from. */
export type Timed = Pick<Clock, "state" | "verdict" | "dueAt"> & {
  readonly warnings: readonly { readonly at: string }[];
};

/**
 * A breach dates from the instant it was inevitable: a clock past its due time needs no word of it.
 */
export function standingOf(clock: Timed, now: number): Standing {
  const { state, verdict, dueAt } = clock;
  if (verdict === "excused" || verdict === "void") return "notAssessable";
  if (verdict === "met") return "met";
  if (state === "waiting") return "notStarted";
  const isOver = state === "stopped" || state === "cancelled";
  if (verdict === "breached") return isOver ? "missed" : "overdue";
  if (isOver) return "notAssessable";
  if (state === "paused") return "paused";
  if (dueAt !== null && Date.parse(dueAt) < now) return "overdue";
  return isAtRisk(clock, now) ? "atRisk" : "onTrack";
}

/** Risk never walks back within one clock: a warning that was given stays given. */
export function isAtRisk({ warnings }: Pick<Timed, "warnings">, now: number): boolean {
  return warnings.some(({ at }) => Date.parse(at) <= now);
}

/** "lead/123/agreement/commitment/1" is a clock, "lead/123" a subject. */
export function subjectOf(clock: string): string {
  const parts = clock.split("/");
  return parts.length >= 5 ? parts.slice(0, -3).join("/") : clock;
}
