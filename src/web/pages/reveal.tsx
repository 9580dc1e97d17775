/** The reveal: what one already promises without knowing, and an agreement made of it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { isTimeZone } from "../../engine/zone.ts";
import type { Office } from "../../language/first-agreement.ts";
import { usePageTitle } from "../page-title.ts";
import { RevealCandidates } from "../parts/reveal-candidates.tsx";
import { RevealHours } from "../parts/reveal-hours.tsx";
import { RevealItems } from "../parts/reveal-items.tsx";
import { RevealMake } from "../parts/reveal-make.tsx";
import { RevealNumbers } from "../parts/reveal-numbers.tsx";
import { RevealStake } from "../parts/reveal-stake.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { placesQuestion, type RevealQuery, revealQuestion } from "../questions-start.ts";
import { useReader } from "../reader.tsx";
import { type RevealChange, type RevealSearch, readRevealSearch } from "../reveal-search.ts";
import { revealWords } from "../words/reveal.ts";
import { startWords } from "../words/start.ts";

const route = getRouteApi(routePaths.reveal);

export function RevealPage() {
  const { say, language } = useReader();
  usePageTitle(say(revealWords.title));
  const { data, isError, error, refetch } = useQuery(workspaceQuestion(language));
  const places = useQuery(placesQuestion(language, undefined));
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data || !places.data) return <Waiting />;
  const mayPublish = data.caller.permissions.includes("publish");
  return (
    <Revealed
      workspaceZone={data.timeZone}
      mayPublish={mayPublish}
      readersCountry={countryAmong(places.data.countries)}
    />
  );
}

type RevealedProps = {
  readonly workspaceZone: string;
  readonly mayPublish: boolean;
  readonly readersCountry: string | undefined;
};

function Revealed({ workspaceZone, mayPublish, readersCountry }: RevealedProps) {
  const { say, language } = useReader();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: RevealChange) =>
    navigate({
      search: readRevealSearch({ ...search, ...change }),
      replace: true,
      resetScroll: false,
    });
  const office = officeOf(search, workspaceZone, readersCountry);
  const query = queryOf(search, office);
  const { data, isError, error, refetch } = useQuery({
    ...revealQuestion(language, query),
    placeholderData: (before) => before,
    enabled: isTimeZone(office.timeZone),
  });
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data) return <Waiting />;
  const { found, kind } = data;
  const chosen = found?.candidates.find(({ name }) => name === search.choose);
  return (
    <div className="start reveal">
      <div className="page-head">
        <h1>{say(revealWords.title)}</h1>
      </div>
      <RevealHours kinds={data.kinds} kind={kind ?? undefined} office={office} look={look} />
      {found && kind ? (
        <>
          <RevealNumbers found={found} look={look} zone={office.timeZone} />
          <RevealCandidates found={found} look={look} />
          {chosen && (
            <RevealMake
              key={`${kind} ${chosen.within} ${language}`}
              found={found}
              chosen={chosen}
              kind={kind}
              office={office}
              mayPublish={mayPublish}
              cancel={() => look({ choose: undefined })}
            />
          )}
          <RevealStake untouched={found.untouched.all} search={search} look={look} />
          {search.show && <RevealItems query={{ ...query, kind }} search={search} look={look} />}
        </>
      ) : (
        <Empty title={say(revealWords.nothing)} text={say(revealWords.nothingText)}>
          <Link className="button" to={routePaths.startFile}>
            {say(startWords.fileOpen)}
          </Link>
        </Empty>
      )}
    </div>
  );
}

/** The country of the reader's own language, where its holidays are known: "es-MX". */
function countryAmong(countries: readonly { readonly code: string }[]): string | undefined {
  const { region } = new Intl.Locale(navigator.language);
  return countries.find(({ code }) => code === region)?.code;
}

function officeOf(
  search: RevealSearch,
  workspaceZone: string,
  readersCountry: string | undefined,
): Office {
  const country = search.country ?? readersCountry;
  return {
    timeZone: search.zone ?? workspaceZone,
    ...(country === undefined || country === "none" ? {} : { country }),
    ...(search.region === undefined ? {} : { region: search.region }),
    opens: search.opens ?? "09:00",
    closes: search.closes ?? "18:00",
    always: search.always ?? false,
  };
}

function queryOf({ kind }: RevealSearch, { always, ...office }: Office): RevealQuery {
  return {
    ...office,
    always: always ? "true" : "false",
    ...(kind === undefined ? {} : { kind }),
  };
}
