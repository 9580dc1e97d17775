/**
 * A calendar as its document says it. Docs: docs/reference/calendar.md.
 */

/** Keys are days or ranges (`mon`, `mon-fri`, `fri-mon`); values "HH:MM[:SS]-HH:MM[:SS]". */
export type WeekSpec = Readonly<Record<string, readonly string[]>>;

/** Hours that replace a *local* date's; an empty list closes it. */
export type DatesSpec = Readonly<Record<string, readonly string[]>>;

export type HolidaysSpec = {
  readonly country?: string;
  readonly region?: string;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /**
   * A file or address. Whoever reads the document puts its dates into `add`; the engine does not.
   */
  readonly ics?: string;
};

export type AbsenceSpec = { readonly owner: string; readonly from: string; readonly to: string };

export type CalendarVersionSpec = {
  readonly from: string;
  readonly week?: WeekSpec;
  readonly holidays?: HolidaysSpec;
  readonly dates?: DatesSpec;
};

export type HoursSpec = {
  readonly timeZone: string;
  readonly week: WeekSpec;
  readonly holidays?: HolidaysSpec;
  readonly dates?: DatesSpec;
  readonly effective?: readonly CalendarVersionSpec[];
  readonly absences?: readonly AbsenceSpec[];
};

/** Own hours, or the union or intersection of other calendars. */
export type CalendarSpec =
  | HoursSpec
  | { readonly union: readonly CalendarSpec[] }
  | { readonly intersect: readonly CalendarSpec[] };
