/** People, their absences, and the sources that tell of their work. */
import { absencePlan, endAbsence, recordAbsence } from "../actions/absence.ts";
import { erasePerson } from "../actions/erase-person.ts";
import { peopleIn } from "../actions/person.ts";
import { sourcesOf } from "../actions/source.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";

type Names =
  | "listPeople"
  | "planAbsence"
  | "recordAbsence"
  | "endAbsence"
  | "erasePerson"
  | "listSources";

export const personHandlers: HandlersOf<Names> = {
  listPeople: async ({ acting }) => ({
    people: (await peopleIn(acting)).map((person) => ({
      ...person,
      absentUntil: textOf(person.absentUntil),
      calendars: [...person.calendars],
      territories: [...person.territories],
      languages: [...person.languages],
    })),
  }),
  planAbsence: async ({ acting }, { body }) => ({
    clocks: (await absencePlan(acting, spanOf(body, acting.now))).map(({ clock, to }) => ({
      subject: clock.subject,
      title: clock.facets?.title ?? null,
      commitment: clock.commitment,
      dueAt: textOf(clock.dueAt),
      to: to?.id ?? null,
      toName: to?.name ?? null,
    })),
  }),
  recordAbsence: ({ acting }, { body }) =>
    recordAbsence(acting, { ...spanOf(body, acting.now), reassign: body.reassign }),
  endAbsence: async ({ acting }, { body }) => {
    await endAbsence(acting, body.owner);
    return {};
  },
  erasePerson: async ({ acting }, { body }) => ({ events: await erasePerson(acting, body) }),
  listSources: async ({ acting }) => ({
    sources: (await sourcesOf(acting)).map((one) => ({
      source: one.source,
      recent: one.recent,
      lastAt: textOf(one.lastAt),
      lagMs: one.lagMs,
      knownUntil: textOf(one.knownUntil),
      isSilent: one.isSilent,
    })),
  }),
};

type Sent = { readonly owner: string; readonly from: string; readonly to: string };

function spanOf({ owner, from, to }: Sent, now: Instant) {
  return { owner, from: readInstant(from) ?? now, to: readInstant(to) ?? now };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : instantText(at);
}
