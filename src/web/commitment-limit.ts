/** The lengths of open time that a commitment allows: the line that its work is seen against. */
import type { AgreementDocument } from "../engine/agreement.ts";
import { readDuration } from "../engine/duration.ts";

/** `text` is as it was written: "15bm". */
export type Limit = { readonly ms: number; readonly text: string };

/**
 * Those that are whole lengths of open time, the shortest first. Elapsed hours and business days
 * are none: how much open time they hold depends on when they begin.
 */
export function limitsOf(
  agreement: AgreementDocument | undefined,
  commitment: string,
): readonly Limit[] {
  const found = agreement?.spec.commitments.find(({ id }) => id === commitment);
  const targets = found && "target" in found ? (found.target ?? []) : [];
  const limits = targets.flatMap((target): readonly Limit[] => {
    const text = "within" in target ? target.within : undefined;
    const duration = text === undefined ? undefined : readDuration(text);
    if (text === undefined || duration?.basis !== "open") return [];
    return [{ ms: duration.ms, text }];
  });
  return limits.toSorted((one, other) => one.ms - other.ms);
}
