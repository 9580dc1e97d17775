/** Our verdicts beside those that a file states itself. */
import type { JudgedClock } from "../engine/judged.ts";
import type { RowLabel } from "../language/mapping-row.ts";

/** `none`: the row carries a label, and no clock of the commitment came of it. */
export type Stand = "met" | "breached" | "open" | "other" | "none";

export type Disagreement = {
  readonly subject: string;
  readonly says: "met" | "breached";
  readonly stands: Stand;
  readonly clock: JudgedClock | undefined;
};

/** `table` counts rows: what the file says, against how the clock stands. */
export type Comparison = {
  readonly labelled: number;
  readonly judged: number;
  readonly agree: number;
  readonly table: Readonly<Record<"met" | "breached", Readonly<Record<Stand, number>>>>;
  readonly disagreements: readonly Disagreement[];
};

/**
 * An open clock agrees with a label that says met: nothing was late when the file was written. Rows
 * without a clock (no due date) are counted apart and neither agree nor disagree.
 */
export function compareLabels(
  labels: readonly RowLabel[],
  clocks: readonly JudgedClock[],
  commitment: string,
): Comparison {
  const bySubject = new Map<string, JudgedClock>();
  for (const clock of clocks) {
    if (clock.commitment === commitment) bySubject.set(clock.subject, clock);
  }
  const table = { met: noStands(), breached: noStands() };
  const disagreements: Disagreement[] = [];
  let agree = 0;
  for (const { subject, says } of labels) {
    const clock = bySubject.get(subject);
    const stands = standOf(clock);
    table[says][stands] += 1;
    if (stands === "none") continue;
    const isMet = stands === "met" || stands === "open";
    if (stands === says || (isMet && says === "met")) agree += 1;
    else disagreements.push({ subject, says, stands, clock });
  }
  const judged = agree + disagreements.length;
  return { labelled: labels.length, judged, agree, table, disagreements };
}

function noStands(): Record<Stand, number> {
  return { met: 0, breached: 0, open: 0, other: 0, none: 0 };
}

function standOf(clock: JudgedClock | undefined): Stand {
  if (!clock) return "none";
  const { verdict } = clock;
  return verdict === "met" || verdict === "breached" || verdict === "open" ? verdict : "other";
}
