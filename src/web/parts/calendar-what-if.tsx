/** What a draft would change, beside the calendar; and its publication. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import type { CalendarPlace } from "../calendar-draft.ts";
import { hoursText, useDates } from "../calendar-words.ts";
import { useCaller } from "../caller.ts";
import { useAfter } from "../change.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { calendarWords } from "../words/calendar.ts";
import { startOfDate } from "../zone-date.ts";
import { Confirm } from "./confirm.tsx";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { DateField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Problems } from "./problems.tsx";

type WhatIf = Answer<Routes["calendarWhatIf"]>;
type Moved = WhatIf["moved"][number];

type WhatIfProps = {
  readonly place: CalendarPlace;
  readonly draft: string;
  readonly from: string;
  readonly timeZone: string;
  readonly isChanged: boolean;
  readonly setFrom: (from: string) => void;
  readonly whatIf: UseQueryResult<WhatIf>;
  readonly drop: () => void;
};

export function CalendarWhatIf(props: WhatIfProps) {
  const { from, setFrom, isChanged, whatIf, drop } = props;
  const { say } = useReader();
  const { may } = useCaller();
  const [isAsking, setAsking] = useState(false);
  const problems = whatIf.isError ? problemsOf(whatIf.error) : [];
  return (
    <section className="what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">{say(calendarWords.whatIf)}</h2>
      {!isChanged && <p className="soft">{say(calendarWords.noDraft)}</p>}
      <div role="status">
        {isChanged && whatIf.isFetching && <p className="soft">{say(calendarWords.looking)}</p>}
        {isChanged && whatIf.data && !whatIf.isFetching && <Counts whatIf={whatIf.data} />}
      </div>
      <Problems problems={isChanged ? problems : []} />
      {isChanged && whatIf.data && <Found whatIf={whatIf.data} timeZone={props.timeZone} />}
      {isChanged && (
        <div className="what-if-foot">
          <DateField label={say(calendarWords.inForce)} value={from} change={setFrom} isRequired />
          {may("publish") && (
            <button
              type="button"
              className="button"
              disabled={!whatIf.data || whatIf.isError || from === ""}
              onClick={() => setAsking(true)}
            >
              {say(props.place.agreement ? calendarWords.publishRevision : calendarWords.publish)}
            </button>
          )}
          <button type="button" className="button button-second" onClick={drop}>
            {say(calendarWords.drop)}
          </button>
        </div>
      )}
      {isAsking && <Publish {...props} close={() => setAsking(false)} />}
    </section>
  );
}

function Counts({ whatIf: { moved, looked, isCut, days } }: { readonly whatIf: WhatIf }) {
  const { say } = useReader();
  const ms = days.reduce((sum, { before, after }) => sum + after.openMs - before.openMs, 0);
  const hours = Math.round(ms / 360_000) / 10;
  const signed = hours > 0 ? `+${hours}` : String(hours).replace("-", "−");
  return (
    <>
      <p>
        <strong>{say(calendarWords.moved, { count: moved.length, looked })}</strong>
      </p>
      <p>{say(calendarWords.daysChange, { count: days.length, hours: signed })}</p>
      {isCut && <p className="soft small">{say(calendarWords.isCut)}</p>}
    </>
  );
}

type FoundProps = { readonly whatIf: WhatIf; readonly timeZone: string };

function Found({ whatIf: { moved, days }, timeZone }: FoundProps) {
  return (
    <>
      {moved.length > 0 && <MovedTable moved={moved} timeZone={timeZone} />}
      {days.length > 0 && <DayTable days={days} />}
    </>
  );
}

type MovedProps = { readonly moved: readonly Moved[]; readonly timeZone: string };

function MovedTable({ moved, timeZone }: MovedProps) {
  const { say } = useReader();
  const due = (key: "before" | "after", head: string): DataColumn<Moved> => ({
    key,
    head,
    value: (row) => row[key],
    cell: (row) => {
      const at = row[key];
      return at ? <Moment at={at} zone={timeZone} /> : say(calendarWords.never);
    },
  });
  return (
    <DataTable
      caption={say(calendarWords.clock)}
      rows={moved}
      rowKey={({ subject, agreement, commitment }) => `${subject} ${agreement} ${commitment}`}
      fileName="what-if"
      columns={[
        {
          key: "clock",
          head: say(calendarWords.clock),
          value: ({ title, subject }) => title ?? subject,
          cell: ({ title, subject, commitment }) => (
            <>
              {title ?? subject}
              <span className="soft small block">{commitment}</span>
            </>
          ),
        },
        due("before", say(calendarWords.dueBefore)),
        due("after", say(calendarWords.dueAfter)),
      ]}
    />
  );
}

function DayTable({ days }: Pick<WhatIf, "days">) {
  const { say } = useReader();
  const dates = useDates();
  return (
    <DataTable
      caption={say(calendarWords.day)}
      rows={days}
      rowKey={({ after }) => after.date}
      fileName="what-if-days"
      columns={[
        {
          key: "day",
          head: say(calendarWords.day),
          value: ({ after }) => after.date,
          cell: ({ after }) => dates.short(after.date),
        },
        {
          key: "before",
          head: say(calendarWords.opens),
          value: ({ before }) => hoursText(say, before),
        },
        {
          key: "after",
          head: say(calendarWords.wouldOpen),
          value: ({ after }) => hoursText(say, after),
        },
      ]}
    />
  );
}

function Publish(props: WhatIfProps & { readonly close: () => void }) {
  const { place, draft, from, timeZone, close } = props;
  const { say, language } = useReader();
  const dates = useDates();
  const after = useAfter();
  const { agreement, calendar } = place;
  const date = dates.full(from);
  const body = { text: draft, from: startOfDate(timeZone, from) };
  const publish = async () => {
    const client = clientOf(language);
    if (agreement === undefined) await client.publishCalendar({ params: { calendar }, body });
    else {
      const revision = { ...body, existing: "recompute" } as const;
      await client.publishRevision({ params: { agreement }, body: revision });
    }
    const stale = ["calendars", "calendar-days", "agreement", "clocks", "proof"];
    await after({ says: say(calendarWords.published), stale });
  };
  const isShared = agreement === undefined;
  return (
    <Confirm
      title={say(isShared ? calendarWords.publish : calendarWords.publishRevision)}
      text={
        isShared
          ? say(calendarWords.publishText, { date })
          : say(calendarWords.publishAgreementText, { date, agreement })
      }
      deed={{
        says: say(isShared ? calendarWords.publish : calendarWords.publishRevision),
        run: publish,
      }}
      close={close}
    />
  );
}
