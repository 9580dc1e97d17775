/** One agreement of the list, with both sides' promises side by side. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import { periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords, stateWords } from "../words/agreement.ts";
import { MissesLeft } from "./misses-left.tsx";
import { PeriodStrip } from "./period-strip.tsx";
import { TitleText } from "./title-text.tsx";

type Listed = Answer<Routes["listAgreements"]>["agreements"][number];
type Latest = NonNullable<Listed["latest"]>;

type CardProps = {
  readonly agreement: Listed;
  readonly reviewAt: string | undefined;
  readonly mayWrite: boolean;
};

export function AgreementCard({ agreement, reviewAt, mayWrite }: CardProps) {
  const { say } = useReader();
  const { id, title, latest, hasDraft } = agreement;
  return (
    <article className="agreement-card">
      <div className="agreement-name">
        <h2>
          <Title agreement={agreement} />
        </h2>
        <StateTag state={agreement.state} />
        {hasDraft && latest && mayWrite && (
          <Link className="small" to={routePaths.editor} params={{ agreement: id }}>
            {say(agreementWords.unpublished)}
          </Link>
        )}
      </div>
      <Facts agreement={agreement} reviewAt={reviewAt} />
      {latest && <Sides agreement={id} latest={latest} title={title} />}
    </article>
  );
}

/** A draft that was never published is written on; the others are read first. */
function Title({ agreement: { id, title, latest } }: Pick<CardProps, "agreement">) {
  const params = { agreement: id };
  if (!latest) {
    return (
      <Link to={routePaths.editor} params={params}>
        <TitleText text={title} />
      </Link>
    );
  }
  return (
    <Link to={routePaths.agreement} params={params} search={{ tab: "document" }}>
      <TitleText text={title} />
    </Link>
  );
}

export function StateTag({ state }: { readonly state: string }) {
  const { say } = useReader();
  const known = Object.entries(stateWords).find(([name]) => name === state);
  return <span className={`state-tag state-${state}`}>{known ? say(known[1]) : state}</span>;
}

function Facts({ agreement, reviewAt }: Pick<CardProps, "agreement" | "reviewAt">) {
  const { say, date } = useReader();
  const now = useNow();
  const { latest, openDisputes } = agreement;
  if (!latest) return null;
  const names = latest.parties
    .filter(({ id }) =>
      latest.commitments.some((one) => [one.obliged, one.beneficiary].includes(id)),
    )
    .map(({ title }) => title);
  const until = latest.to === null ? say(agreementWords.noEnd) : undefined;
  return (
    <ul className="agreement-facts">
      <li>
        <strong>
          <TitleText text={names.join(" ↔ ")} />
        </strong>
      </li>
      <li>{until ?? say(agreementWords.expires, { date: date(`${latest.to}T12:00:00Z`, now) })}</li>
      {reviewAt !== undefined && (
        <li>{say(agreementWords.nextReview, { date: date(reviewAt, now) })}</li>
      )}
      <li>{say(agreementWords.openDisputes, { count: openDisputes })}</li>
    </ul>
  );
}

type SidesProps = { readonly agreement: string; readonly latest: Latest; readonly title: string };

/** What each party owes, with how it was kept and what may still be missed. */
function Sides({ agreement, latest, title }: SidesProps) {
  const { language } = useReader();
  const { data } = useQuery(periodsQuestion(language, agreement));
  const periods = data && periodsOf(data);
  const obliged = latest.parties.filter(({ id }) =>
    latest.commitments.some((one) => one.obliged === id),
  );
  return (
    <div className="sides">
      {obliged.map((party) => (
        <Side
          key={party.id}
          agreement={agreement}
          party={party.title}
          label={`${title}: ${party.title}`}
          commitments={latest.commitments.filter((one) => one.obliged === party.id)}
          periods={periods}
        />
      ))}
    </div>
  );
}

type SideProps = {
  readonly agreement: string;
  readonly party: string;
  readonly label: string;
  readonly commitments: Latest["commitments"];
  /** Undefined until they are there. */
  readonly periods: readonly PeriodJson[] | undefined;
};

function Side({ agreement, party, label, commitments, periods }: SideProps) {
  const { say } = useReader();
  return (
    <table className="kept">
      <caption>
        {say(agreementWords.owes, { party })}
        <span className="hidden"> ({label})</span>
      </caption>
      <thead className="hidden">
        <tr>
          <th scope="col">{say(agreementWords.commitment)}</th>
          <th scope="col">{say(agreementWords.lastPeriods)}</th>
          <th scope="col">{say(agreementWords.budget)}</th>
        </tr>
      </thead>
      <tbody>
        {commitments.map(({ id }) => {
          const own = periods?.filter((period) => period.commitment === id);
          const current = own?.[0];
          return (
            <tr key={id}>
              <th scope="row">
                <Link to={routePaths.commitment} params={{ agreement, commitment: id }}>
                  {id}
                </Link>
              </th>
              <td>{own && <PeriodStrip periods={own} />}</td>
              <td className="small">{current && <MissesLeft period={current} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
