/** Lead quality: what became of the leads, which of them came back, and why. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import { qualityOf } from "../lead-quality-json.ts";
import {
  type LeadSearch,
  leadDimensions,
  leadGoals,
  leadSpans,
  leadViews,
} from "../lead-quality-search.ts";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { SelectField } from "../parts/field.tsx";
import { LeadCohorts } from "../parts/lead-cohorts.tsx";
import { LeadDrawer } from "../parts/lead-drawer.tsx";
import { LeadDrift } from "../parts/lead-drift.tsx";
import { LeadFunnel } from "../parts/lead-funnel.tsx";
import { LeadQueue } from "../parts/lead-queue.tsx";
import { LeadReasonTable } from "../parts/lead-reasons.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { routePaths } from "../paths.ts";
import { qualityQuestion } from "../questions-lead-quality.ts";
import { useReader } from "../reader.tsx";
import { dimensionWords, goalWords, leadWords } from "../words/lead-quality.ts";

const route = getRouteApi(routePaths.leadQuality);
const DAY = 86_400_000;

export function LeadQualityPage() {
  const { say } = useReader();
  const search = route.useSearch();
  const span = useSpan(search.days);
  usePageTitle(say(leadWords.title));
  const tabs = leadViews.map((view) => ({
    key: view,
    says: say(leadWords[view]),
    link: linkOptions({ to: routePaths.leadQuality, search: { ...search, view } }),
  }));
  return (
    <div className="lead-quality">
      <div className="page-head">
        <h1>{say(leadWords.title)}</h1>
      </div>
      <Tabs label={say(leadWords.views)} tabs={tabs} current={search.view} />
      {search.view === "returned" ? (
        <LeadQueue search={search} />
      ) : (
        <Loop search={search} span={span} />
      )}
      <LeadDrawer search={search} span={span} />
    </div>
  );
}

/** Whole days, so that the same question is asked all day. */
function useSpan(days: number) {
  const now = useNow();
  const to = Math.ceil(now / DAY) * DAY;
  return { from: new Date(to - days * DAY).toISOString(), to: new Date(to).toISOString() };
}

type LoopProps = {
  readonly search: LeadSearch;
  readonly span: { readonly from: string; readonly to: string };
};

function Loop({ search, span }: LoopProps) {
  const { say, language, timeZone } = useReader();
  const { by: dimension, days } = search;
  const answer = useQuery(qualityQuestion(language, { dimension, ...span, timeZone }));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  const quality = answer.data && qualityOf(answer.data);
  return (
    <>
      <Choices search={search} />
      {!quality && <Waiting />}
      {quality?.whole.delivered === 0 && (
        <Empty
          title={days === 365 ? say(leadWords.none) : say(leadWords.noneOfSpan, { days })}
          text={say(leadWords.noneText)}
        />
      )}
      {quality && quality.whole.delivered > 0 && (
        <>
          <LeadDrift drifts={quality.drifts} search={search} />
          {search.view === "reasons" ? (
            <LeadReasonTable reasons={quality.reasons} search={search} />
          ) : (
            <>
              <LeadFunnel quality={quality} search={search} />
              <LeadCohorts quality={quality} search={search} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** The grouping, the span and the goal, kept in the address. */
function Choices({ search }: { readonly search: LeadSearch }) {
  const { say } = useReader();
  const navigate = route.useNavigate();
  const choose = (choice: Partial<LeadSearch>) =>
    navigate({ search: { ...search, ...choice }, replace: true, resetScroll: false });
  const { by, days, view, goal } = search;
  return (
    <div className="choices-row">
      {view === "funnel" && (
        <SelectField
          label={say(leadWords.by)}
          value={by}
          options={leadDimensions.map((value) => ({ value, label: say(dimensionWords[value]) }))}
          change={(value) => choose({ by: leadDimensions.find((one) => one === value) ?? by })}
        />
      )}
      {view === "funnel" && (
        <SelectField
          label={say(leadWords.goal)}
          value={goal}
          options={leadGoals.map((value) => ({ value, label: say(goalWords[value]) }))}
          change={(value) => choose({ goal: leadGoals.find((one) => one === value) ?? goal })}
        />
      )}
      <SelectField
        label={say(leadWords.span)}
        value={String(days)}
        options={leadSpans.map((one) => ({
          value: String(one),
          label: say(leadWords.lastDays, { days: one }),
        }))}
        change={(value) => choose({ days: leadSpans.find((one) => String(one) === value) ?? days })}
      />
    </div>
  );
}
