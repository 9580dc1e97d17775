/** When a delivery that failed is tried again. Docs: docs/reference/delivery.md#tries. */
import { HOUR, type Instant, MINUTE, type Millis, SECOND } from "../engine/time.ts";

/** How long after each failed attempt the next is made; after the last one it is given up. */
export const waits: readonly Millis[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as readonly number[] as readonly Millis[];

/** Up to a fifth longer than the table says, so that what failed together is not tried together. */
const JITTER = 0.2;

/** What a receiver may ask us to wait at most. */
const LONGEST_ASKED = 24 * HOUR;

/** Undefined: it was the last attempt. A receiver's wish to wait longer is heeded. */
export function retryAt(
  attempts: number,
  at: { readonly now: Instant; readonly chance: () => number; readonly after?: Millis },
): Instant | undefined {
  const wait = waits[attempts - 1];
  if (wait === undefined) return undefined;
  const asked = Math.min(at.after ?? 0, LONGEST_ASKED);
  return Math.ceil(at.now + Math.max(asked, wait * (1 + JITTER * at.chance()))) as Instant;
}

/** Failures in a row after which an address rests, and how long: longer each time. */
const MOST_FAILURES = 5;
const FIRST_REST = MINUTE;
const LONGEST_REST = HOUR;

/** Until when an address is left alone after so many failures in a row; undefined: not at all. */
export function restsUntil(failures: number, now: Instant): Instant | undefined {
  if (failures < MOST_FAILURES) return undefined;
  const rest = FIRST_REST * 2 ** Math.min(failures - MOST_FAILURES, 10);
  return (now + Math.min(rest, LONGEST_REST)) as Instant;
}
