/** One calendar: its months and years, what may be changed of it, and what that would change. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, linkOptions } from "@tanstack/react-router";
import { useState } from "react";
import { type CalendarPlace, specOf } from "../calendar-draft.ts";
import { type CalendarSearch, calendarViews } from "../calendar-view.ts";
import { useCaller } from "../caller.ts";
import { useNow } from "../now.ts";
import { CalendarEdit } from "../parts/calendar-edit.tsx";
import { CalendarMonth } from "../parts/calendar-month.tsx";
import { CalendarVersions } from "../parts/calendar-versions.tsx";
import { CalendarWhatIf } from "../parts/calendar-what-if.tsx";
import { CalendarYear } from "../parts/calendar-year.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { routePaths } from "../paths.ts";
import { agreementQuestion, revisionQuestion } from "../questions.ts";
import { calendarsQuestion, whatIfQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { dateIn, startOfDate } from "../zone-date.ts";

const route = getRouteApi(routePaths.calendar);

export function CalendarPage() {
  const { calendar } = route.useParams();
  const search = route.useSearch();
  const { agreement } = search;
  return (
    <SettingFrame
      title={calendar}
      needs="read"
      changes="publish"
      beside={agreement !== undefined && <PlaceOf agreement={agreement} />}
    >
      {agreement === undefined ? (
        <SharedCalendar calendar={calendar} search={search} />
      ) : (
        <WrittenCalendar place={{ calendar, agreement }} search={search} />
      )}
    </SettingFrame>
  );
}

function PlaceOf({ agreement }: { readonly agreement: string }) {
  const { say } = useReader();
  return (
    <Link
      className="soft"
      to={routePaths.agreement}
      params={{ agreement }}
      search={{ tab: "document" }}
    >
      {say(calendarWords.inAgreement, { agreement })}
    </Link>
  );
}

type SharedProps = { readonly calendar: string; readonly search: CalendarSearch };

function SharedCalendar({ calendar, search }: SharedProps) {
  const { language } = useReader();
  const answer = useQuery(calendarsQuestion(language));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const latest = answer.data.calendars.findLast(({ id }) => id === calendar);
  if (!latest) return <Missing name={calendar} />;
  const { text, timeZone, number } = latest;
  const key = `${calendar} ${number}`;
  return <OpenCalendar key={key} place={{ calendar }} {...{ search, text, timeZone }} />;
}

type WrittenProps = {
  readonly place: CalendarPlace & { readonly agreement: string };
  readonly search: CalendarSearch;
};

function WrittenCalendar({ place, search }: WrittenProps) {
  const { language } = useReader();
  const found = useQuery(agreementQuestion(language, place.agreement));
  const number = Math.max(0, ...(found.data?.revisions ?? []).map((one) => one.number));
  const revision = useQuery({
    ...revisionQuestion(language, place.agreement, number),
    enabled: number > 0,
  });
  const failed = found.isError ? found : revision;
  if (failed.isError) return <Failed error={failed.error} again={() => failed.refetch()} />;
  if (!revision.data) return <Waiting />;
  const { text } = revision.data;
  const spec = specOf(text, place);
  if (!spec) return <Missing name={place.calendar} />;
  const timeZone = "timeZone" in spec ? spec.timeZone : "UTC";
  const key = `${place.agreement} ${number}`;
  return <OpenCalendar key={key} {...{ place, search, text, timeZone }} />;
}

function Missing({ name }: { readonly name: string }) {
  const { say } = useReader();
  return <p className="soft">{say(calendarWords.missing, { name })}</p>;
}

type OpenProps = {
  readonly place: CalendarPlace;
  readonly search: CalendarSearch;
  readonly text: string;
  readonly timeZone: string;
};

/** `text` is what stands; the draft is what would be published. */
function OpenCalendar({ place, search, text, timeZone }: OpenProps) {
  const { language } = useReader();
  const { may } = useCaller();
  const now = useNow();
  const [draft, setDraft] = useState(text);
  const [from, setFrom] = useState(() => dateIn(timeZone, now));
  const isChanged = draft !== text;
  const isReadable = specOf(draft, place) !== undefined;
  const body = { ...place, text: draft, from: startOfDate(timeZone, from) };
  const whatIf = useQuery({
    ...whatIfQuestion(language, body),
    enabled: isChanged && isReadable && may("write"),
  });
  const month = search.month ?? dateIn(timeZone, now).slice(0, 7);
  const changed = isChanged ? (whatIf.data?.days ?? []) : [];
  const shared = { place, draft, change: may("publish") ? setDraft : undefined };
  return (
    <>
      <CalendarTabs place={place} search={search} />
      <div className="calendar-columns">
        <div className="calendar-main">
          {search.view === "month" && (
            <CalendarMonth {...shared} {...{ search, month, changed, timeZone }} />
          )}
          {search.view === "year" && <CalendarYear {...{ place, search, month }} />}
          {search.view === "edit" && <CalendarEdit {...shared} />}
          {search.view === "versions" && <CalendarVersions place={place} />}
        </div>
        {may("write") && (isChanged || search.view !== "versions") && (
          <CalendarWhatIf
            {...{ place, draft, from, timeZone, isChanged, setFrom, whatIf }}
            drop={() => setDraft(text)}
          />
        )}
      </div>
    </>
  );
}

type TabsProps = { readonly place: CalendarPlace; readonly search: CalendarSearch };

function CalendarTabs({ place: { calendar }, search }: TabsProps) {
  const { say } = useReader();
  return (
    <Tabs
      label={say(calendarWords.tabs)}
      current={search.view}
      tabs={calendarViews.map((view) => ({
        key: view,
        says: say(calendarWords[view]),
        link: linkOptions({
          to: routePaths.calendar,
          params: { calendar },
          search: { ...search, view },
        }),
      }))}
    />
  );
}
