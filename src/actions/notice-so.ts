/** Whether what a timer asked to be told is still so: what is no longer so is not told. */
import type { StepTime } from "../engine/escalation-step.ts";
import type { Instant } from "../engine/time.ts";
import type { ClockRow } from "../store/clock.ts";
import type { Found } from "./notice-scene.ts";
import type { TellBody } from "./timer-body.ts";

type Asked = { readonly body: TellBody; readonly clock: ClockRow; readonly time?: StepTime };

/** A warning is of a promise that may still be kept; a withdrawal, of one that was not broken. */
const rows: Readonly<Record<TellBody["what"], (asked: Asked) => boolean>> = {
  warning: ({ clock, body }) =>
    isOpen(clock) && clock.warnings.some(({ share }) => share === body.share),
  breach: ({ clock, body }) => isBreach(clock) && clock.breachedAt === body.at,
  moved: ({ clock, body }) => isBreach(clock) && clock.breachedAt === body.at,
  confirmed: ({ clock }) => isBreach(clock) && !clock.provisional,
  withdrawn: ({ clock }) => !isBreach(clock),
  escalation: ({ clock, time, body }) =>
    body.passedOn === true
      ? isOpen(clock) || isBreach(clock)
      : time !== undefined && isTimely(time, clock),
};

/** `acknowledgedAt`: since when somebody has taken the matter on. */
export function isStillSo(found: Found, acknowledgedAt: Instant | undefined): boolean {
  const { body, clock, steps } = found;
  const step = steps[body.step ?? 0];
  const time = step?.time;
  const isTakenOn = acknowledgedAt !== undefined && step?.spec.unlessAcknowledged === true;
  if (body.what === "escalation" && isTakenOn) return false;
  return rows[body.what]({ body, clock, ...(time === undefined ? {} : { time }) });
}

type Stood = Pick<ClockRow, "state" | "verdict">;

/** Whether a step is of what has come to pass, or of what may still be kept from it. */
export function isTimely({ kind }: StepTime, clock: Stood): boolean {
  return kind === "breach" || kind === "afterBreach" ? isBreach(clock) : isOpen(clock);
}

export function isOpen({ state, verdict }: Stood): boolean {
  return verdict === "open" && (state === "running" || state === "paused" || state === "waiting");
}

function isBreach({ verdict }: Stood): boolean {
  return verdict === "breached";
}
