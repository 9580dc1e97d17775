/**
 * Stories: a clock followed line by line, as the person who owns the rule would check it.
 *
 *     2026-03-31 10:00  assigned  running  open  0:00  due 2026-03-31 14:00
 *
 * Columns stand two spaces apart: wall time, what happened ("-" for a mere look, "a + b" for two
 * facts at one instant), then what the latest cycle must say: state, verdict, spent, and if wanted
 * "due …", "paused until …" is not told. "none" as the state says that there is no clock.
 */
import assert from "node:assert/strict";
import type { AgreementDocument, AgreementSpec, CommitmentSpec } from "../src/engine/agreement.ts";
import { localDate, wallInstant } from "../src/engine/calendar.ts";
import type { CalendarSpec } from "../src/engine/calendar-spec.ts";
import type { Event } from "../src/engine/event.ts";
import { type Judgement, judge } from "../src/engine/judge.ts";
import type { JudgedClock } from "../src/engine/judged.ts";
import type { Instant } from "../src/engine/time.ts";

/** What a word of a story means: an event type, or the rest of an event. */
export type Deed = string | (Partial<Omit<Event, "occurredAt">> & { readonly type: string });

export type Scene = {
  readonly zone?: string;
  readonly subject?: string;
  readonly calendars?: Readonly<Record<string, CalendarSpec>>;
  readonly commitment: Partial<CommitmentSpec>;
  /** Promises beside the one that is followed, told after it. */
  readonly also?: readonly CommitmentSpec[];
  readonly agreement?: Partial<AgreementSpec>;
  readonly deeds: Readonly<Record<string, Deed>>;
};

/** Monday to Friday from nine to five. */
export function nineToFive(timeZone = "UTC"): CalendarSpec {
  return { timeZone, week: { "mon-fri": ["09:00-17:00"] } };
}

/** An agreement that holds since 2000 and promises one thing. */
export function agreementOf(scene: Scene): AgreementDocument {
  const kind = (scene.subject ?? "ticket/1").split("/")[0] as "ticket";
  return {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name: "story" },
    spec: {
      purpose: "to be followed",
      parties: [
        { id: "team", kind: "team", role: ["provider"] },
        { id: "others", kind: "team", role: ["consumer"] },
      ],
      term: { from: "2000-01-01", timeZone: scene.zone ?? "UTC" },
      calendars: scene.calendars ?? {},
      ...scene.agreement,
      commitments: [
        {
          id: "promise",
          obliged: "team",
          beneficiary: "others",
          scope: { subject: kind },
          ...scene.commitment,
        },
        ...(scene.also ?? []),
      ],
    },
  };
}

/** Reads "2026-03-31 10:00[:30[.001]]" in a zone. */
export function at(wall: string, zone = "UTC"): Instant {
  const [date, time = "00:00"] = wall.split(" ");
  const [clock, fraction = "0"] = time.split(".");
  const whole = wallInstant(zone, date as string, clock as string);
  return (whole + Number(fraction.padEnd(3, "0"))) as Instant;
}

/** Follows a scene; every line is judged with what had happened by then, and by all at the end. */
export function follow(scene: Scene) {
  return (text: TemplateStringsArray, ...values: readonly string[]): Judgement => {
    const zone = scene.zone ?? "UTC";
    const lines = String.raw(text, ...values)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
    const events: Event[] = [];
    let last: Judgement | undefined;
    for (const line of lines) {
      const [when = "", deed = "-", ...wanted] = line.split(/ {2,}/);
      const now = at(when, zone);
      if (deed !== "-") events.push(...eventsOf(scene, deed, now, events.length));
      last = judge({ agreements: [agreementOf(scene)], events, asOf: now });
      check(line, last.clocks.at(-1), wanted, zone);
    }
    assert.ok(last, "a story has lines");
    return last;
  };
}

function eventsOf(scene: Scene, words: string, now: Instant, count: number): Event[] {
  return words.split(" + ").map((word, index) => {
    const deed = scene.deeds[word];
    assert.ok(deed, `the story knows no deed "${word}"`);
    const own = typeof deed === "string" ? { type: deed } : deed;
    return {
      id: String(count + index + 1).padStart(6, "0"),
      source: "story",
      subject: scene.subject ?? "ticket/1",
      occurredAt: now,
      ...own,
    };
  });
}

function check(
  line: string,
  clock: JudgedClock | undefined,
  wanted: readonly string[],
  zone: string,
): void {
  const [state, verdict, spent, ...rest] = wanted;
  if (state === undefined) return;
  if (state === "none") {
    assert.equal(clock, undefined, line);
    return;
  }
  assert.ok(clock, `no clock: ${line}`);
  const told = [clock.state, clock.verdict, hours(clock.spent.openMs), ...due(clock, rest, zone)];
  assert.deepEqual(told, [state, verdict, spent, ...rest.map(withDate(line))], line);
}

/** What a judgement says was spent, clock by clock: ["5:00", "0:30"]. */
export function spentOf({ clocks }: Judgement): readonly string[] {
  return clocks.map(({ spent }) => hours(spent.openMs));
}

/** How a judgement's clocks stand: ["stopped met", "running breached"]. */
export function standingOf({ clocks }: Judgement): readonly string[] {
  return clocks.map(({ state, verdict }) => `${state} ${verdict}`);
}

/** "1:30" or "1:30:05" or "1:30:05.001". */
function hours(ms: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [whole, rest] = [Math.floor(ms / 3_600_000), ms % 3_600_000];
  const [minutes, millis] = [Math.floor(rest / 60_000), rest % 60_000];
  const seconds = millis === 0 ? "" : `:${two(Math.floor(millis / 1000))}`;
  const fraction = millis % 1000 === 0 ? "" : `.${String(millis % 1000).padStart(3, "0")}`;
  return `${whole}:${two(minutes)}${seconds}${fraction}`;
}

function withDate(line: string): (part: string) => string {
  const date = line.slice(0, 10);
  return (part) => part.replace(/^(due|breached) (\d{2}:)/, `$1 ${date} $2`);
}

function due(clock: JudgedClock, wanted: readonly string[], zone: string): string[] {
  return wanted.map((part) => {
    if (part.startsWith("cycle")) return `cycle ${clock.cycle}`;
    const instant = part.startsWith("breached") ? clock.breachedAt : clock.dueAt;
    const [word] = part.split(" ");
    return `${word} ${instant === null ? "never" : wallText(instant, zone)}`;
  });
}

export function wallText(instant: Instant, zone: string): string {
  const date = localDate(zone, instant);
  const since = instant - wallInstant(zone, date, "00:00");
  const text = hours(since).padStart(5, "0");
  return `${date} ${text}`;
}
