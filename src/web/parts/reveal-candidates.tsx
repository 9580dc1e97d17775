/** Three promises side by side, as they would have been kept. */
import { durationWords } from "../../language/words-time.ts";
import { useReader } from "../reader.tsx";
import { revealWords } from "../words/reveal.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";
import type { Look } from "./reveal-hours.tsx";
import type { Found } from "./reveal-numbers.tsx";

export type Candidate = Found["candidates"][number];

const ROW = 26;
const NAMES = 145;
const WIDTH = 485;
/** For what stands after the bar: a percentage, in the letters of a phone. */
const AFTER = 80;

/** How each would have been kept, and how far the truth may be from it. */
function Drawing({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const { say, percent } = useReader();
  const x = (share: number) => NAMES + share * WIDTH;
  return (
    <svg
      className="promises"
      viewBox={`0 0 ${NAMES + WIDTH + AFTER} ${candidates.length * ROW}`}
      role="img"
      aria-label={say(revealWords.promises)}
    >
      {candidates.map(({ name, met, judged, interval: { low, high } }, index) => {
        const share = judged === 0 ? 0 : met / judged;
        const middle = index * ROW + ROW / 2;
        return (
          <g key={name}>
            <text x={0} y={middle + 4}>
              {say(revealWords[name])}
            </text>
            <rect className="promise-all" x={x(0)} y={middle - 5} width={WIDTH} height={10} />
            <rect className="bar" x={x(0)} y={middle - 5} width={share * WIDTH} height={10} />
            <path className="whisker" d={`M${x(low)} ${middle}H${x(high)}`} />
            <text x={x(1) + 8} y={middle + 4}>
              {percent(share)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function useColumns(): readonly DataColumn<Candidate>[] {
  const { say, language, percent } = useReader();
  return [
    { key: "promise", head: say(revealWords.promise), value: ({ name }) => say(revealWords[name]) },
    {
      key: "within",
      head: say(revealWords.term),
      value: ({ within }) => durationWords(within, language),
    },
    { key: "met", head: say(revealWords.metCount), value: ({ met }) => met, isNumber: true },
    {
      key: "judged",
      head: say(revealWords.judgedCount),
      value: ({ judged }) => judged,
      isNumber: true,
    },
    ...(["low", "high"] as const).map((bound) => ({
      key: bound,
      head: say(revealWords[bound]),
      value: ({ interval }: Candidate) => interval[bound],
      cell: ({ interval }: Candidate) => percent(interval[bound]),
      isNumber: true,
    })),
  ];
}

type CandidatesProps = { readonly found: Found; readonly look: Look };

export function RevealCandidates({ found, look }: CandidatesProps) {
  const { say } = useReader();
  return (
    <>
      <ChartFrame
        title={say(revealWords.promises)}
        fileName="promises"
        table={{ columns: useColumns(), rows: found.candidates }}
      >
        <Drawing candidates={found.candidates} />
      </ChartFrame>
      <ul className="reveal-candidates">
        {found.candidates.map((candidate) => (
          <Card key={candidate.name} candidate={candidate} look={look} />
        ))}
      </ul>
    </>
  );
}

function Card({ candidate, look }: { readonly candidate: Candidate; readonly look: Look }) {
  const { say, language, percent } = useReader();
  const { name, within, met, judged, interval } = candidate;
  const share = percent(judged === 0 ? 0 : met / judged);
  const { low, high } = interval;
  return (
    <li>
      <h3>{say(revealWords[name])}</h3>
      <p className="reveal-within">
        {say(revealWords.within, { length: durationWords(within, language) })}
      </p>
      <p>
        <strong>{say(revealWords.held, { share, met, judged })}</strong>
      </p>
      <p className="soft small">
        {say(revealWords.interval, { low: percent(low), high: percent(high) })}
      </p>
      <button
        type="button"
        className="quiet"
        onClick={() => look({ show: "missed", candidate: name, hour: undefined })}
      >
        {say(revealWords.missed, { count: judged - met })}
      </button>
      <button
        type="button"
        className="button"
        aria-label={say(revealWords.makeLabel, { name: say(revealWords[name]) })}
        onClick={() => look({ choose: name, show: undefined })}
      >
        {say(revealWords.make)}
      </button>
    </li>
  );
}
