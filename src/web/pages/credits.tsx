/** The ledger of credits as it stands, what each may do next, and statements of it. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ledgerMoves } from "../../engine/ledger.ts";
import { amountsText } from "../amount-text.ts";
import type { CreditJson } from "../dispute-json.ts";
import { usePageTitle } from "../page-title.ts";
import { Countdown } from "../parts/countdown.tsx";
import { CreditMove, type MoveName } from "../parts/credit-move.tsx";
import { CreditSource } from "../parts/credit-source.tsx";
import { CreditStatement } from "../parts/credit-statement.tsx";
import { CreditVerify } from "../parts/credit-verify.tsx";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { DisputeTabs } from "../parts/dispute-tabs.tsx";
import { PeriodDate } from "../parts/period-date.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { creditsQuestion } from "../questions-dispute.ts";
import { type Reader, useReader } from "../reader.tsx";
import { creditWords, moveWords, standingOfCredit } from "../words/credit.ts";
import { disputeWords } from "../words/dispute.ts";

type Moving = { readonly credit: CreditJson; readonly to: MoveName };

export function CreditsPage() {
  const reader = useReader();
  const { say, language } = reader;
  const [moving, setMoving] = useState<Moving>();
  const answer = useQuery(creditsQuestion(language));
  const workspace = useQuery(workspaceQuestion(language));
  usePageTitle(say(creditWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data || !workspace.data) return <Waiting />;
  const { credits } = answer.data;
  const { permissions } = workspace.data.caller;
  return (
    <div className="credits">
      <div className="page-head">
        <h1>{say(creditWords.title)}</h1>
        {permissions.includes("audit") && <CreditVerify />}
      </div>
      <DisputeTabs current="credits" />
      {credits.length === 0 ? (
        <Empty title={say(creditWords.none)} text={say(creditWords.noneText)} />
      ) : (
        <>
          <DataTable
            caption={say(creditWords.title)}
            columns={columnsFor(reader, permissions.includes("dispute"), setMoving)}
            rows={credits}
            rowKey={({ credit }) => credit}
            fileName="credits"
          />
          <CreditStatement credits={credits} />
        </>
      )}
      {moving && <CreditMove {...moving} close={() => setMoving(undefined)} />}
    </div>
  );
}

function columnsFor(
  { say, language }: Reader,
  mayMove: boolean,
  move: (moving: Moving) => void,
): readonly DataColumn<CreditJson>[] {
  const columns: readonly DataColumn<CreditJson>[] = [
    {
      key: "credit",
      head: say(creditWords.credit),
      value: ({ agreement, remedy }) => `${agreement} · ${remedy}`,
      cell: (credit) => <CreditSource credit={credit} />,
    },
    {
      key: "to",
      head: say(creditWords.to),
      value: ({ party, to, customer }) => `${party} › ${customer ?? to}`,
    },
    {
      key: "period",
      head: say(creditWords.period),
      value: ({ from }) => from,
      cell: ({ agreement, from }) => <PeriodDate agreement={agreement} from={from} />,
    },
    {
      key: "amount",
      head: say(creditWords.amount),
      value: ({ amount, currency }) => `${amount} ${currency}`,
      cell: ({ amount, currency }) => amountsText({ [currency]: amount }, language),
      isNumber: true,
    },
    {
      key: "standing",
      head: say(creditWords.standing),
      value: ({ standing, invoice }) =>
        [say(wordOf(standing)), invoice].filter(Boolean).join(" · "),
    },
    {
      key: "deadline",
      head: say(creditWords.deadline),
      value: (credit) => deadlineOf(credit) ?? null,
      cell: (credit) => <Deadline credit={credit} />,
    },
  ];
  return mayMove ? [...columns, movesColumn(say, move)] : columns;
}

function movesColumn(say: Reader["say"], move: (moving: Moving) => void): DataColumn<CreditJson> {
  return {
    key: "moves",
    head: say(creditWords.moves),
    value: (credit) =>
      movesOf(credit)
        .map((to) => say(moveWords[to]))
        .join(", "),
    cell: (credit) => (
      <span className="credit-moves">
        {movesOf(credit).map((to) => (
          <button
            key={to}
            type="button"
            className="button button-second button-small"
            onClick={() => move({ credit, to })}
          >
            {say(moveWords[to])}
          </button>
        ))}
        <Link
          className="button button-second button-small"
          to={routePaths.disputes}
          search={{ agreement: credit.agreement, at: credit.from }}
        >
          {say(disputeWords.dispute)}
        </Link>
      </span>
    ),
  };
}

function wordOf(standing: string) {
  return standingOfCredit[standing as keyof typeof standingOfCredit];
}

/** Until when it is claimed, or what is claimed decided. */
function deadlineOf({ standing, claimBy, decideBy }: CreditJson): string | undefined {
  const due = standing === "proposed" ? claimBy : standing === "claimed" ? decideBy : null;
  return due ?? undefined;
}

function Deadline({ credit }: { readonly credit: CreditJson }) {
  const until = deadlineOf(credit);
  return until === undefined ? "–" : <Countdown until={until} />;
}

/** What the table of moves lets people do: time moves the rest. */
function movesOf({ standing }: CreditJson): readonly MoveName[] {
  const moves = ledgerMoves[standing as keyof typeof ledgerMoves];
  const names = Object.keys(moveWords) as MoveName[];
  return names.filter((name) => moves[name] !== undefined);
}
