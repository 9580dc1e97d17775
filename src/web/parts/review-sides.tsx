/** How both sides kept their promises in the span of a review. */
import { Link } from "@tanstack/react-router";
import type { Agenda, SideOfReview } from "../../engine/review-agenda.ts";
import { routePaths } from "../paths.ts";
import { valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { periodJson } from "../review-json.ts";
import type { Telling } from "../review-text.ts";
import { reviewWords } from "../words/review.ts";
import { DataTable } from "./data-table.tsx";
import { PeriodStrip, verdictWords } from "./period-strip.tsx";

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

type Kept = SideOfReview["commitments"][number];

type SideProps = {
  readonly side: SideOfReview;
  readonly agreement: string;
  readonly telling: Telling;
};

function Side({ side, agreement, telling }: SideProps) {
  const { say, language } = useReader();
  const keptOf = ({ met, breached }: Kept) =>
    met + breached === 0 ? null : say(reviewWords.keptOf, { met, all: met + breached });
  const latestOf = ({ periods }: Kept) => {
    const latest = periods.at(-1);
    return latest ? valueText(latest, language) : null;
  };
  return (
    <DataTable
      caption={telling.party(side.party)}
      rows={side.commitments}
      rowKey={({ commitment }) => commitment}
      fileName={`${agreement}-${side.party}`}
      columns={[
        {
          key: "commitment",
          head: say(reviewWords.commitment),
          value: ({ commitment }) => commitment,
          cell: ({ commitment }) => (
            <Link to={routePaths.commitment} params={{ agreement, commitment }}>
              {commitment}
            </Link>
          ),
        },
        {
          key: "periods",
          head: say(reviewWords.periods),
          value: ({ periods }) => periods.map((one) => say(verdictWords(one.verdict))).join(" "),
          cell: ({ periods }) => <PeriodStrip periods={periods.map(periodJson).toReversed()} />,
        },
        { key: "kept", head: say(reviewWords.kept), value: keptOf, isNumber: true },
        { key: "latest", head: say(reviewWords.latest), value: latestOf, isNumber: true },
      ]}
    />
  );
}
