/** The parts of a condition: the fields it looks at, and the terms it uses. */
import type { ConditionEntry, ConditionSpec, Scalar, TestSpec } from "../engine/condition.ts";
import { under } from "./path.ts";

export type FieldTest = {
  readonly field: string;
  readonly test: TestSpec;
  readonly path: string;
};

/** Every field with what it is tested for; equality is a test for one value. */
export function fieldTests(condition: ConditionSpec, path: string): readonly FieldTest[] {
  return Object.entries(condition).flatMap(([key, entry]) => {
    const at = under(path, key);
    if (key === "any" || key === "all") {
      return asList(entry).flatMap((one, index) => fieldTests(one, under(at, index)));
    }
    if (key === "not") return fieldTests(entry as ConditionSpec, at);
    return key === "is" ? [] : [{ field: key, test: testOf(entry), path: at }];
  });
}

/** Every term of the glossary that a condition uses, and where. */
export function termsIn(
  condition: ConditionSpec,
  path: string,
): readonly { readonly term: string; readonly path: string }[] {
  return Object.entries(condition).flatMap(([key, entry]) => {
    const at = under(path, key);
    if (key === "any" || key === "all") {
      return asList(entry).flatMap((one, index) => termsIn(one, under(at, index)));
    }
    if (key === "not") return termsIn(entry as ConditionSpec, at);
    return key === "is" && typeof entry === "string" ? [{ term: entry, path: at }] : [];
  });
}

/** An entry as a test: a bare value is `in` that one. */
export function testOf(entry: ConditionEntry): TestSpec {
  const isTest = typeof entry === "object" && entry !== null;
  return isTest ? (entry as TestSpec) : { in: [entry as Scalar] };
}

function asList(entry: ConditionEntry): readonly ConditionSpec[] {
  return entry as readonly ConditionSpec[];
}
