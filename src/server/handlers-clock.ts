/** Clocks, subjects and periods: what is read all day. */
import { explainClock } from "../actions/explain-clock.ts";
import { clocksPage, today } from "../actions/list-clocks.ts";
import { commitmentWork, listPeriods } from "../actions/list-periods.ts";
import { search, subjectTimeline } from "../actions/subject-timeline.ts";
import type { Received, Routes } from "../api/routes.ts";
import type { State, Verdict } from "../engine/clock.ts";
import { toCloudEvent } from "../engine/cloud-event.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { ClockFilter } from "../store/clock-list.ts";
import type { HandlersOf } from "./handler.ts";
import { present } from "./present.ts";
import { clockJson, explanationJson } from "./tell-clock.ts";

type Names =
  | "listClocks"
  | "countClocks"
  | "explainClock"
  | "getSubject"
  | "search"
  | "listPeriods"
  | "commitmentWork";

export const clockHandlers: HandlersOf<Names> = {
  listClocks: async ({ acting }, { query }) => {
    const { sort, limit, after } = query;
    const filter = filterOf(query);
    const asked = { filter, sort, limit, ...(after === undefined ? {} : { after }) };
    const { clocks, next } = await clocksPage(acting, asked);
    return { clocks: clocks.map(clockJson), next: next ?? null };
  },
  countClocks: async ({ acting }, { query }) => {
    const { groupBy, owner, team, agreement } = query;
    const filter = present({ owner, team, agreements: agreement });
    const { groups, ...counts } = await today(acting, { filter, by: groupBy });
    return { now: instantText(acting.now), ...counts, groups: [...groups] };
  },
  explainClock: async ({ acting, language }, { query }) => {
    const { subject, commitment } = query;
    const asked = { subject, language, ...(commitment === undefined ? {} : { commitment }) };
    return explanationJson(await explainClock(acting, asked));
  },
  getSubject: async ({ acting }, { query }) => {
    const { subject, limit, after } = query;
    const asked = { subject, limit, ...(after === undefined ? {} : { after }) };
    const { attributes, events, clocks, next, withdrawn } = await subjectTimeline(acting, asked);
    return {
      subject,
      attributes,
      events: events.map((event) => ({
        ...toCloudEvent(event),
        ...(withdrawn.has(event.source) ? { withdrawn: true } : {}),
      })),
      clocks: clocks.map(clockJson),
      next: next ?? null,
    };
  },
  search: async ({ acting }, { query }) => ({ found: [...(await search(acting, query))] }),
  listPeriods: async ({ acting }, { query }) => {
    const { agreement, commitment, limit } = query;
    const asked = { agreement, limit, ...(commitment === undefined ? {} : { commitment }) };
    const periods = await listPeriods(acting, asked);
    return {
      asOf: instantText(acting.now),
      periods: periods.map(({ from, to, ...period }) => ({
        ...period,
        from: instantText(from),
        to: instantText(to),
      })),
    };
  },
  commitmentWork: async ({ acting }, { query }) => {
    const { from, to, ...asked } = query;
    const work = await commitmentWork(acting, { ...asked, from: at(from), to: at(to) });
    return { ...work, bins: [...work.bins], cells: [...work.cells] };
  },
};

function filterOf(query: Received<Routes["listClocks"]>["query"]): ClockFilter {
  return present({
    isOpen: query.open,
    states: query.state as readonly State[] | undefined,
    verdicts: query.verdict as readonly Verdict[] | undefined,
    agreements: query.agreement,
    commitments: query.commitment,
    subjectTypes: query.subjectType,
    subject: query.subject,
    owner: query.owner,
    team: query.team,
    source: query.source,
    isProvisional: query.provisional,
    isAtRisk: query.atRisk,
    isUnassigned: query.unassigned,
    dueFrom: query.dueFrom === undefined ? undefined : at(query.dueFrom),
    dueBefore: query.dueBefore === undefined ? undefined : at(query.dueBefore),
  });
}

/** The schema let nothing else through than an instant. */
function at(text: string): Instant {
  return readInstant(text) ?? (Date.parse(text) as Instant);
}
