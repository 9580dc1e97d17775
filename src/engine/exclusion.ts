/**
 * Exclusions: time and subjects that a revision itself leaves out. Time left out is not spent, on
 * any calendar. Docs: docs/reference/agreement.md#exclusions.
 */
import { RRuleTemporal } from "rrule-temporal";
import type { AgreementSpec, ExclusionSpec } from "./agreement.ts";
import { localDate, wallInstant } from "./calendar.ts";
import { readDuration } from "./duration.ts";
import { refuse } from "./problem.ts";
import { DAY, type Instant, isDate, readInstant, type Span } from "./time.ts";

/** No rule is followed further than this after the agreement comes into force. */
const FURTHEST = 20 * 366 * DAY;
const MOST_SPANS = 20_000;

/**
 * The spans an agreement leaves out, in order, from `from` on.
 *
 * An interval runs between two instants, or two local dates of the term's zone, the last one
 * included. A rule is an RRULE whose DURATION (PT2H) says how long each time is; it recurs in the
 * term's zone.
 * Refused: an interval or a rule that cannot be read.
 */
export function excludedSpans(spec: AgreementSpec, from: Instant): readonly Span[] {
  const zone = spec.term.timeZone;
  const spans = (spec.exclusions ?? []).flatMap((exclusion) => {
    const { interval, rrule } = exclusion;
    if (interval) return [intervalSpan(exclusion.id, interval, zone)];
    return rrule === undefined ? [] : ruleSpans(exclusion.id, rrule, zone, from);
  });
  return spans.sort((a, b) => a.from - b.from);
}

function intervalSpan(
  id: string,
  interval: NonNullable<ExclusionSpec["interval"]>,
  zone: string,
): Span {
  const edge = (text: string, time: string) =>
    isDate(text) ? wallInstant(zone, text, time) : readInstant(text);
  const [from, to] = [edge(interval.from, "00:00"), edge(interval.to, "24:00")];
  if (from === undefined || to === undefined || to <= from) {
    return refuse("exclusion-unreadable", { exclusion: id });
  }
  return { from, to };
}

function ruleSpans(id: string, rule: string, zone: string, from: Instant): readonly Span[] {
  const length = lengthOf(rule) ?? refuse("exclusion-unreadable", { exclusion: id });
  const until = new Date(from + FURTHEST);
  const starts = followRule(id, rule, zone, from).between(new Date(from), until, true);
  return starts.slice(0, MOST_SPANS).map(({ epochMilliseconds }) => ({
    from: epochMilliseconds as Instant,
    to: (epochMilliseconds + length) as Instant,
  }));
}

function followRule(id: string, rule: string, zone: string, from: Instant): RRuleTemporal {
  const date = localDate(zone, from).replaceAll("-", "");
  const parts = rule.split(";").filter((part) => !part.startsWith("DURATION="));
  for (const part of ["BYMINUTE", "BYSECOND"]) {
    if (!parts.some((own) => own.startsWith(`${part}=`))) parts.push(`${part}=0`);
  }
  const rruleString = `DTSTART;TZID=${zone}:${date}T000000\nRRULE:${parts.join(";")}`;
  try {
    return new RRuleTemporal({ rruleString });
  } catch {
    return refuse("exclusion-unreadable", { exclusion: id });
  }
}

/** DURATION=PT2H, PT90M, P1D and the like. */
function lengthOf(rule: string): number | undefined {
  const text = /(?:^|;)DURATION=P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?(?:;|$)/.exec(rule);
  if (!text) return undefined;
  const [days = "0", hours = "0", minutes = "0"] = text.slice(1);
  const parts = [`${days}d`, `${hours}h`, `${minutes}m`].map((part) => readDuration(part));
  const sum = parts.reduce((total, part) => total + (part?.basis === "elapsed" ? part.ms : 0), 0);
  return sum > 0 ? sum : undefined;
}
