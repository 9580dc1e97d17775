/** What stands beside the page: the leads behind a number, or one lead as it was handed over. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { qualityOf, type SpanJson } from "../lead-quality-json.ts";
import { type LeadSearch, withoutDrawer } from "../lead-quality-search.ts";
import { routePaths } from "../paths.ts";
import { loopLeadsQuestion, qualityQuestion } from "../questions-lead-quality.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { leadWords } from "../words/lead-quality.ts";
import { Drawer } from "./drawer.tsx";
import { LeadProof } from "./lead-proof.tsx";
import { Moment } from "./moment.tsx";
import { Failed, Waiting } from "./states.tsx";

const route = getRouteApi(routePaths.leadQuality);

type DrawerProps = { readonly search: LeadSearch; readonly span: SpanJson };

export function LeadDrawer({ search, span }: DrawerProps) {
  const navigate = route.useNavigate();
  const close = () =>
    navigate({
      search: search.view === "returned" ? closed(search) : withoutDrawer(search),
      replace: true,
      resetScroll: false,
    });
  if (search.lead !== undefined) return <LeadProof search={search} close={close} />;
  if (search.stage === undefined) return null;
  return <Behind search={search} span={span} close={close} />;
}

/** The queue is filtered by its family, which stays. */
function closed(search: LeadSearch): LeadSearch {
  const { family } = search;
  return { ...withoutDrawer(search), ...(family ? { family } : {}) };
}

type BehindProps = DrawerProps & { readonly close: () => void };

function Behind({ search, span, close }: BehindProps) {
  const { say, language, timeZone } = useReader();
  const reason = useReason();
  const { stage = "delivered", family, detail, by, value } = search;
  const answer = useInfiniteQuery(
    loopLeadsQuestion(language, {
      stage,
      ...span,
      ...(family ? { family } : {}),
      ...(detail === undefined ? {} : { detail }),
      ...(value === undefined ? {} : { dimension: by, value }),
    }),
  );
  const leads = answer.data?.pages.flatMap((page) => page.leads) ?? [];
  const named = family ? reason.whole(family, detail ?? null) : undefined;
  const quality = useQuery({
    ...qualityQuestion(language, { dimension: by, ...span, timeZone }),
    enabled: value !== undefined,
  });
  const row = quality.data && qualityOf(quality.data).rows.find((one) => one.value === value);
  const place = value === undefined ? undefined : (row?.title ?? (value || say(leadWords.unknown)));
  return (
    <Drawer title={[say(leadWords[stage]), named, place].filter(Boolean).join(" · ")} close={close}>
      {answer.isError && <Failed error={answer.error} again={() => answer.refetch()} />}
      {answer.isPending && <Waiting />}
      {answer.data && (
        <p className="soft small" role="status">
          {say(leadWords.leads, { count: leads.length })}
          {answer.hasNextPage ? " +" : ""}
        </p>
      )}
      <ul className="lead-list">
        {leads.map(({ subject, at, title, company, source, owner }) => (
          <li key={`${subject} ${at}`}>
            <Link
              to={routePaths.leadQuality}
              search={{ ...search, lead: subject }}
              resetScroll={false}
            >
              {title ?? subject}
            </Link>
            <Moment at={at} />
            <span className="soft small">
              {[company, source, owner].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {answer.hasNextPage && (
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => answer.fetchNextPage()}
        >
          {say(leadWords.moreLeads)}
        </button>
      )}
    </Drawer>
  );
}
