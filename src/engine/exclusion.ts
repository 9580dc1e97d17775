/**
 * Exclusions: time and subjects that a revision itself leaves out. Time left out is not spent, on
 * any calendar. Docs: docs/reference/agreement.md#exclusions.
 */
import { RRuleTemporal } from "rrule-temporal";
import type { AgreementSpec, ExclusionSpec } from "./agreement.ts";
import { localDate, wallInstant } from "./calendar.ts";
import { readDuration } from "./duration.ts";
import { refuse } from "./problem.ts";
import { type Instant, isDate, readInstant, type Span } from "./time.ts";
import type { SpansIn } from "./timetable-algebra.ts";

/**
 * A rule that recurs more often than every hour: a year of it would have no bound worth the name.
 */
const TOO_OFTEN = /(^|;)(FREQ=(MINUTELY|SECONDLY)|BY(MINUTE|SECOND)=\d+,)/;

/** No more years of a rule are kept than this. */
const MOST_YEARS = 20;

/**
 * The spans an agreement leaves out from `from` on, by the years asked for; undefined where there
 * are none ever.
 *
 * An interval runs between two instants, or two local dates of the term's zone, the last one
 * included. A rule is an RRULE whose DURATION (PT2H) says how long each time is; it recurs in the
 * term's zone.
 * Refused: an interval or a rule that cannot be read, or that recurs more often than every hour.
 */
export function excludedSpans(spec: AgreementSpec, from: Instant): SpansIn | undefined {
  const zone = spec.term.timeZone;
  const found = (spec.exclusions ?? []).flatMap(({ id, interval, rrule }): readonly SpansIn[] => {
    if (interval) {
      const span = intervalSpan(id, interval, zone);
      return [() => [span]];
    }
    return rrule === undefined ? [] : [ruleSpans(id, rrule, zone, from)];
  });
  if (found.length === 0) return undefined;
  return (begins, ends) => found.flatMap((spansIn) => spansIn(begins, ends));
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

function ruleSpans(id: string, rule: string, zone: string, from: Instant): SpansIn {
  const length = lengthOf(rule) ?? refuse("exclusion-unreadable", { exclusion: id });
  const followed = followRule(id, rule, zone, from);
  return onceEach((begins, ends) => {
    const first = Math.max(begins - length, from);
    if (first >= ends) return [];
    const starts = followed.between(new Date(first), new Date(ends), true);
    return starts.map(({ epochMilliseconds }) => ({
      from: epochMilliseconds as Instant,
      to: (epochMilliseconds + length) as Instant,
    }));
  });
}

/** All calendars of an agreement lay out the same years, one after another: each is kept. */
function onceEach(spansIn: SpansIn): SpansIn {
  const kept = new Map<string, readonly Span[]>();
  return (begins, ends) => {
    const key = `${begins} ${ends}`;
    const known = kept.get(key);
    if (known) return known;
    const found = spansIn(begins, ends);
    if (kept.size >= MOST_YEARS) kept.clear();
    kept.set(key, found);
    return found;
  };
}

function followRule(id: string, rule: string, zone: string, from: Instant): RRuleTemporal {
  if (TOO_OFTEN.test(rule)) refuse("exclusion-unreadable", { exclusion: id });
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
