/** What is objected to while the form is filled in, and the claims it becomes. */
import type { Routes, Sent } from "../api/routes.ts";
import { type ExclusionDraft, emptyExclusion, exclusionOf } from "./exclusion-draft.ts";

type Claim = Sent<Routes["openDispute"]>["body"]["claims"][number];

export const claimedVerdicts = ["excused", "met", "breached"] as const;

export type ClockDraft = {
  readonly subject: string;
  readonly cycle: number;
  readonly verdict: (typeof claimedVerdicts)[number];
};

/** Verdicts of clocks, or what should not have counted: of a measure only the latter. */
export type DisputeDraft = {
  readonly about: "clocks" | "leftOut";
  readonly clocks: readonly ClockDraft[];
  readonly exclusion: ExclusionDraft;
};

export const emptyClock: ClockDraft = { subject: "", cycle: 1, verdict: "excused" };

/** What a dispute is about as its address names it: "ticket/1/support/answer/2", or a period. */
export type DisputeMatter = {
  readonly agreement: string;
  readonly commitment: string;
  /** An instant of the period; empty where any may be meant. */
  readonly at: string;
  readonly clock: ClockDraft;
};

export function matterOf(search: {
  readonly clock?: string;
  readonly agreement?: string;
  readonly commitment?: string;
  readonly at?: string;
}): DisputeMatter {
  const parts = search.clock?.split("/") ?? [];
  const [agreement, commitment, cycle = "1"] = parts.slice(-3);
  return {
    agreement: agreement ?? search.agreement ?? "",
    commitment: commitment ?? search.commitment ?? "",
    at: search.at ?? "",
    clock: { ...emptyClock, subject: parts.slice(0, -3).join("/"), cycle: Number(cycle) },
  };
}

export function emptyDispute({ clock }: DisputeMatter): DisputeDraft {
  return { about: "clocks", clocks: [clock], exclusion: emptyExclusion };
}

/** Nothing while something is missing. Rows without a subject are rows that nobody filled in. */
export function claimsOfDraft({ about, clocks, exclusion }: DisputeDraft): readonly Claim[] {
  if (about === "clocks") return clocks.filter(({ subject }) => subject.includes("/"));
  const leftOut = exclusionOf(exclusion);
  return leftOut ? [{ exclusion: leftOut }] : [];
}
