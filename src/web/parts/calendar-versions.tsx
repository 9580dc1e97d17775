/** The versions of a calendar, the last first; one in an agreement has that one's revisions. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CalendarPlace } from "../calendar-draft.ts";
import { routePaths } from "../paths.ts";
import { calendarsQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { Waiting } from "./states.tsx";

export function CalendarVersions({
  place: { calendar, agreement },
}: {
  readonly place: CalendarPlace;
}) {
  const { say, language } = useReader();
  const { data } = useQuery(calendarsQuestion(language));
  if (!data) return <Waiting />;
  if (agreement !== undefined) {
    return (
      <p>
        <Link to={routePaths.agreement} params={{ agreement }} search={{ tab: "versions" }}>
          {say(calendarWords.agreementVersions, { agreement })}
        </Link>
      </p>
    );
  }
  const rows = data.calendars.filter(({ id }) => id === calendar).toReversed();
  return (
    <>
      <p className="soft">{say(calendarWords.versionsText)}</p>
      <DataTable
        caption={say(calendarWords.versions)}
        rows={rows}
        rowKey={({ number }) => String(number)}
        fileName={`${calendar}-versions`}
        columns={[
          { key: "number", head: say(calendarWords.version), value: ({ number }) => number },
          {
            key: "from",
            head: say(calendarWords.inForce),
            value: ({ from }) => from,
            cell: ({ from, timeZone }) => <Moment at={from} zone={timeZone} />,
          },
          { key: "by", head: say(calendarWords.by), value: ({ createdBy }) => createdBy },
          {
            key: "at",
            head: say(calendarWords.at),
            value: ({ createdAt }) => createdAt,
            cell: ({ createdAt }) => <Moment at={createdAt} />,
          },
          {
            key: "text",
            head: say(calendarWords.yaml),
            value: ({ text }) => text,
            cell: ({ text }) => (
              <details className="words">
                <summary>{say(calendarWords.yaml)}</summary>
                <pre>{text}</pre>
              </details>
            ),
          },
        ]}
      />
    </>
  );
}
