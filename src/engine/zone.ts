/**
 * Time zones: what a wall clock shows at an instant, and the instant at which it shows something.
 *
 * The only file that knows Temporal. The offsets of a zone are copied into a table a year at a
 * time, because a look-up there is fifty times faster than a conversion.
 *
 * Source: docs/reference/time.md#zones.
 */
import { Temporal } from "temporal-polyfill";
import { refuse } from "./problem.ts";
import { DAY, HOUR, type Instant, MINUTE, SECOND } from "./time.ts";

/** `offsets[i]` (local less UTC, milliseconds) holds from `changes[i]` to the next change. */
type Zone = {
  readonly id: string;
  changes: number[];
  offsets: number[];
  from: number;
  to: number;
};

/** The Gregorian calendar repeats every 400 years, and so do the rules of a zone. */
const CYCLE = 146_097 * DAY;
const REPEATS_FROM = Date.parse("2500-01-01T00:00:00Z");
const CHUNK = 366 * DAY;
/** No zone has been further than this from UTC (Manila until 1844: −15:56). */
const WIDEST = 16 * HOUR;

const zones = new Map<string, Zone>();

/** Whether `id` names a zone of the IANA data base. Offsets ("+01:00") are not zones. */
export function isTimeZone(id: string): boolean {
  return findZone(id) !== undefined;
}

/**
 * What the wall clock shows: milliseconds from 1970-01-01T00:00 of that wall clock.
 * Refuses: time-zone-unknown.
 */
export function wallAt(timeZone: string, at: Instant): number {
  const zone = zoneOf(timeZone);
  const shift = cyclesOf(at);
  const folded = at - shift;
  cover(zone, folded, folded);
  return at + offset(zone, segmentAt(zone, folded));
}

/**
 * The instant at which the wall clock shows `wall`, the way Temporal's "compatible" finds it: a
 * time that is skipped moves later by the gap, of a time that is repeated the earlier instant is
 * meant.
 * Refuses: time-zone-unknown.
 */
export function instantAt(timeZone: string, wall: number): Instant {
  const zone = zoneOf(timeZone);
  const shift = cyclesOf(wall);
  const folded = wall - shift;
  cover(zone, folded - WIDEST, folded + WIDEST);
  for (let i = segmentAt(zone, folded - WIDEST); ; i += 1) {
    const at = folded - offset(zone, i);
    const next = zone.changes[i + 1];
    if (next !== undefined && at >= next) continue;
    const begins = zone.changes[i] ?? 0;
    return (shift + (at < begins ? folded - offset(zone, i - 1) : at)) as Instant;
  }
}

/** The day number (see `dayNumber`) of the date on the wall at that instant. */
export function localDay(timeZone: string, at: Instant): number {
  return Math.floor(wallAt(timeZone, at) / DAY);
}

const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Milliseconds from midnight to a wall time, "24:00" among them. Undefined: not a time of day. */
export function readTime(text: string): number | undefined {
  const parts = TIME.exec(text);
  if (!parts) return undefined;
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  const ms = hour * HOUR + minute * MINUTE + second * SECOND;
  return minute < 60 && second < 60 && ms <= DAY ? ms : undefined;
}

function zoneOf(id: string): Zone {
  return zones.get(id) ?? findZone(id) ?? refuse("time-zone-unknown", { zone: id });
}

function findZone(id: string): Zone | undefined {
  const known = zones.get(id);
  if (known) return known;
  if (typeof id !== "string" || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(id)) return undefined;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
  } catch {
    return undefined;
  }
  const zone = { id, changes: [], offsets: [], from: 0, to: 0 };
  zones.set(id, zone);
  return zone;
}

function cyclesOf(at: number): number {
  if (at < REPEATS_FROM) return 0;
  return (Math.floor((at - REPEATS_FROM) / CYCLE) + 1) * CYCLE;
}

/** Makes the table hold every change from `from` to `to`. */
function cover(zone: Zone, from: number, to: number): void {
  if (from >= zone.from && to < zone.to) return;
  const empty = zone.from === zone.to;
  const first = Math.floor(from / CHUNK) * CHUNK;
  const last = (Math.floor(to / CHUNK) + 1) * CHUNK;
  const begin = empty ? first : Math.min(first, zone.from);
  const end = empty ? last : Math.max(last, zone.to);
  const before = empty ? scan(zone.id, begin, end) : scan(zone.id, begin, zone.from);
  const after = empty ? scan(zone.id, end, end) : scan(zone.id, zone.to, end);
  zone.changes = [...before.changes, ...zone.changes, ...after.changes];
  zone.offsets = [...before.offsets, ...zone.offsets, ...after.offsets];
  zone.from = begin;
  zone.to = end;
}

/** The changes of a zone from `from` to before `to`; the first entry is `from` itself. */
function scan(id: string, from: number, to: number): { changes: number[]; offsets: number[] } {
  const changes: number[] = [];
  const offsets: number[] = [];
  let now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id);
  for (let at = from; at < to; ) {
    changes.push(at);
    offsets.push(now.offsetNanoseconds / 1_000_000);
    const next = now.getTimeZoneTransition("next");
    if (!next) break;
    now = next;
    at = next.epochMilliseconds;
  }
  return { changes, offsets };
}

/** The last segment that begins at or before `at`; the table covers `at`. */
function segmentAt(zone: Zone, at: number): number {
  const { changes } = zone;
  let low = 0;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((changes[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offset(zone: Zone, segment: number): number {
  return zone.offsets[segment] ?? 0;
}
