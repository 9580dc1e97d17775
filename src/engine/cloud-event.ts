/**
 * Events at the edges are CloudEvents 1.0 (JSON). Docs: docs/reference/event.md.
 */
import type { Actor, ActorKind, Attributes, Event } from "./event.ts";
import { type Problem, problem } from "./problem.ts";
import { type Instant, instantText, readInstant } from "./time.ts";

const SUBJECT = /^[a-z][a-z0-9_-]{0,63}\/.{1,512}$/su;
const TYPE = /^[a-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)+$/;
const DEEPEST = 32;

export type ReadEvent =
  | { readonly event: Event; readonly problems?: never }
  | { readonly event?: never; readonly problems: readonly Problem[] };

/**
 * Reads one CloudEvent: `type`, `subject` ("ticket/123"), `time`, `source`, `id`, extensions
 * `sequence` and `recordedtime`, and `data`, whose `actor` {id, kind} says who did it.
 *
 * Every problem at once. Refused: a missing or wrong key, a time without offset or outside years
 * 1–9999, numbers that are not finite, data nested deeper than 32.
 */
export function readCloudEvent(value: unknown): ReadEvent {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { problems: [problem("event-not-object")] };
  }
  const from = value as Readonly<Record<string, unknown>>;
  const problems = rows.flatMap(([key, isGood, says]) =>
    isGood(from[key]) ? [] : [problem("event-key-wrong", { key, ...says })],
  );
  const deep = depthProblem(from.data);
  if (deep) problems.push(deep);
  return problems.length > 0 ? { problems } : { event: toEvent(from) };
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) =>
  typeof value === "string" && value.length > 0 && value.length <= 512;
const isTime: Check = (value) => typeof value === "string" && readInstant(value) !== undefined;
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isObject: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wants = (es: string, en: string) => ({ wantedEs: es, wantedEn: en });
const aTime = wants("una hora ISO 8601 con zona", "an ISO 8601 time with its offset");
const aText = wants("un texto de 1 a 512 caracteres", "a text of 1 to 512 characters");

const rows: readonly [string, Check, { wantedEs: string; wantedEn: string }][] = [
  ["specversion", isOptional((v) => v === "1.0"), wants("«1.0»", '"1.0"')],
  ["id", isText, aText],
  ["source", isText, aText],
  [
    "type",
    (v) => typeof v === "string" && v.length <= 128 && TYPE.test(v),
    wants("palabras unidas por puntos («lead.created»)", 'words joined by dots ("lead.created")'),
  ],
  [
    "subject",
    (v) => typeof v === "string" && SUBJECT.test(v),
    wants("«tipo/id» («ticket/123»)", '"type/id" ("ticket/123")'),
  ],
  ["time", isTime, aTime],
  ["recordedtime", isOptional(isTime), aTime],
  [
    "sequence",
    isOptional((v) => isText(v) || Number.isSafeInteger(v)),
    wants("un texto o un número entero", "a text or a whole number"),
  ],
  ["data", isOptional(isObject), wants("un objeto", "an object")],
];

function depthProblem(value: unknown, depth = 0): Problem | undefined {
  if (depth > DEEPEST) return problem("event-too-deep", { deepest: DEEPEST });
  if (typeof value === "number" && !Number.isFinite(value)) return problem("event-not-finite");
  if (typeof value !== "object" || value === null) return undefined;
  for (const within of Object.values(value)) {
    const found = depthProblem(within, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function toEvent(from: Readonly<Record<string, unknown>>): Event {
  const { actor, ...data } = (from.data ?? {}) as Attributes;
  const recorded = from.recordedtime as string | undefined;
  const sequence = from.sequence as string | number | undefined;
  const who = toActor(actor);
  return {
    id: from.id as string,
    source: from.source as string,
    type: from.type as string,
    subject: from.subject as string,
    occurredAt: readInstant(from.time as string) as Instant,
    ...(recorded ? { recordedAt: readInstant(recorded) as Instant } : {}),
    ...(sequence === undefined ? {} : { sequence }),
    ...(who ? { actor: who } : {}),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  };
}

const actorKinds: ReadonlySet<unknown> = new Set(["human", "automation", "integration"]);

function toActor(value: unknown): Actor | undefined {
  if (typeof value === "string") return { id: value };
  if (!isObject(value)) return undefined;
  const { id, kind } = value as { id?: unknown; kind?: unknown };
  return {
    ...(typeof id === "string" ? { id } : {}),
    ...(actorKinds.has(kind) ? { kind: kind as ActorKind } : {}),
  };
}

/** The CloudEvent that `readCloudEvent` reads back to the same event. */
export function toCloudEvent(event: Event): Readonly<Record<string, unknown>> {
  const { actor } = event;
  const data = actor ? { ...event.data, actor } : event.data;
  return {
    specversion: "1.0",
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: instantText(event.occurredAt),
    ...(event.recordedAt === undefined ? {} : { recordedtime: instantText(event.recordedAt) }),
    ...(event.sequence === undefined ? {} : { sequence: event.sequence }),
    ...(data ? { data } : {}),
  };
}
