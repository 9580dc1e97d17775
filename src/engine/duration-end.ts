/** When a duration that begins at an instant is over. Docs: docs/reference/time.md#durations. */
import { dueAfterDays } from "./business-day.ts";
import type { Duration } from "./duration.ts";
import type { Hours } from "./hours.ts";
import { type Instant, LATEST, type Millis, type Span } from "./time.ts";
import { dueAt, openTime } from "./timetable.ts";

/** The end of a duration on some hours; LATEST where it is not over within ten years. */
export function endAfter(duration: Duration, from: Instant, { timetable, wall }: Hours): Instant {
  if (duration.basis === "businessDays") {
    return dueAfterDays(timetable, from, duration.amount) ?? LATEST;
  }
  if (duration.basis === "open") return dueAt(timetable, from, duration.ms) ?? LATEST;
  if (wall) return dueAt(wall, from, duration.ms) ?? LATEST;
  return Math.min(from + duration.ms, LATEST) as Instant;
}

/** The length of a span in open or in elapsed time; 0 where it is empty. */
export function lengthIn(span: Span, isOpenTime: boolean, { timetable }: Hours): Millis {
  if (span.to <= span.from) return 0 as Millis;
  return isOpenTime ? openTime(timetable, span) : ((span.to - span.from) as Millis);
}
