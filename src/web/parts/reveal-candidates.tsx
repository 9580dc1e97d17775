/** Three promises side by side, as they would have been kept. */
import { durationWords } from "../../language/words-time.ts";
import { useReader } from "../reader.tsx";
import { revealWords } from "../words/reveal.ts";
import type { Look } from "./reveal-hours.tsx";
import type { Found } from "./reveal-numbers.tsx";

export type Candidate = Found["candidates"][number];

type CandidatesProps = { readonly found: Found; readonly look: Look };

export function RevealCandidates({ found, look }: CandidatesProps) {
  const { say } = useReader();
  return (
    <>
      <h2>{say(revealWords.promises)}</h2>
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
      <span className="reveal-bar" aria-hidden="true">
        <span style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        <i style={{ insetInlineStart: `${judged === 0 ? 0 : (met / judged) * 100}%` }} />
      </span>
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
