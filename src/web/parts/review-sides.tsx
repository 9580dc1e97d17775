/** How both sides kept their promises in the span of a review. */
import { Link } from "@tanstack/react-router";
import type { Agenda, SideOfReview } from "../../engine/review-agenda.ts";
import { routePaths } from "../paths.ts";
import { valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { periodJson } from "../review-json.ts";
import type { Telling } from "../review-text.ts";
import { reviewWords } from "../words/review.ts";
import { PeriodStrip } from "./period-strip.tsx";

type SidesProps = { readonly agenda: Agenda; readonly telling: Telling };

export function ReviewSides({ agenda, telling }: SidesProps) {
  const { say } = useReader();
  return (
    <section id="sides">
      <h2>{say(reviewWords.sides)}</h2>
      <div className="review-sides">
        {agenda.sides.map((side) => (
          <Side key={side.party} side={side} agreement={agenda.due.agreement} telling={telling} />
        ))}
      </div>
    </section>
  );
}

type SideProps = {
  readonly side: SideOfReview;
  readonly agreement: string;
  readonly telling: Telling;
};

function Side({ side, agreement, telling }: SideProps) {
  const { say, language } = useReader();
  const title = telling.party(side.party);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say(reviewWords.commitment)}</th>
            <th scope="col">{say(reviewWords.periods)}</th>
            <th scope="col" className="number">
              {say(reviewWords.kept)}
            </th>
            <th scope="col" className="number">
              {say(reviewWords.latest)}
            </th>
          </tr>
        </thead>
        <tbody>
          {side.commitments.map(({ commitment, periods, met, breached }) => {
            const latest = periods.at(-1);
            return (
              <tr key={commitment}>
                <th scope="row">
                  <Link to={routePaths.commitment} params={{ agreement, commitment }}>
                    {commitment}
                  </Link>
                </th>
                <td>
                  <PeriodStrip periods={periods.map(periodJson).toReversed()} />
                </td>
                <td className="number">
                  {met + breached === 0
                    ? "–"
                    : say(reviewWords.keptOf, { met, all: met + breached })}
                </td>
                <td className="number">{latest ? valueText(latest, language) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
