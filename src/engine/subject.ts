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

export const unknownSubject: Subject = { attributes: {}, channels: [] };

/** The subject after an event: its data merged in (RFC 7396: null removes, maps merge). */
export function foldSubject(subject: Subject, event: Event): Subject {
  const counted = event.type === "contact.attempted" ? countAttempt(subject, event) : subject;
  const attributes = mergePatch(counted.attributes, event.data);
  if (attributes === subject.attributes && counted === subject) return subject;
  return { attributes, channels: counted.channels };
}

function countAttempt(subject: Subject, event: Event): Subject {
  if (isAutomatic(event)) return subject;
  const { attributes } = subject;
  const channel = event.data?.channel;
  const isNew = typeof channel === "string" && !subject.channels.includes(channel);
  const channels = isNew ? [...subject.channels, channel] : subject.channels;
  const before = typeof attributes.attempts === "number" ? attributes.attempts : 0;
  return {
    attributes: { ...attributes, attempts: before + 1, channels: channels.length },
    channels,
  };
}

/** Whether nobody did it: an automatic reply, a sequence, a workflow. */
export function isAutomatic(event: Event): boolean {
  return event.actor?.kind === "automation";
}

/**
 * RFC 7396 with `links` and `__proto__` left out. The same object comes back where nothing changes.
 */
export function mergePatch(target: Attributes, patch: Attributes | undefined): Attributes {
  if (!patch) return target;
  let merged: Record<string, unknown> | undefined;
  for (const key in patch) {
    if (!Object.hasOwn(patch, key) || key === "links" || key === "__proto__") continue;
    const value = mergeValue(target[key], patch[key]);
    if (value === target[key]) continue;
    merged ??= { ...target };
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
  return merged ?? target;
}

function mergeValue(before: unknown, patch: unknown): unknown {
  if (patch === null) return undefined;
  if (!isMap(patch)) return patch;
  return mergePatch(isMap(before) ? before : {}, patch);
}

function isMap(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
