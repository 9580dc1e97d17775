/** Days of calendars as the server tells them. */
import type { Answer, Routes } from "../api/routes.ts";

export type Day = Answer<Routes["calendarDays"]>["days"][number];

/** A day that a draft would open otherwise. */
export type ChangedDay = { readonly before: Day; readonly after: Day };
