/** The records behind a number of the reveal. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Routes, Sent } from "../../api/routes.ts";
import { routePaths } from "../paths.ts";
import { revealItemsQuestion } from "../questions-start.ts";
import { type Reader, useReader } from "../reader.tsx";
import type { RevealSearch } from "../reveal-search.ts";
import { openText } from "../time-text.ts";
import { revealWords } from "../words/reveal.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import type { Look } from "./reveal-hours.tsx";
import { type Item, RevealRecord } from "./reveal-record.tsx";
import { Failed, Waiting } from "./states.tsx";

type Query = Omit<Sent<Routes["revealItems"]>["query"], "show">;

type ItemsProps = { readonly query: Query; readonly search: RevealSearch; readonly look: Look };

const titles = {
  all: revealWords.showAll,
  missed: revealWords.showMissed,
  untouched: revealWords.showUntouched,
} as const;

export function RevealItems({ query, search, look }: ItemsProps) {
  const reader = useReader();
  const { say, language } = reader;
  const { show = "all", candidate, hour } = search;
  const asked = { ...query, show, ...(candidate ? { candidate } : {}) };
  const { data, isError, error, refetch } = useQuery(
    revealItemsQuestion(language, { ...asked, ...(hour === undefined ? {} : { hour }) }),
  );
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data) return <Waiting />;
  const { total, items } = data;
  return (
    <section className="reveal-items" aria-live="polite">
      <h2>
        {say(titles[show])}: {say(revealWords.items, { count: total })}
      </h2>
      {total > items.length && <p className="soft">{say(revealWords.itemsCut)}</p>}
      <button
        type="button"
        className="quiet"
        onClick={() => look({ show: undefined, hour: undefined, record: undefined })}
      >
        {say(revealWords.hideItems)}
      </button>
      <DataTable
        caption={say(titles[show])}
        fileName={say(titles[show])}
        rows={items}
        rowKey={({ subject, startedAt }) => `${subject} ${startedAt}`}
        columns={columnsOf(reader, search)}
      />
      {search.record && (
        <RevealRecord
          subject={search.record}
          item={items.find(({ subject }) => subject === search.record)}
          close={() => look({ record: undefined })}
        />
      )}
    </section>
  );
}

function columnsOf({ say, language }: Reader, search: RevealSearch): readonly DataColumn<Item>[] {
  return [
    {
      key: "record",
      head: say(revealWords.record),
      value: ({ subject, title }) => title ?? subject,
      cell: ({ subject, title }) => (
        <>
          <Link
            to={routePaths.reveal}
            search={{ ...search, record: subject }}
            resetScroll={false}
            aria-label={say(revealWords.openRecord, { name: title ?? subject })}
          >
            {title ?? subject}
          </Link>
          {title && <span className="soft small"> {subject}</span>}
        </>
      ),
    },
    {
      key: "started",
      head: say(revealWords.started),
      value: ({ startedAt }) => startedAt,
      cell: ({ startedAt }) => (startedAt ? <Moment at={startedAt} /> : "–"),
    },
    {
      key: "answered",
      head: say(revealWords.answered),
      value: ({ stoppedAt }) => stoppedAt,
      cell: ({ stoppedAt }) => (stoppedAt ? <Moment at={stoppedAt} /> : "–"),
    },
    {
      key: "took",
      head: say(revealWords.took),
      value: ({ openMs }) => openMs,
      cell: ({ openMs }) => openText(openMs, language),
      isNumber: true,
    },
    {
      key: "verdict",
      head: say(revealWords.verdict),
      value: ({ verdict }) => say(verdict === "met" ? revealWords.met : revealWords.breached),
    },
  ];
}
