/**
 * The views at the side: the reader's own, those of each agreement, owner or team, and those that
 * the reader named. Each is an address.
 */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { routePaths } from "../paths.ts";
import { groupsQuestion, sessionQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { dropView, useSavedViews } from "../saved-views.ts";
import { type TodaySearch, type TodaySide, todaySides } from "../today-view.ts";
import { sideWords, todayWords } from "../words/today.ts";
import { Icon } from "./icon.tsx";

/** Fetched when the first view is named. */
const SaveView = lazy(async () => ({
  default: (await import("./today-save-view.tsx")).SaveView,
}));

type Group = { readonly key: string | null; readonly clocks: number };

type ViewsProps = { readonly groups: readonly Group[]; readonly search: TodaySearch };

/** More are found by the palette, or by the list itself. */
const MOST = 40;

export function TodayViews({ groups, search }: ViewsProps) {
  const { say, language } = useReader();
  const by = search.by ?? "agreement";
  const others = useQuery({ ...groupsQuestion(language, by), enabled: by !== "agreement" });
  const shown = by === "agreement" ? groups : (others.data ?? []);
  const { clock: _clock, agreement, owner, team, ...rest } = search;
  const isAll = agreement === undefined && owner === undefined && team === undefined;
  return (
    <nav className="views" aria-labelledby="views-title">
      <h2 id="views-title">{say(todayWords.views)}</h2>
      <ul>
        <li>
          <Link to={routePaths.today} search={rest} aria-current={isAll ? "true" : undefined}>
            <span>{say(todayWords.viewAll)}</span>
          </Link>
        </li>
        <Mine search={search} rest={rest} />
        <Saved search={search} />
      </ul>
      <Sides search={search} by={by} />
      <ul>
        {shown.slice(0, MOST).map(({ key, clocks }) =>
          key === null ? null : (
            <li key={key}>
              <ViewLink
                search={{ ...rest, [by]: key }}
                name={key}
                clocks={clocks}
                isCurrent={search[by] === key}
              />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

type LinkProps = {
  readonly search: TodaySearch;
  readonly name: string;
  readonly clocks?: number | undefined;
  readonly isCurrent: boolean;
};

function ViewLink({ search, name, clocks, isCurrent }: LinkProps) {
  const { language } = useReader();
  return (
    <Link to={routePaths.today} search={search} aria-current={isCurrent ? "true" : undefined}>
      <span>{name}</span>
      {clocks !== undefined && (
        <span className="count">{new Intl.NumberFormat(language).format(clocks)}</span>
      )}
    </Link>
  );
}

/** A source may know the reader by account, address or name; a key for programs owns nothing. */
function Mine({ search, rest }: { readonly search: TodaySearch; readonly rest: TodaySearch }) {
  const { say, language } = useReader();
  const { data: session } = useQuery(sessionQuestion(language));
  const { data: owners = [] } = useQuery(groupsQuestion(language, "owner"));
  const person = session?.person;
  if (!person) return null;
  const names = [person.id, person.email, person.name].map((name) => name.toLowerCase());
  const own = owners.find(({ key }) => key !== null && names.includes(key.toLowerCase()));
  const owner = own?.key ?? person.email;
  return (
    <li>
      <ViewLink
        search={{ ...rest, owner }}
        name={say(todayWords.viewMine)}
        clocks={own?.clocks ?? 0}
        isCurrent={search.owner === owner}
      />
    </li>
  );
}

function Saved({ search }: { readonly search: TodaySearch }) {
  const { say } = useReader();
  const saved = useSavedViews();
  const [isNaming, setNaming] = useState(false);
  const { clock: _, ...here } = search;
  const isHere = (other: TodaySearch) => JSON.stringify(other) === JSON.stringify(here);
  return (
    <>
      {saved.map((view) => (
        <li key={view.name} className="view-saved">
          <ViewLink search={view.search} name={view.name} isCurrent={isHere(view.search)} />
          <button
            type="button"
            className="quiet"
            aria-label={say(todayWords.dropView, { name: view.name })}
            onClick={() => dropView(view.name)}
          >
            <Icon shape="close" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="view-save" onClick={() => setNaming(true)}>
          {say(todayWords.saveView)}
        </button>
        <Suspense>{isNaming && <SaveView search={here} close={() => setNaming(false)} />}</Suspense>
      </li>
    </>
  );
}

/** What the views below are of, and whether the list is parted by it. */
function Sides({ search, by }: { readonly search: TodaySearch; readonly by: TodaySide }) {
  const { say } = useReader();
  const { clock: _, grouped, ...rest } = search;
  return (
    <div className="sides">
      <ul aria-label={say(todayWords.sides)}>
        {todaySides.map((side) => (
          <li key={side}>
            <Link
              to={routePaths.today}
              search={{ ...rest, by: side, ...(grouped ? { grouped } : {}) }}
              aria-current={side === by ? "true" : undefined}
            >
              {say(sideWords[side])}
            </Link>
          </li>
        ))}
      </ul>
      <Link
        className="group-link"
        to={routePaths.today}
        search={grouped ? rest : { ...rest, grouped: true }}
      >
        {say(grouped ? todayWords.ungroup : todayWords.group)}
      </Link>
    </div>
  );
}
