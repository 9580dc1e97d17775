/** The chip of a clock: shape, word, number; colour last. */
import type { Language } from "../../engine/agreement.ts";
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";
import { isAtRisk, type Standing, standingOf, type Timed } from "../standing.ts";
import { lengthText, openText } from "../time-text.ts";
import { clockWords, standingAmounts, standingWords } from "../words/clock.ts";
import { Icon } from "./icon.tsx";

export type ChipClock = Timed & {
  readonly breachedAt: string | null;
  readonly remainingMs: number | null;
  readonly spent: { readonly openMs: number };
  readonly provisional?: boolean;
};

export function ClockChip({ clock }: { readonly clock: ChipClock }) {
  const { say, language } = useReader();
  const now = useNow();
  const standing = standingOf(clock, now);
  const amount = amountOf(clock, standing, { now, language });
  const isPaused = clock.state === "paused";
  const tone = standing === "paused" && isAtRisk(clock, now) ? "atRisk" : standing;
  return (
    <span className={`chip chip-${tone}${isPaused ? " chip-hatched" : ""}`}>
      <Icon shape={isPaused ? "paused" : standing} />
      <span className="chip-word">{say(standingWords[standing])}</span>
      {amount && <span className="chip-amount">{say(amount.says, { length: amount.length })}</span>}
      {clock.provisional && <span className="chip-note">{say(clockWords.provisional)}</span>}
    </span>
  );
}

/**
 * On a running clock the wall time to its due instant: two clocks with one number are due together.
 */
function amountOf(
  clock: ChipClock,
  standing: Standing,
  { now, language }: { readonly now: number; readonly language: Language },
) {
  const { breachedAt, dueAt, remainingMs, spent, state } = clock;
  const due = breachedAt ?? dueAt;
  if (standing === "overdue" && due) {
    const says = state === "paused" ? standingAmounts.pausedOver : standingAmounts.over;
    return { says, length: lengthText(now - Date.parse(due)) };
  }
  if (standing === "met" || standing === "missed") {
    return { says: standingAmounts.taken, length: openText(spent.openMs, language) };
  }
  if (standing === "paused" && remainingMs !== null) {
    return { says: standingAmounts.left, length: openText(remainingMs, language) };
  }
  if ((standing === "onTrack" || standing === "atRisk") && dueAt) {
    return { says: standingAmounts.left, length: lengthText(Date.parse(dueAt) - now) };
  }
  return undefined;
}
