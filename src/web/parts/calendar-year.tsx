/** A year of a calendar at a glance: twelve small months, each a table that is read as one. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CalendarPlace } from "../calendar-draft.ts";
import type { Day } from "../calendar-json.ts";
import { type CalendarSearch, monthAfter } from "../calendar-view.ts";
import { dayWords, hoursText, useDates } from "../calendar-words.ts";
import { routePaths } from "../paths.ts";
import { daysQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { kindOf, StepLink, totalOf, weeksOf } from "./calendar-month.tsx";
import { Failed, Waiting } from "./states.tsx";

type YearProps = {
  readonly place: CalendarPlace;
  readonly search: CalendarSearch;
  readonly month: string;
};

const kinds = ["open", "closed", "holiday", "date"] as const;

export function CalendarYear({ place, search, month }: YearProps) {
  const { say, language } = useReader();
  const year = month.slice(0, 4);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const answer = useQuery(daysQuestion(language, { ...place, ...span }));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { days } = answer.data;
  const byMonth = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  const says = {
    open: say(calendarWords.openDay),
    closed: say(calendarWords.closed),
    holiday: say(calendarWords.holiday),
    date: say(calendarWords.dated),
  };
  return (
    <section>
      <div className="calendar-head">
        <h2>{year}</h2>
        <p className="soft small">{say(calendarWords.total, totalOf(days))}</p>
        <span className="calendar-steps">
          <StepLink {...{ place, search }} month={monthAfter(month, -12)} shape="previous" />
          <StepLink {...{ place, search }} month={monthAfter(month, 12)} shape="next" />
        </span>
      </div>
      <ul className="legend" aria-hidden="true">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`spot spot-${kind}`} /> {says[kind]}
          </li>
        ))}
      </ul>
      <div className="year">
        {[...byMonth].map(([one, of]) => (
          <SmallMonth key={one} {...{ place, search }} month={one} days={of} />
        ))}
      </div>
    </section>
  );
}

type SmallProps = YearProps & { readonly days: readonly Day[] };

function SmallMonth({ place, search, month, days }: SmallProps) {
  const dates = useDates();
  return (
    <table className="small-month">
      <caption>
        <Link
          to={routePaths.calendar}
          params={{ calendar: place.calendar }}
          search={{ ...search, month, view: "month" }}
        >
          {dates.monthAlone(month)}
        </Link>
      </caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th key={weekday} scope="col">
              <abbr title={dates.weekday(weekday, "long")}>{dates.weekday(weekday, "narrow")}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days.map((day) => ({ day }))).map((week) => (
          <tr key={week.key}>
            {week.cells.map(({ key, shown }) => (
              <SpotCell key={key} day={shown?.day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SpotCell({ day }: { readonly day: Day | undefined }) {
  const { say } = useReader();
  if (!day) return <td />;
  const why = day.because === "week" ? "" : `, ${dayWords(say, day)}`;
  const title = `${hoursText(say, day)}${why}`;
  return (
    <td title={title} className={`spot-${kindOf(day)}`}>
      {Number(day.date.slice(8))}
      <span className="hidden"> {title}</span>
    </td>
  );
}
