/**
 * The line of a clock: what counted, what was paused, when the office was closed; and its due mark.
 */
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { clockWords } from "../words/clock.ts";

type Stretch = { readonly from: string; readonly to: string; readonly kind: string };

type TimelineProps = { readonly stretches: readonly Stretch[]; readonly dueAt: string | null };

const WIDTH = 600;
const HEIGHT = 22;
/** Of a clock that is late by months only so many times its term is drawn. */
const TALL = 3;

export function Timeline({ stretches, dueAt }: TimelineProps) {
  const { say, moment } = useReader();
  const now = useNow();
  const [from, to] = [at(stretches[0]?.from), at(stretches.at(-1)?.to)];
  const due = dueAt === null ? undefined : Date.parse(dueAt);
  const whole = Math.max(to, due ?? to, from + 1);
  const end = due === undefined ? whole : Math.min(whole, from + TALL * Math.max(due - from, 1));
  const shown = stretches.filter((one) => at(one.from) < end);
  const x = (instant: number) => ((instant - from) / (end - from)) * WIDTH;
  const total = (kind: string) =>
    lengthText(
      stretches
        .filter((one) => one.kind === kind)
        .reduce((sum, one) => sum + at(one.to) - at(one.from), 0),
    );
  const label = say(clockWords.timeline, {
    running: total("running"),
    paused: total("paused"),
    closed: total("closed"),
  });
  return (
    <>
      <svg
        className="timeline"
        viewBox={`-4 0 ${WIDTH + 8} ${HEIGHT + 12}`}
        role="img"
        aria-label={label}
      >
        <title>{label}</title>
        <Hatch />
        <rect className="line-ground" x={0} y={6} width={WIDTH} height={HEIGHT} rx={3} />
        {shown.map((one) => (
          <rect
            key={one.from}
            className={`line-${one.kind}`}
            x={x(at(one.from))}
            y={6}
            width={Math.max(x(Math.min(at(one.to), end)) - x(at(one.from)), 1.5)}
            height={HEIGHT}
          />
        ))}
        {due !== undefined && due >= from && (
          <path className="line-due" d={`M${x(due)} 0v${HEIGHT + 12}`} />
        )}
      </svg>
      <p className="timeline-ends soft small" aria-hidden="true">
        <span>{moment(from, now)}</span>
        <span>
          {end < whole
            ? say(clockWords.goesOn, { moment: moment(whole, now) })
            : moment(whole, now)}
        </span>
      </p>
    </>
  );
}

/** The pattern of what does not count; one definition serves every line of a page. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="hatch"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" className="hatch-ground" />
        <path d="M0 0v7" className="hatch-line" />
      </pattern>
      <pattern
        id="hatch-paused"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" className="hatch-paused-ground" />
        <path d="M0 0v7" className="hatch-paused-line" />
      </pattern>
    </defs>
  );
}

function at(text: string | undefined): number {
  return text === undefined ? 0 : Date.parse(text);
}
