/** What `acuerdo/engine` exports. Nothing inside the project imports this file. */
export type * from "./agreement.ts";
export { dueAfterDays, nextOpenDate } from "./business-day.ts";
export {
  alwaysOpen,
  localDate,
  localPeriod,
  openCalendar,
  ownerCalendar,
  startOfLocalDay,
  wallInstant,
} from "./calendar.ts";
export { checkCalendar } from "./calendar-check.ts";
export { addDays, type DateRange, type LocalDate, periodOf } from "./calendar-date.ts";
export type * from "./calendar-spec.ts";
export {
  checkDuration,
  compareDurations,
  type Duration,
  durationText,
  readDuration,
} from "./duration.ts";
export type * from "./event.ts";
export * from "./problem.ts";
export * from "./time.ts";
export {
  dueAt,
  isOpen,
  LONGEST,
  nextOpen,
  openSpans,
  openTime,
  previousOpen,
  type Timetable,
  versionAt,
} from "./timetable.ts";
export { intersect, union, without } from "./timetable-algebra.ts";
export { isTimeZone } from "./zone.ts";
