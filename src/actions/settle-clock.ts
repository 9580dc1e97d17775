/** A judged clock as its row: the conclusion, and what lists filter by and show beside it. */

import type { View } from "../engine/condition.ts";
import type { Attributes } from "../engine/event.ts";
import { readAmount } from "../engine/money.ts";
import type { StandingClock } from "../engine/standing.ts";
import type { ClockFacets, ClockRow } from "../store/clock.ts";

/** Letters of a title that lists show. */
const LONGEST_TITLE = 200;

/** The fields that say what a subject is worth; the first that holds a number counts. */
const worthFields = ["amount", "expectedValue", "value"] as const;

export function toClockRow({ judged, clock }: StandingClock, last: View | undefined): ClockRow {
  const { obliged, beneficiary } = clock.commitment.spec;
  const facets = { obliged, beneficiary, ...facetsOf(last?.attributes ?? {}) };
  const { since, spent, elapsed } = clock;
  const ran = { since, spentMs: spent, elapsedMs: elapsed };
  return Object.assign(Object.create(null), judged, { facets, ran }) as ClockRow;
}

/** What is known of the subject under the names that sources commonly use. */
function facetsOf(attributes: Attributes): Partial<ClockFacets> {
  const found = {
    team: textOf(attributes.team),
    source: textOf(attributes.source),
    title: textOf(attributes.title) ?? textOf(attributes.name) ?? textOf(attributes.company),
    worth: worthFields.map((field) => readAmount(attributes[field])).find((worth) => worth),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TITLE) : undefined;
}
