/** The statement of a customer or a party over a span: what stands, row by row; CSV and paper. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { amountsText } from "../amount-text.ts";
import type { CreditJson } from "../dispute-json.ts";
import { useNow } from "../now.ts";
import { statementQuestion } from "../questions-dispute.ts";
import { type Reader, useReader } from "../reader.tsx";
import { creditWords, ledgerReasons, standingOfCredit } from "../words/credit.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { DateField, SelectField } from "./field.tsx";
import { PeriodDate } from "./period-date.tsx";

const YEAR = 365 * 86_400_000;

export function CreditStatement({ credits }: { readonly credits: readonly CreditJson[] }) {
  const { say } = useReader();
  const now = useNow();
  const whose = [...new Set(credits.map(({ to, customer }) => customer ?? to))].sort();
  const [of, setOf] = useState(whose[0] ?? "");
  const [from, setFrom] = useState(dayOf(now - YEAR));
  const [until, setUntil] = useState(dayOf(now + 86_400_000));
  const isCustomer = credits.some(({ customer }) => customer === of);
  return (
    <section className="credit-statement">
      <div className="page-head">
        <h2>{say(creditWords.statement)}</h2>
        <button type="button" className="button button-second no-print" onClick={() => print()}>
          {say(creditWords.print)}
        </button>
      </div>
      <div className="credit-span">
        <SelectField
          label={say(creditWords.of)}
          value={of}
          change={setOf}
          options={whose.map((value) => ({ value, label: value }))}
        />
        <DateField label={say(creditWords.from)} value={from} change={setFrom} />
        <DateField label={say(creditWords.until)} value={until} change={setUntil} />
      </div>
      {from < until && <Lines of={of} isCustomer={isCustomer} from={from} until={until} />}
    </section>
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

type LinesProps = {
  readonly of: string;
  readonly isCustomer: boolean;
  readonly from: string;
  readonly until: string;
};

function Lines({ of, isCustomer, from, until }: LinesProps) {
  const reader = useReader();
  const { say, language } = reader;
  const { data } = useQuery(
    statementQuestion(language, {
      ...(isCustomer ? { customer: of } : { party: of }),
      from: `${from}T00:00:00Z`,
      to: `${until}T00:00:00Z`,
    }),
  );
  if (!data) return null;
  return (
    <>
      <DataTable
        caption={`${say(creditWords.statement)}: ${of}`}
        rows={data.rows}
        rowKey={({ number }) => String(number)}
        fileName={`statement-${of}`}
        empty={say(creditWords.noLines)}
        columns={columnsFor(reader)}
      />
      <dl className="facts">
        {data.totals.map(({ currency, standing, amount }) => (
          <div key={`${currency} ${standing}`}>
            <dt>{say(wordOf(standing))}</dt>
            <dd className="number">{amountsText({ [currency]: amount }, language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type LineRow = Answer<Routes["creditStatement"]>["rows"][number];

function columnsFor({ say, language }: Reader): readonly DataColumn<LineRow>[] {
  const reasonOf = (reason: string) => {
    const own = ledgerReasons[reason];
    return own ? say(own) : reason;
  };
  return [
    { key: "number", head: "#", value: ({ number }) => number, isNumber: true },
    {
      key: "credit",
      head: say(creditWords.credit),
      value: ({ agreement, remedy }) => `${agreement} · ${remedy}`,
    },
    {
      key: "period",
      head: say(creditWords.period),
      value: (row) => row.from,
      cell: (row) => <PeriodDate agreement={row.agreement} from={row.from} />,
    },
    {
      key: "standing",
      head: say(creditWords.standing),
      value: (row) => say(wordOf(row.standing)),
    },
    {
      key: "amount",
      head: say(creditWords.amount),
      value: ({ amount, currency }) => `${amount} ${currency}`,
      cell: ({ amount, currency }) => amountsText({ [currency]: amount }, language),
      isNumber: true,
    },
    { key: "invoice", head: say(creditWords.invoice), value: ({ invoice }) => invoice },
    { key: "reason", head: say(creditWords.reason), value: ({ reason }) => reasonOf(reason) },
  ];
}

function wordOf(standing: string) {
  return standingOfCredit[standing as keyof typeof standingOfCredit];
}
