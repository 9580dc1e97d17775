/** Disputes, by their deadline; and opening one. */

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { matterOf } from "../dispute-draft.ts";
import { claimsOf, type DisputeJson } from "../dispute-json.ts";
import { usePageTitle } from "../page-title.ts";
import { Countdown } from "../parts/countdown.tsx";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { DisputeOpen } from "../parts/dispute-open.tsx";
import { DisputeTabs } from "../parts/dispute-tabs.tsx";
import { Moment } from "../parts/moment.tsx";
import { PeriodDate } from "../parts/period-date.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { disputesQuestion } from "../questions-dispute.ts";
import { type Reader, useReader } from "../reader.tsx";
import { disputeWords, outcomeWords } from "../words/dispute.ts";

const route = getRouteApi(routePaths.disputes);

export function DisputesPage() {
  const reader = useReader();
  const { say, language } = reader;
  const search = route.useSearch();
  const navigate = useNavigate();
  const [isOpening, setOpening] = useState(Object.keys(search).length > 0);
  const answer = useQuery(disputesQuestion(language));
  const workspace = useQuery(workspaceQuestion(language));
  usePageTitle(say(disputeWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data || !workspace.data) return <Waiting />;
  const { disputes } = answer.data;
  const mayOpen = workspace.data.caller.permissions.includes("dispute");
  const close = () => {
    setOpening(false);
    navigate({ to: routePaths.disputes, search: {}, replace: true });
  };
  const button = mayOpen && (
    <button type="button" className="button" onClick={() => setOpening(true)}>
      {say(disputeWords.open)}
    </button>
  );
  return (
    <>
      <div className="page-head">
        <h1>{say(disputeWords.title)}</h1>
        {disputes.length > 0 && button}
      </div>
      <DisputeTabs current="disputes" />
      {disputes.length === 0 ? (
        <Empty title={say(disputeWords.none)} text={say(disputeWords.noneText)}>
          {button}
        </Empty>
      ) : (
        <DataTable
          caption={say(disputeWords.title)}
          columns={columnsFor(reader)}
          rows={disputes}
          rowKey={({ id }) => id}
          fileName="disputes"
        />
      )}
      {isOpening && mayOpen && <DisputeOpen matter={matterOf(search)} close={close} />}
    </>
  );
}

function columnsFor({ say }: Reader): readonly DataColumn<DisputeJson>[] {
  return [
    {
      key: "id",
      head: say(disputeWords.id),
      value: ({ id }) => id,
      cell: ({ id }) => (
        <Link to={routePaths.dispute} params={{ dispute: id }}>
          {id}
        </Link>
      ),
    },
    {
      key: "commitment",
      head: say(disputeWords.commitment),
      value: ({ agreement, commitment }) => `${agreement} · ${commitment}`,
    },
    {
      key: "period",
      head: say(disputeWords.period),
      value: ({ from }) => from,
      cell: ({ agreement, from }) => <PeriodDate agreement={agreement} from={from} />,
    },
    { key: "by", head: say(disputeWords.by), value: ({ by }) => by },
    {
      key: "claims",
      head: say(disputeWords.claims),
      value: (dispute) => claimsOf(dispute).length,
      isNumber: true,
    },
    {
      key: "standing",
      head: say(disputeWords.standing),
      value: ({ outcome }) => say(outcome ? wordOf(outcome) : disputeWords.isOpen),
    },
    {
      key: "level",
      head: say(disputeWords.level),
      value: ({ step }) => (step === null ? null : say(disputeWords.levelOf, { step })),
    },
    {
      key: "deadline",
      head: say(disputeWords.deadline),
      value: ({ dueAt }) => dueAt,
      cell: ({ dueAt }) => (dueAt === null ? "–" : <Countdown until={dueAt} />),
    },
    {
      key: "opened",
      head: say(disputeWords.opened),
      value: ({ at }) => at,
      cell: ({ at }) => <Moment at={at} />,
    },
  ];
}

function wordOf(outcome: string) {
  return outcomeWords[outcome as keyof typeof outcomeWords];
}
