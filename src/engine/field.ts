/**
 * Fields that something depends on, and whether an event says anything of them: asked of every
 * event of a log, before anything is made for it.
 */
import { ANYTHING } from "./condition.ts";
import type { Event } from "./event.ts";

/** Undefined: it may depend on any event, whatever that says. */
export type Fields = ReadonlySet<string> | undefined;

/** From what conditions told that they read. */
export function fieldsIn(read: ReadonlySet<string>): Fields {
  return read.has(ANYTHING) ? undefined : read;
}

/**
 * Whether an event may change one of the fields: it says so, or it counts attempts and channels.
 */
export function mayChange(fields: Fields, { type, data }: Event): boolean {
  if (fields === undefined) return true;
  for (const field in data) if (fields.has(field)) return true;
  return type === "contact.attempted" && (fields.has("attempts") || fields.has("channels"));
}
