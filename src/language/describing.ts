/** What a commitment is described with: its language, its agreement, and its hours in words. */
import type {
  AcuerdoDocument,
  AgreementDocument,
  AgreementSpec,
  CommitmentSpec,
  Language,
  TargetSpec,
} from "../engine/agreement.ts";
import { calendarNamed, wholeOf } from "./checked.ts";
import { describeCalendar, describeHours } from "./describe-calendar.ts";
import { describeCondition } from "./describe-condition.ts";
import { by, listedLong, quoted } from "./words.ts";

/** `hours` is what is printed beside business days; absent where there is no one calendar. */
export type Describing = {
  readonly language: Language;
  readonly whole: AgreementSpec;
  readonly documents: readonly AcuerdoDocument[];
  readonly hours?: string;
};

export type DescribeOptions = {
  readonly agreement: AgreementDocument;
  /** The documents it extends or takes calendars from. */
  readonly documents?: readonly AcuerdoDocument[];
};

export function describingOf(
  commitment: CommitmentSpec,
  language: Language,
  { agreement, documents = [] }: DescribeOptions,
): Describing {
  const { whole } = wholeOf(agreement, documents);
  const found = { whole, documents };
  const name = soleCalendar(commitment, whole);
  const calendar = name === undefined ? undefined : calendarNamed(found, name);
  return { language, ...found, ...(calendar && { hours: describeHours(calendar, language) }) };
}

/** The one calendar a commitment runs on: its own, or the only one of the agreement. */
function soleCalendar({ calendar }: CommitmentSpec, whole: AgreementSpec): string | undefined {
  if (typeof calendar === "string") return calendar;
  if (calendar) return undefined;
  const names = Object.keys(whole.calendars ?? {});
  return names.length === 1 ? names[0] : undefined;
}

/** "el horario es «oficina» (L–V 9–18, Ciudad de México)". */
export function calendarClause(
  commitment: CommitmentSpec,
  describing: Describing,
): string | undefined {
  const { language, whole } = describing;
  const { calendar } = commitment;
  if (calendar === "owner") {
    return by(
      language,
      "el horario es el de la persona responsable, menos sus ausencias",
      "open hours are the owner's own, less absences",
    );
  }
  const name = soleCalendar(commitment, whole);
  const isSaid = calendar !== undefined || countsOpenTime(commitment);
  if (!isSaid || (name === undefined && calendar === undefined)) return undefined;
  const words =
    name === undefined ? chosenCalendars(calendar, describing) : namedCalendar(name, describing);
  return by(language, `el horario es ${words}`, `open hours are ${words}`);
}

function chosenCalendars(calendar: CommitmentSpec["calendar"], describing: Describing): string {
  const { language } = describing;
  const choices = typeof calendar === "string" ? [] : (calendar ?? []);
  const parts = choices.map(({ when, use }, index) => {
    const name = namedCalendar(use, describing);
    if (when) return `${name} ${by(language, "si", "if")} ${describeCondition(when, language)}`;
    return index === 0 ? name : `${name} ${by(language, "en los demás casos", "otherwise")}`;
  });
  return listedLong(parts, "and", language);
}

/** Whether anything of a clock is counted in open time. */
function countsOpenTime({ clock, target = [] }: CommitmentSpec): boolean {
  const lengths = target.flatMap((one) => ("within" in one ? [one.within, one.tolerance] : []));
  if (target.some(isOnOpenDay)) return true;
  return [...lengths, clock?.pause?.atMost].some((length) => /b[smhd]$/.test(length ?? ""));
}

/** Whether a due date is counted in business days, or moves to an opening. */
function isOnOpenDay(target: TargetSpec): boolean {
  if (!("by" in target)) return false;
  return target.snap !== undefined || ("on" in target.by && target.by.on === "nextBusinessDay");
}

function namedCalendar(name: string, { language, ...found }: Describing): string {
  const calendar = calendarNamed(found, name);
  const words = calendar ? ` (${describeCalendar(calendar, language)})` : "";
  return `${quoted(name, language)}${words}`;
}

/** A party's title, or its id. */
export function partyTitle(id: string, { parties }: AgreementSpec): string {
  return parties.find((party) => party.id === id)?.title ?? id;
}
