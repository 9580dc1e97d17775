/**
 * The JSON of clocks and periods: the shapes that other programs rely on. Docs:
 * docs/reference/cli.md.
 */
import type { CorrectedClock } from "../engine/correction.ts";
import type { Credit } from "../engine/credit.ts";
import type { Period } from "../engine/period.ts";
import type { RemedyDue } from "../engine/remedy-due.ts";
import { type Instant, instantText, type Span } from "../engine/time.ts";
import type { Terminal } from "./terminal.ts";

export function clockJson(clock: CorrectedClock) {
  return {
    agreement: clock.agreement,
    revision: clock.revision,
    level: clock.level,
    commitment: clock.commitment,
    subject: clock.subject,
    cycle: clock.cycle,
    state: clock.state,
    verdict: clock.verdict,
    provisional: clock.provisional,
    owner: clock.owner,
    startedAt: orNull(clock.startedAt),
    dueAt: orNull(clock.dueAt),
    breachedAt: orNull(clock.breachedAt),
    stoppedAt: orNull(clock.stoppedAt),
    target: clock.target && { text: clock.target.text, ms: clock.target.ms },
    spent: clock.spent,
    remainingMs: clock.remainingMs,
    warnings: clock.warnings.map(({ at, share }) => ({ at: instantText(at), share })),
    stretches: clock.stretches.map(({ from, to, kind, calendar, because }) => ({
      from: instantText(from),
      to: instantText(to),
      kind,
      calendar,
      because,
    })),
  };
}

export function periodJson(period: Period) {
  const { from, to, share: _, ...rest } = period;
  return { ...rest, from: instantText(from), to: instantText(to) };
}

export function creditJson(credit: Credit) {
  const { period, finalAt, claimBy, earnedBackAt, ...rest } = credit;
  return {
    ...rest,
    period: spanJson(period),
    finalAt: instantText(finalAt),
    claimBy: orNull(claimBy),
    earnedBackAt: orNull(earnedBackAt),
  };
}

export function remedyJson(due: RemedyDue) {
  const { period, misses, at, ...rest } = due;
  return { ...rest, period: spanJson(period), misses: misses.map(spanJson), at: instantText(at) };
}

function spanJson({ from, to }: Span) {
  return { from: instantText(from), to: instantText(to) };
}

function orNull(at: Instant | null): string | null {
  return at === null ? null : instantText(at);
}

const BLOCK = 65_536;

/** Prints `"name": [...]` an entry a line, in blocks: a million clocks are never one text. */
export async function printList<T>(
  terminal: Terminal,
  name: string,
  entries: readonly T[],
  toJson: (entry: T) => unknown,
): Promise<void> {
  let block = `${JSON.stringify(name)}: [`;
  for (const [index, entry] of entries.entries()) {
    block += `${index === 0 ? "\n" : ",\n"}${JSON.stringify(toJson(entry))}`;
    if (block.length < BLOCK) continue;
    await terminal.print(block);
    block = "";
  }
  await terminal.print(`${block}]`);
}
