/** Whether a calendar can ever be open, as far as its text alone tells. */
import type { CalendarSpec, DatesSpec, WeekSpec } from "../engine/calendar-spec.ts";

export function everOpens(calendar: CalendarSpec): boolean {
  if ("union" in calendar) return calendar.union.some(everOpens);
  if ("intersect" in calendar) return calendar.intersect.every(everOpens);
  const { week, dates, effective = [] } = calendar;
  return (
    hasHours(week) ||
    hasHours(dates) ||
    effective.some((one) => hasHours(one.week) || hasHours(one.dates))
  );
}

function hasHours(table: WeekSpec | DatesSpec | undefined): boolean {
  return Object.values(table ?? {}).some((hours) => hours.length > 0);
}
