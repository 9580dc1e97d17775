/** One dispute: claim, clause, what both sides say, steps as clocks, evidence, decision. */

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { isOfClock } from "../../engine/dispute-claim.ts";
import { claimsOf, type DisputeCaseJson } from "../dispute-json.ts";
import { usePageTitle } from "../page-title.ts";
import { Countdown } from "../parts/countdown.tsx";
import { DisputeDecide } from "../parts/dispute-decide.tsx";
import { DisputeEvidence } from "../parts/dispute-evidence.tsx";
import { DisputeStatements } from "../parts/dispute-statements.tsx";
import { DisputeSteps } from "../parts/dispute-steps.tsx";
import { DisputeTabs } from "../parts/dispute-tabs.tsx";
import { Moment } from "../parts/moment.tsx";
import { PeriodDate } from "../parts/period-date.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { disputeQuestion } from "../questions-dispute.ts";
import { useReader } from "../reader.tsx";
import { claimVerdictWords, disputeWords, outcomeWords } from "../words/dispute.ts";

const route = getRouteApi(routePaths.dispute);

export function DisputePage() {
  const { say, language } = useReader();
  const { dispute: id } = route.useParams();
  const answer = useQuery(disputeQuestion(language, id));
  const workspace = useQuery(workspaceQuestion(language));
  usePageTitle(say(disputeWords.one, { id }));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data || !workspace.data) return <Waiting />;
  const dispute = answer.data;
  const mayAct = workspace.data.caller.permissions.includes("dispute");
  return (
    <div className="dispute">
      <div className="page-head">
        <h1>{say(disputeWords.one, { id })}</h1>
        <Where dispute={dispute} />
      </div>
      <DisputeTabs current="disputes" />
      <Matter dispute={dispute} />
      {mayAct && dispute.outcome === null && <DisputeDecide dispute={dispute} />}
      <DisputeStatements dispute={dispute} mayAct={mayAct && dispute.outcome === null} />
      <DisputeSteps dispute={dispute} />
      <DisputeEvidence dispute={dispute} />
    </div>
  );
}

type OfDispute = { readonly dispute: DisputeCaseJson };

/** How it stands, and until when. */
function Where({ dispute: { outcome, step, dueAt } }: OfDispute) {
  const { say } = useReader();
  if (outcome !== null) {
    return <strong>{say(outcomeWords[outcome as keyof typeof outcomeWords])}</strong>;
  }
  return (
    <p className="dispute-where">
      {step !== null && <span>{say(disputeWords.levelOf, { step })}</span>}
      {dueAt !== null && <Countdown until={dueAt} />}
    </p>
  );
}

type Told = { readonly by: readonly string[]; readonly reason: string };

function Matter({ dispute }: OfDispute) {
  const { say } = useReader();
  const { agreement, commitment, from, by, at, clause } = dispute;
  const decision = dispute.decision as Told | null;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{say(disputeWords.commitment)}</dt>
          <dd>
            <Link to={routePaths.commitment} params={{ agreement, commitment }}>
              {`${agreement} · ${commitment}`}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{say(disputeWords.period)}</dt>
          <dd>
            <PeriodDate agreement={agreement} from={from} />
          </dd>
        </div>
        <div>
          <dt>{say(disputeWords.by)}</dt>
          <dd>
            {by} · <Moment at={at} />
          </dd>
        </div>
        <div>
          <dt>{say(disputeWords.claims)}</dt>
          <dd>
            <Claims dispute={dispute} />
          </dd>
        </div>
        {decision && (
          <div>
            <dt>{say(disputeWords.outcome)}</dt>
            <dd>
              {say(disputeWords.decided, { by: decision.by.join(", ") })}: {decision.reason}
            </dd>
          </div>
        )}
      </dl>
      <blockquote className="clause" aria-label={say(disputeWords.clause)}>
        <p>{clause}</p>
      </blockquote>
    </>
  );
}

function Claims({ dispute }: OfDispute) {
  const { say } = useReader();
  return (
    <ol className="dispute-claims">
      {claimsOf(dispute).map((claim) => (
        <li key={JSON.stringify(claim)}>
          {isOfClock(claim)
            ? say(disputeWords.claimOf, {
                subject: claim.clock.subject,
                verdict: say(claimVerdictWords[claim.verdict]),
              })
            : say(disputeWords.claimLeftOut, { id: claim.exclusion.id })}
        </li>
      ))}
    </ol>
  );
}
