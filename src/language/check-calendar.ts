/** Checks of calendars, which the engine makes; here they get their place in the document. */
import type { AcuerdoDocument } from "../engine/agreement.ts";
import type { Finding } from "./checked.ts";

export function checkCalendars(_document: AcuerdoDocument): readonly Finding[] {
  return [];
}
