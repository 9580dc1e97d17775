/**
 * Which calendar a clock runs on: named, chosen by condition, or the owner's own.
 * Docs: docs/reference/clock.md#calendar.
 */
import type { AgreementSpec, CalendarDocument, CommitmentSpec } from "./agreement.ts";
import { alwaysOpen, openCalendar, ownerCalendar } from "./calendar.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { type Condition, compileCondition, type Terms, type View } from "./condition.ts";
import { refuse } from "./problem.ts";
import type { Timetable } from "./timetable.ts";
import { type SpansIn, without } from "./timetable-algebra.ts";

/**
 * A calendar by its name, laid out. One object per calendar, so that `===` tells whether it
 * changed.
 * `wall` measures elapsed time where the agreement leaves some of it out.
 */
export type Hours = {
  readonly name: string;
  readonly timetable: Timetable;
  readonly wall?: Timetable;
};

export type Calendars = readonly CalendarDocument[] | Readonly<Record<string, CalendarSpec>>;

/** The same hours less what an agreement leaves out. */
export type Exclude = (hours: Hours) => Hours;

/** Where the hours of an agreement's commitments come from. */
export type HoursSource = {
  readonly agreement: string;
  readonly spec: AgreementSpec;
  readonly book: HoursBook;
  readonly terms: Terms;
  readonly exclude: Exclude;
};

export type ChooseHours = (view: View) => Hours;

/** What a commitment runs on: `named` finds again, by their name, any hours that `choose` gives. */
export type HoursChoice = {
  readonly choose: ChooseHours;
  readonly named: (name: string) => Hours | undefined;
};

/** Finds and lays out the calendars of agreements, each once. */
export type HoursBook = {
  readonly named: (spec: AgreementSpec, name: string) => Hours | undefined;
  readonly owned: (spec: AgreementSpec, team: Hours, owner: string) => Hours;
  readonly always: (timeZone: string) => Hours;
};

/** Nothing is laid out before it is asked for. Refused: a calendar that cannot be read. */
export function openHoursBook(calendars: Calendars): HoursBook {
  const shared = new Map(namesAndSpecs(calendars));
  const laidOut = new Map<unknown, Map<string, Hours>>();
  const once = (of: unknown, name: string, open: () => Timetable): Hours => {
    const known = laidOut.get(of) ?? new Map<string, Hours>();
    laidOut.set(of, known);
    const hours = known.get(name) ?? { name, timetable: open() };
    known.set(name, hours);
    return hours;
  };
  const find = (spec: AgreementSpec, name: string): CalendarSpec | undefined => {
    const own = spec.calendars?.[name];
    return own && !("ref" in own) ? own : shared.get(own?.ref ?? name);
  };
  const named = (spec: AgreementSpec, name: string): Hours | undefined => {
    const found = find(spec, name);
    return found && once(found, name, () => openCalendar(found));
  };
  return {
    named,
    owned: (spec, team, owner) => {
      const base = find(spec, owner) ?? find(spec, team.name);
      if (!base) return team;
      return once(base, `${owner}@${team.name}`, () => ownerCalendar(base, owner));
    },
    always: (timeZone) => once(timeZone, "24x7", () => alwaysOpen(timeZone)),
  };
}

function namesAndSpecs(calendars: Calendars): readonly (readonly [string, CalendarSpec])[] {
  if (!isDocuments(calendars)) return Object.entries(calendars);
  return calendars.map(({ metadata, spec }) => [metadata.name, spec] as const);
}

function isDocuments(calendars: Calendars): calendars is readonly CalendarDocument[] {
  return Array.isArray(calendars);
}

/**
 * The choice a commitment makes. Without a calendar of its own it takes the agreement's only one;
 * where there are none or several, every hour counts.
 */
export function compileHours(commitment: CommitmentSpec, from: HoursSource): HoursChoice {
  const { choose, named } = choiceOf(commitment, from);
  return {
    choose: (view) => from.exclude(choose(view)),
    named: (name) => {
      const hours = named(name);
      return hours && from.exclude(hours);
    },
  };
}

function choiceOf(commitment: CommitmentSpec, from: HoursSource): HoursChoice {
  const { spec, book, agreement } = from;
  const find = (calendar: string): Hours =>
    book.named(spec, calendar) ??
    refuse("calendar-missing", { commitment: commitment.id, agreement, calendar });
  const { calendar } = commitment;
  if (calendar === "owner") return ownerHours(commitment, spec, book);
  if (typeof calendar === "string") return constantly(find(calendar));
  if (calendar === undefined) return constantly(defaultHours(spec, book));
  const choices: [Condition, Hours][] = calendar.map(({ when, use }) => [
    compileCondition(when, from.terms),
    find(use),
  ]);
  const otherwise = defaultHours(spec, book);
  const all = [...choices.map(([, hours]) => hours), otherwise];
  return {
    choose: (view) => choices.find(([holds]) => holds(view))?.[1] ?? otherwise,
    named: (name) => all.find((hours) => hours.name === name),
  };
}

/** Takes spans out of any hours, elapsed time included; each calendar is laid out so once. */
export function excluding(spans: SpansIn | undefined, always: Hours): Exclude {
  if (!spans) return (hours) => hours;
  const wall = without(always.timetable, spans);
  const less = new Map<Hours, Hours>();
  return (hours) => {
    const known = less.get(hours);
    if (known) return known;
    const made = { name: hours.name, timetable: without(hours.timetable, spans), wall };
    less.set(hours, made);
    return made;
  };
}

function constantly(hours: Hours): HoursChoice {
  return { choose: () => hours, named: (name) => (name === hours.name ? hours : undefined) };
}

/**
 * The hours business days of the agreement itself run on (a dispute's window): its first calendar.
 */
export function agreementHours(spec: AgreementSpec, book: HoursBook): Hours {
  const [first] = Object.keys(spec.calendars ?? {});
  return (
    (first === undefined ? undefined : book.named(spec, first)) ?? book.always(spec.term.timeZone)
  );
}

function defaultHours(spec: AgreementSpec, book: HoursBook): Hours {
  const names = Object.keys(spec.calendars ?? {});
  const [only] = names;
  const hours = only !== undefined && names.length === 1 ? book.named(spec, only) : undefined;
  return hours ?? book.always(spec.term.timeZone);
}

/** The owner's own hours less absences; without an owner, those of the obliged party. */
function ownerHours(commitment: CommitmentSpec, spec: AgreementSpec, book: HoursBook): HoursChoice {
  const party = spec.parties.find(({ id }) => id === commitment.obliged);
  const names = [commitment.obliged, ...(party?.teams ?? []), ...Object.keys(spec.calendars ?? {})];
  const team =
    names.map((name) => book.named(spec, name)).find((hours) => hours !== undefined) ??
    book.always(spec.term.timeZone);
  const of = `@${team.name}`;
  return {
    choose: ({ attributes: { owner } }) =>
      typeof owner === "string" && owner !== "" ? book.owned(spec, team, owner) : team,
    named: (name) => {
      if (name === team.name) return team;
      return name.endsWith(of) ? book.owned(spec, team, name.slice(0, -of.length)) : undefined;
    },
  };
}
