/** ICS files, as offices publish their holidays: the dates of whole days in them. */
import ICAL from "ical.js";

/** Dates of a repeated event are laid out from 1970 to 2100, and no more than this many. */
const MOST_DATES = 5_000;
const LAST_YEAR = 2100;

/**
 * The dates of whole-day events, repeated ones laid out; events with an hour close nothing.
 *
 * Throws what its library throws at a text that is no ICS.
 */
export function icsDates(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const dates = new Set<string>();
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (!event.startDate?.isDate) continue;
    const days = Math.min(366, Math.max(1, event.duration.toSeconds() / 86_400));
    const starts = event.iterator();
    for (let start = starts.next(); start; start = starts.next()) {
      if (start.year > LAST_YEAR || dates.size >= MOST_DATES) break;
      for (let day = 0; day < days; day += 1) {
        const date = start.clone();
        date.addDuration(ICAL.Duration.fromSeconds(day * 86_400));
        dates.add(date.toString());
      }
    }
  }
  return [...dates].sort();
}
