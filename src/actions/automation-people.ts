/** The people a rule names, with their hours, absences and what they hold now. */
import type { Candidate } from "../engine/assignment.ts";
import type { AssignSpec } from "../engine/automation.ts";
import { fieldOf } from "../engine/automation.ts";
import { openCalendar, ownerCalendar } from "../engine/calendar.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import type { View } from "../engine/condition.ts";
import type { Db } from "../store/db.ts";
import { rulesOf } from "./rulebook.ts";

/** Calendars by name: those of the workspace, and those that its agreements write out. */
export type Calendars = ReadonlyMap<string, CalendarSpec>;

export async function calendarsOf(db: Db, workspaceId: string): Promise<Calendars> {
  const { agreements, calendars } = await rulesOf(db, workspaceId);
  const written = agreements.flatMap(({ document }) =>
    Object.entries(document.spec.calendars ?? {}).flatMap(([name, spec]) =>
      "ref" in spec ? [] : [[name, spec] as const],
    ),
  );
  const shared = calendars.map(({ metadata, spec }) => [metadata.name, spec] as const);
  return new Map([...written, ...shared]);
}

/** A calendar that is not there leaves a person without hours: always at work. */
export function candidatesOf(
  { people }: AssignSpec,
  calendars: Calendars,
  load: ReadonlyMap<string, number>,
): readonly Candidate[] {
  return people.map(({ calendar, ...person }) => {
    const own = calendars.get(person.id);
    const spec = calendar === undefined ? undefined : calendars.get(calendar);
    const hours = own ? openCalendar(own) : spec && ownerCalendar(spec, person.id);
    return { ...person, load: load.get(person.id) ?? 0, ...(hours ? { hours } : {}) };
  });
}

/** Which territory and language the subject's fields say. */
export function askedBy(spec: AssignSpec, view: View): { territory?: string; language?: string } {
  const [territory, language] = [fieldOf(view, spec.territory), fieldOf(view, spec.language)];
  return {
    ...(territory === undefined ? {} : { territory }),
    ...(language === undefined ? {} : { language }),
  };
}
