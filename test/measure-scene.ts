/**
 * Measures told line by line: facts on the left, the value of each period on the right.
 *
 *     2026-01-05 10:00  lead/1  lead.qualified  {"score": 70}
 */
import assert from "node:assert/strict";
import type { AgreementDocument, AgreementSpec, CommitmentSpec } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import { type Judgement, judge } from "../src/engine/judge.ts";
import type { Period } from "../src/engine/period.ts";
import { type Instant, readInstant } from "../src/engine/time.ts";

export type MeasureScene = {
  readonly commitment: Partial<CommitmentSpec>;
  readonly agreement?: Partial<AgreementSpec>;
  readonly facts: string;
  readonly asOf: string;
};

/** "2026-01-05 10:00" in UTC. */
export function at(text: string): Instant {
  const instant = readInstant(`${text.replace(" ", "T")}${text.includes(" ") ? "" : "T00:00"}Z`);
  assert.ok(instant !== undefined, text);
  return instant;
}

/** One event a line. */
export function factsOf(text: string): readonly Event[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index): Event => {
    const [when = "", subject = "", type = "", data = "{}"] = line.trim().split(/ {2,}/);
    const id = `fact-${index + 1}`;
    return { id, source: "crm", subject, type, occurredAt: at(when), data: JSON.parse(data) };
  });
}

/** An agreement in force since 2026 in UTC that promises one thing. */
export function promiseOf({
  commitment,
  agreement,
}: Pick<MeasureScene, "commitment" | "agreement">) {
  const spec: AgreementSpec = {
    purpose: "to be measured",
    parties: [
      { id: "team", kind: "team", role: ["provider"] },
      { id: "others", kind: "team", role: ["consumer"] },
    ],
    term: { from: "2026-01-01", timeZone: "UTC" },
    ...agreement,
    commitments: [{ id: "promise", obliged: "team", beneficiary: "others", ...commitment }],
  };
  const metadata = { name: "scene" };
  return { apiVersion: "acuerdo/v1", kind: "Agreement", metadata, spec } as AgreementDocument;
}

export function judged(scene: MeasureScene): Judgement {
  const agreements = [promiseOf(scene)];
  return judge({ agreements, events: factsOf(scene.facts), asOf: at(scene.asOf) });
}

/** The periods of the scene's promise, by the first day of each. */
export function measured(scene: MeasureScene): ReadonlyMap<string, Period> {
  return new Map(judged(scene).periods.map((period) => [dayOf(period.from), period]));
}

function dayOf(from: Instant): string {
  return new Date(from).toISOString().slice(0, 10);
}

/** Compares "2026-01-01  final  3  met" with each period: status, value, verdict. */
export function measures(scene: Omit<MeasureScene, "facts">) {
  return (facts: TemplateStringsArray, ...told: readonly string[]) => {
    const [story = "", expected = ""] = String.raw(facts, ...told).split("=>");
    const periods = [...measured({ ...scene, facts: story })];
    const lines = periods.map(([day, { status, value, verdict }]) =>
      [day, status, value === null ? "–" : String(Number(value.toFixed(4))), verdict].join("  "),
    );
    const wanted = expected.split("\n").flatMap((line) => (line.trim() ? [line.trim()] : []));
    assert.deepEqual(lines, wanted);
  };
}
