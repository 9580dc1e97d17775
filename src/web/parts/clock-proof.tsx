/** One clock with its proof: the chip, the instants, and the stretches as a line and as a table. */
import type { Answer, Routes } from "../../api/routes.ts";
import { limitWords } from "../../language/words-time.ts";
import { useReader } from "../reader.tsx";
import { lengthText, openText } from "../time-text.ts";
import { clockWords } from "../words/clock.ts";
import { ClockChip } from "./clock-chip.tsx";
import { Moment } from "./moment.tsx";
import { Timeline } from "./timeline.tsx";

type ProvenClock = Answer<Routes["explainClock"]>["commitments"][number]["clocks"][number];

type ProofProps = {
  readonly clock: ProvenClock;
  readonly commitment: string;
  readonly agreement: string;
  readonly zone: string;
  readonly isWhole?: boolean;
};

export function ClockProof({ clock, commitment, agreement, zone, isWhole = false }: ProofProps) {
  const { say } = useReader();
  const shown = { ...clock, warnings: [] } as Parameters<typeof ClockChip>[0]["clock"];
  return (
    <section className="proof">
      <p className="proof-head">
        <strong>{commitment}</strong>
        <span className="soft small">{agreement}</span>
      </p>
      <p>
        <ClockChip clock={shown} />
      </p>
      {clock.stretches.length > 0 && <Timeline stretches={clock.stretches} dueAt={clock.dueAt} />}
      <Moments clock={clock} zone={zone} />
      {isWhole && clock.stretches.length > 0 && (
        <details open={clock.stretches.length <= 6}>
          <summary>{say(clockWords.stretches)}</summary>
          <Stretches clock={clock} />
        </details>
      )}
    </section>
  );
}

function Moments({ clock, zone }: { readonly clock: ProvenClock; readonly zone: string }) {
  const { say, language } = useReader();
  const { startedAt, dueAt, breachedAt, stoppedAt, target, spent, state } = clock;
  const isOver = state === "stopped" || state === "cancelled";
  const moments = [
    [clockWords.started, startedAt],
    [isOver || breachedAt !== null ? clockWords.wasDue : clockWords.dueAt, dueAt],
    [clockWords.breachedAt, breachedAt],
    [clockWords.stoppedAt, stoppedAt],
  ] as const;
  return (
    <dl className="facts">
      {target && (
        <div>
          <dt>{say(clockWords.target)}</dt>
          <dd>{limitWords(target.text, language)}</dd>
        </div>
      )}
      <div>
        <dt>{say(clockWords.spent)}</dt>
        <dd>
          {openText(spent.openMs, language)}{" "}
          <span className="soft">
            ({say(clockWords.elapsed, { length: lengthText(spent.elapsedMs) })})
          </span>
        </dd>
      </div>
      {moments.map(([says, at]) =>
        at === null ? null : (
          <div key={says.en}>
            <dt>{say(says)}</dt>
            <dd>
              <Moment at={at} zone={zone} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

const kinds = {
  running: clockWords.running,
  paused: clockWords.pausedStretch,
  closed: clockWords.closed,
} as const;

function kindWords(kind: string) {
  return kinds[kind as keyof typeof kinds] ?? clockWords.running;
}

function Stretches({ clock }: { readonly clock: ProvenClock }) {
  const { say } = useReader();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={say(clockWords.stretches)}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(clockWords.from)}</th>
            <th scope="col">{say(clockWords.to)}</th>
            <th scope="col">{say(clockWords.what)}</th>
          </tr>
        </thead>
        <tbody>
          {clock.stretches.map(({ from, to, kind }) => (
            <tr key={from}>
              <td>
                <Moment at={from} />
              </td>
              <td>
                <Moment at={to} />
              </td>
              <td>
                {say(kindWords(kind))}{" "}
                <span className="soft stretch-length">
                  {lengthText(Date.parse(to) - Date.parse(from))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
