/**
 * A subject is the fold of its events: what is known of it after each. Docs:
 * docs/reference/subject.md.
 */
import type { Attributes, Event } from "./event.ts";

/**
 * `channels` are the kinds of contact tried so far, for the attribute `channels` (how many);
 * `attempts` counts contact attempts by people.
 */
export type Subject = {
  readonly attributes: Attributes;
  readonly channels: readonly string[];
};

const nothing: Attributes = {};

export const unknownSubject: Subject = { attributes: nothing, channels: [] };

/** More kinds of contact than this are not told apart: a log of nonsense must cost no more. */
const MOST_CHANNELS = 100;

/** The subject after an event: its data merged in (RFC 7396: null removes, maps merge). */
export function foldSubject(subject: Subject, event: Event): Subject {
  if (event.type === "contact.attempted" && !isAutomatic(event))
    return countAttempt(subject, event);
  const attributes = mergePatch(subject.attributes, event.data);
  return attributes === subject.attributes ? subject : { attributes, channels: subject.channels };
}

/**
 * The subject after several events of its own of which nobody asks in between: attributes that are
 * made on the way are changed in place. Law: the same as `foldSubject` of one after another.
 */
export function foldRun(subject: Subject, run: readonly Event[]): Subject {
  let { attributes, channels } = subject;
  let isOwn = false;
  for (const event of run) {
    const before = attributes;
    if (event.type === "contact.attempted" && !isAutomatic(event)) {
      ({ attributes, channels } = countAttempt({ attributes, channels }, event));
    } else attributes = mergePatch(attributes, event.data, isOwn);
    isOwn ||= attributes !== before && attributes !== event.data;
  }
  return attributes === subject.attributes ? subject : { attributes, channels };
}

/** What the event itself says of `attempts` and `channels` has the last word. */
function countAttempt({ attributes, channels: before }: Subject, { data }: Event): Subject {
  const channel = data?.channel;
  const isRoom = before.length < MOST_CHANNELS;
  const isNew = isRoom && typeof channel === "string" && !before.includes(channel);
  const channels = isNew ? [...before, channel] : before;
  const attempts = typeof attributes.attempts === "number" ? attributes.attempts + 1 : 1;
  const patch = { attempts, channels: channels.length, ...data };
  return { attributes: mergePatch(attributes, patch), channels };
}

/** Whether nobody did it: an automatic reply, a sequence, a workflow. */
export function isAutomatic(event: Event): boolean {
  return event.actor?.kind === "automation";
}

/**
 * RFC 7396 with `links` and `__proto__` left out. The same object comes back where nothing changes,
 * and where the target `isOwn`: nobody else holds it.
 */
function mergePatch(target: Attributes, patch: Attributes | undefined, isOwn = false): Attributes {
  if (!patch) return target;
  if (target === nothing && isPlain(patch)) return patch;
  let merged: Record<string, unknown> | undefined = isOwn ? target : undefined;
  for (const key in patch) {
    if (key === "links" || key === "__proto__") continue;
    const known = target[key];
    const value = mergeValue(known, patch[key]);
    if (value === known) continue;
    merged ??= { ...target };
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
  return merged ?? target;
}

function mergeValue(before: unknown, patch: unknown): unknown {
  if (typeof patch !== "object") return patch;
  if (patch === null) return undefined;
  if (!isMap(patch)) return patch;
  return mergePatch(isMap(before) ? before : nothing, patch);
}

/** Whether merging it into nothing gives it as it is. */
function isPlain(patch: Attributes): boolean {
  for (const key in patch) {
    const value = patch[key];
    if (key === "links" || key === "__proto__" || value === null || value === undefined)
      return false;
    if (isMap(value) && !isPlain(value)) return false;
  }
  return true;
}

function isMap(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
