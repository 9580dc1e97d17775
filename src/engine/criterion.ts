/**
 * A condition taken apart: each of its entries, and whether it holds. Docs:
 * docs/reference/lead-quality.md#mql.
 */
import type { AgreementSpec } from "./agreement.ts";
import {
  type ConditionEntry,
  type ConditionSpec,
  compileCondition,
  compileRead,
  type Terms,
  type View,
} from "./condition.ts";
import { refuse } from "./problem.ts";
import { termsOf } from "./terms.ts";

/**
 * One entry of a condition. `value` is what the field holds; null for entries that are conditions.
 */
export type Criterion = {
  readonly field: string;
  readonly wanted: ConditionEntry;
  readonly value: unknown;
  readonly holds: boolean;
};

const joined = new Set(["any", "all", "not", "is"]);

/** Every entry of a condition on a subject. Law: the condition holds where all of them do. */
export function criteriaOf(spec: ConditionSpec, terms: Terms, view: View): readonly Criterion[] {
  return Object.entries(spec).map(([field, wanted]) => ({
    field,
    wanted,
    value: joined.has(field) ? null : (compileRead(field, terms)(view) ?? null),
    holds: compileCondition({ [field]: wanted }, terms)(view),
  }));
}

export type DefinitionResult = {
  readonly term: string;
  readonly holds: boolean;
  readonly criteria: readonly Criterion[];
};

/**
 * Whether a subject meets a definition of the agreement ("MQL"), criterion by criterion.
 * Refused: definition-untestable, where the term has no `when`.
 */
export function definitionResultOf(
  spec: AgreementSpec,
  term: string,
  view: View,
): DefinitionResult {
  const terms = termsOf(spec, () => undefined);
  const when = terms.definitions[term] ?? refuse("definition-untestable", { term });
  const criteria = criteriaOf(when, terms, view);
  return { term, holds: criteria.every(({ holds }) => holds), criteria };
}
