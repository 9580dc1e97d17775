/** A month of a calendar: each day's hours and why, walked by arrows, changed by a press. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import type { CalendarPlace } from "../calendar-draft.ts";
import type { ChangedDay, Day } from "../calendar-json.ts";
import { type CalendarSearch, monthAfter } from "../calendar-view.ts";
import { dayWords, hoursText, useDates } from "../calendar-words.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { daysQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { dateIn } from "../zone-date.ts";
import { CalendarDayDialog } from "./calendar-day.tsx";
import { Icon } from "./icon.tsx";
import { Failed, Waiting } from "./states.tsx";

type MonthProps = {
  readonly place: CalendarPlace;
  readonly search: CalendarSearch;
  readonly month: string;
  readonly changed: readonly ChangedDay[];
  readonly draft: string;
  readonly timeZone: string;
  /** Undefined where the reader may only look. */
  readonly change: ((draft: string) => void) | undefined;
};

export function CalendarMonth(props: MonthProps) {
  const { place, month, changed, change, draft, timeZone, search } = props;
  const { say, language } = useReader();
  const dates = useDates();
  const today = dateIn(timeZone, useNow());
  const [open, setOpen] = useState<string>();
  const answer = useQuery(daysQuestion(language, { ...place, ...spanOf(month) }));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const days = answer.data.days.map((day) => {
    const found = changed.find(({ after }) => after.date === day.date);
    return found ? { day: found.after, was: found.before } : { day, was: undefined };
  });
  const opened = days.find(({ day }) => day.date === open);
  return (
    <section>
      <div className="calendar-head">
        <h2>{dates.month(month)}</h2>
        <p className="soft small">
          {say(calendarWords.total, totalOf(days.map((one) => one.day)))}
        </p>
        <span className="calendar-steps">
          <StepLink place={place} search={search} month={monthAfter(month, -1)} shape="previous" />
          <StepLink place={place} search={search} month={monthAfter(month, 1)} shape="next" />
        </span>
      </div>
      <MonthGrid {...{ days, today, month }} choose={change ? setOpen : undefined} />
      {change && <p className="soft small month-keys">{say(calendarWords.keys)}</p>}
      {opened && change && (
        <CalendarDayDialog
          key={open}
          {...{ place, draft, change }}
          day={opened.day}
          close={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

type StepProps = {
  readonly place: CalendarPlace;
  readonly search: CalendarSearch;
  readonly month: string;
  readonly shape: "previous" | "next";
};

export function StepLink({ place, search, month, shape }: StepProps) {
  const { say } = useReader();
  const isYear = search.view === "year";
  const before = isYear ? calendarWords.yearBefore : calendarWords.before;
  const after = isYear ? calendarWords.yearAfter : calendarWords.after;
  return (
    <Link
      className="quiet"
      to={routePaths.calendar}
      params={{ calendar: place.calendar }}
      search={{ ...search, month }}
      aria-label={say(shape === "next" ? after : before)}
      resetScroll={false}
    >
      <Icon shape={shape} />
    </Link>
  );
}

type Shown = { readonly day: Day; readonly was: Day | undefined };

type GridProps = {
  readonly days: readonly Shown[];
  readonly today: string;
  readonly month: string;
  readonly choose: ((date: string) => void) | undefined;
};

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

function MonthGrid({ days, today, month, choose }: GridProps) {
  const dates = useDates();
  const inMonth = days.some(({ day }) => day.date === today);
  const [at, setAt] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const standing = days.some(({ day }) => day.date === at) ? at : inMonth ? today : `${month}-01`;
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const next = days[days.findIndex(({ day }) => day.date === standing) + (step ?? 0)];
    if (step === undefined || !next) return;
    event.preventDefault();
    setAt(next.day.date);
    table.current?.querySelector<HTMLElement>(`[data-date="${next.day.date}"]`)?.focus();
  };
  return (
    <table className="month" ref={table}>
      <caption className="hidden">{dates.month(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              <abbr title={dates.weekday(weekday, "long")}>{dates.weekday(weekday, "short")}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={walk}>
        {weeksOf(days).map((week) => (
          <tr key={week.key}>
            {week.cells.map(({ key, shown }) => (
              <td key={key}>
                {shown && (
                  <DayCell
                    {...shown}
                    isToday={shown.day.date === today}
                    isStop={shown.day.date === standing}
                    choose={choose}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = Shown & {
  readonly isToday: boolean;
  readonly isStop: boolean;
  readonly choose: GridProps["choose"];
};

function DayCell({ day, was, isToday, isStop, choose }: CellProps) {
  const { say } = useReader();
  const dates = useDates();
  const reason = day.because === "week" ? undefined : dayWords(say, day);
  const change = was && say(calendarWords.changed, { hours: hoursText(say, was) });
  return (
    <button
      type="button"
      className={`day day-${kindOf(day)}${was ? " day-changed" : ""}${isToday ? " day-today" : ""}`}
      data-date={day.date}
      tabIndex={isStop ? 0 : -1}
      aria-current={isToday ? "date" : undefined}
      aria-disabled={choose ? undefined : true}
      onClick={() => choose?.(day.date)}
    >
      <span className="hidden">{dates.full(day.date)}: </span>
      <span className="day-number" aria-hidden="true">
        {Number(day.date.slice(8))}
      </span>
      <span className="day-hours">
        {day.open.length === 0
          ? say(calendarWords.closed)
          : day.open.map(({ from, to }) => <span key={from}>{`${from}–${to} `}</span>)}
      </span>
      {day.openMs > 0 && (
        <span className="day-short" aria-hidden="true">
          {`${Math.round(day.openMs / 360_000) / 10} h`}
        </span>
      )}
      {reason && <span className="day-reason">{reason}</span>}
      {change && <span className="day-reason">{change}</span>}
    </button>
  );
}

/** What a day looks like: its colour says no more than its words. */
export function kindOf({ because, open }: Day): string {
  if (because !== "week") return because;
  return open.length === 0 ? "closed" : "open";
}

export function totalOf(days: readonly Day[]) {
  const ms = days.reduce((sum, { openMs }) => sum + openMs, 0);
  const hours = Math.round(ms / 360_000) / 10;
  return { days: days.filter(({ openMs }) => openMs > 0).length, hours: String(hours) };
}

/** Weeks from Monday on; what belongs to another month is left open. */
export function weeksOf<T extends { readonly day: Day }>(days: readonly T[]) {
  const first = days[0] ? (new Date(`${days[0].day.date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  const length = Math.ceil((first + days.length) / 7);
  return Array.from({ length }, (_, week) => ({
    key: `week-${week}`,
    cells: WEEKDAYS.map((weekday) => ({
      key: `day-${weekday}`,
      shown: days[week * 7 + weekday - first],
    })),
  }));
}

/** The first and the last date of a month. */
function spanOf(month: string) {
  const last = new Date(`${monthAfter(month, 1)}-01T00:00:00Z`);
  last.setUTCDate(0);
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}
