/** The latest misses of a commitment, each leading to its proof. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { missesQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { todayWords } from "../words/today.ts";
import { ClockChip } from "./clock-chip.tsx";
import { Moment } from "./moment.tsx";

type MissesProps = { readonly agreement: string; readonly commitment: string };

export function CommitmentMisses({ agreement, commitment }: MissesProps) {
  const { say, language } = useReader();
  const { data } = useQuery(missesQuestion(language, agreement, commitment));
  const clocks = data?.clocks ?? [];
  return (
    <section className="chart">
      <h2>{say(agreementWords.items)}</h2>
      {data && clocks.length === 0 && <p className="soft">{say(agreementWords.noItems)}</p>}
      <ul className="misses">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <Link to={routePaths.today} search={{ view: "all", clock: clock.id }}>
              {clock.title ?? clock.subject}
            </Link>
            <ClockChip clock={clock} />
            <span className="soft">
              {clock.owner ?? say(todayWords.noOwner)}
              {clock.breachedAt && " · "}
              {clock.breachedAt && <Moment at={clock.breachedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
