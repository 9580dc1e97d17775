/** Whether somebody has taken a clock's matter on, as the subject's facts say. */
import { type Instant, readInstant } from "../engine/time.ts";
import type { ClockRow } from "../store/clock.ts";

/**
 * An acknowledgement is a fact of the subject: `acknowledged: {"agreement/commitment/cycle":
 * when}`.
 */
export function acknowledgedAt(attributes: unknown, clock: AcknowledgedClock): Instant | undefined {
  const { acknowledged } = (attributes ?? {}) as { acknowledged?: Record<string, unknown> };
  const at = acknowledged?.[acknowledgementOf(clock)];
  return typeof at === "string" ? readInstant(at) : undefined;
}

type AcknowledgedClock = Pick<ClockRow, "agreement" | "commitment" | "cycle">;

export function acknowledgementOf({ agreement, commitment, cycle }: AcknowledgedClock): string {
  return `${agreement}/${commitment}/${cycle}`;
}
