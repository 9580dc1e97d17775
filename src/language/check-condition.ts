/** Checks of conditions, and of the events and fields that they and the clocks name. */
import type { ConditionSpec, TestSpec } from "../engine/condition.ts";
import { knownEventTypes } from "../engine/event-type.ts";
import { listed } from "./check-reference.ts";
import { type Checked, type Finding, finding, subjectKindOf } from "./checked.ts";
import { fieldTests, termsIn } from "./condition-walk.ts";
import { knownFields } from "./known-fields.ts";
import { under } from "./path.ts";
import { closest } from "./similar.ts";

type PlacedCondition = { readonly condition: ConditionSpec; readonly path: string };

function conditionsOf({ leaves }: Checked): readonly PlacedCondition[] {
  return leaves.flatMap(({ value, shape, path }) =>
    shape.is === "condition" ? [{ condition: value as ConditionSpec, path }] : [],
  );
}

export function checkConditions(checked: Checked): readonly Finding[] {
  return [
    ...checkTerms(checked),
    ...checkFields(checked),
    ...checkEventTypes(checked),
    ...checkDefinitionCircles(checked),
  ];
}

function checkTerms(checked: Checked): readonly Finding[] {
  const { whole, spec } = checked;
  const testable = Object.entries(whole.definitions ?? {}).flatMap(([term, { when }]) =>
    when ? [term] : [],
  );
  const used = conditionsOf(checked).flatMap(({ condition, path }) => termsIn(condition, path));
  const names = new Set(used.map(({ term }) => term));
  const unknown = used.flatMap(({ term, path }) =>
    testable.includes(term) || !checked.isWhole
      ? []
      : [finding("definition-unknown", path, { name: term, known: listed(testable) })],
  );
  const unused = Object.entries(spec.definitions ?? {}).flatMap(([term, { when }]) =>
    when && !names.has(term)
      ? [finding("definition-unused", under("spec.definitions", term), { term })]
      : [],
  );
  return [...unknown, ...unused];
}

function checkDefinitionCircles({ whole, spec }: Checked): readonly Finding[] {
  const definitions = whole.definitions ?? {};
  const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
    termsIn(definitions[from]?.when ?? {}, "").some(
      ({ term }) => term === to || (!seen.includes(term) && reaches(term, to, [...seen, term])),
    );
  return Object.keys(spec.definitions ?? {}).flatMap((term) =>
    reaches(term, term, [])
      ? [finding("definition-cyclic", under("spec.definitions", term), { term })]
      : [],
  );
}

function checkFields(checked: Checked): readonly Finding[] {
  const kinds = new Map(
    checked.spec.commitments.map((one, index) => [
      under("spec.commitments", index),
      "omit" in one ? undefined : subjectKindOf(one),
    ]),
  );
  const required = (checked.spec.handoffs ?? []).flatMap(({ requires }) => requires);
  return conditionsOf(checked).flatMap(({ condition, path }) => {
    const place = /^spec\.commitments\[\d+\]/.exec(path)?.[0] ?? "";
    const known = [...knownFields(kinds.get(place)), ...required, ...checked.knownFields];
    return fieldTests(condition, path).flatMap(({ field, test, path: at }) => [
      ...checkField(field, known, at),
      ...(neverHolds(test) ? [finding("condition-never", at, { field })] : []),
    ]);
  });
}

function checkField(field: string, known: readonly string[], path: string): readonly Finding[] {
  if (known.includes(field) || /^custom\../.test(field)) return [];
  const similar = closest(field, known);
  return similar
    ? [finding("field-misspelt", path, { field, similar })]
    : [finding("field-unknown", path, { field, known: listed(known) })];
}

/** Bounds that cross: at least 10 and below 10. */
function neverHolds({ atLeast, above, atMost, below }: TestSpec): boolean {
  const crosses = (low: unknown, high: unknown, isStrict: boolean): boolean => {
    if (typeof low !== typeof high || low === undefined || high === undefined) return false;
    return isStrict ? (low as number) >= (high as number) : (low as number) > (high as number);
  };
  return (
    crosses(atLeast, atMost, false) ||
    crosses(atLeast, below, true) ||
    crosses(above, atMost, true) ||
    crosses(above, below, true)
  );
}

function checkEventTypes({ leaves }: Checked): readonly Finding[] {
  return leaves.flatMap(({ value, shape, path }) => {
    if (shape.is !== "text" || shape.format !== "eventType" || typeof value !== "string") return [];
    if (knownEventTypes.includes(value)) return [];
    const similar = closest(value, knownEventTypes);
    const isSlip = similar !== undefined && isSlipOf(value, similar);
    return isSlip
      ? [finding("event-type-misspelt", path, { type: value, similar })]
      : [finding("event-type-custom", path, { type: value })];
  });
}

/**
 * A type of its own family is a slip only within its family: "lead.viewed" is not "lead.created".
 */
function isSlipOf(type: string, similar: string): boolean {
  return closest(type, [similar]) === similar && Math.abs(type.length - similar.length) <= 2;
}
