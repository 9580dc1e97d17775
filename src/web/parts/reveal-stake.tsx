/** What those whom nobody answered may have been worth, said with the whole of the sum. */
import { useReader } from "../reader.tsx";
import type { RevealSearch } from "../reveal-search.ts";
import { revealWords } from "../words/reveal.ts";
import { NumberField } from "./field.tsx";
import type { Look } from "./reveal-hours.tsx";

type StakeProps = {
  readonly untouched: number;
  readonly search: RevealSearch;
  readonly look: Look;
};

export function RevealStake({ untouched, search, look }: StakeProps) {
  const { say } = useReader();
  const { value, wins } = search;
  const sum = Math.round(((value ?? 0) * (wins ?? 0) * untouched) / 100);
  if (untouched === 0) return null;
  return (
    <section className="reveal-stake">
      <h2>{say(revealWords.stake)}</h2>
      <div className="fields">
        <NumberField
          label={say(revealWords.value)}
          value={value}
          change={(typed) => look({ value: typed })}
          least={0}
          step="any"
        />
        <NumberField
          label={say(revealWords.wins)}
          value={wins}
          change={(typed) => look({ wins: typed })}
          least={0}
          most={100}
          step="any"
        />
      </div>
      <p role="status">
        {value !== undefined && wins !== undefined
          ? say(revealWords.stakeSays, { count: untouched, wins, value, sum })
          : ""}
      </p>
      <p className="soft small">{say(revealWords.stakeHint)}</p>
    </section>
  );
}
