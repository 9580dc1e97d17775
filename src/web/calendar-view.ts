/** What of a calendar stands open: the address keeps it. */
export const calendarViews = ["month", "year", "edit", "versions"] as const;

/** `agreement`: the one that writes the calendar out. `month`: "2026-12"; this one without it. */
export type CalendarSearch = {
  readonly view: (typeof calendarViews)[number];
  readonly agreement?: string;
  readonly month?: string;
};

export type CalendarGiven = Partial<CalendarSearch>;

/** An address that was typed or cut short leads to the month, never to a fault. */
export function readCalendarSearch(given: CalendarGiven): CalendarSearch {
  const { agreement, month } = given;
  return {
    view: calendarViews.find((name) => name === given.view) ?? "month",
    ...(typeof agreement === "string" && agreement !== "" ? { agreement } : {}),
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(String(month)) ? { month: String(month) } : {}),
  };
}

/** "2027-01" after "2026-12": months as an address names them. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
