/** A condition taken apart into the rows that a form shows, and put together again. */
import { isPlainMap } from "../language/form.ts";
import { under } from "../language/path.ts";

export const testNames = [
  "is",
  "in",
  "notIn",
  "atLeast",
  "atMost",
  "above",
  "below",
  "like",
  "exists",
  "changed",
] as const;

export type TestName = (typeof testNames)[number];

/** `path` is where the value of the test stands; `fieldPath` where all tests of its field do. */
export type ConditionRow =
  | {
      readonly is: "test";
      readonly field: string;
      readonly test: TestName;
      readonly path: string;
      readonly fieldPath: string;
    }
  | { readonly is: "term"; readonly path: string }
  | { readonly is: "group"; readonly joint: "any" | "all" | "not"; readonly path: string };

/** The rows of one map, in its order. */
export function rowsOf(condition: unknown, path: string): readonly ConditionRow[] {
  const entries = isPlainMap(condition) ? Object.entries(condition) : [];
  return entries.flatMap(([field, entry]): readonly ConditionRow[] => {
    const fieldPath = under(path, field);
    if (field === "is") return [{ is: "term", path: fieldPath }];
    if (field === "any" || field === "all" || field === "not") {
      return [{ is: "group", joint: field, path: fieldPath }];
    }
    if (!isPlainMap(entry)) return [{ is: "test", field, test: "is", path: fieldPath, fieldPath }];
    return testNames
      .filter((test) => Object.hasOwn(entry, test))
      .map((test) => ({ is: "test", field, test, path: under(fieldPath, test), fieldPath }));
  });
}

/** A field's entry with one of its tests turned into another; its value stays where it can. */
export function withTest(entry: unknown, before: TestName, after: TestName): unknown {
  const tests = isPlainMap(entry) ? entry : { is: entry };
  const value = valueForTest(after, tests[before]);
  if (after === "is") return value;
  const rest = Object.entries(tests).filter(([name]) => name !== before && name !== "is");
  return Object.fromEntries([...rest, [after, value]]);
}

/** A value of the kind that a test takes. */
export function valueForTest(test: TestName, value: unknown): unknown {
  if (test === "exists" || test === "changed") return true;
  const one = Array.isArray(value) ? value[0] : value;
  const scalar = typeof one === "boolean" || one === undefined ? "" : one;
  return test === "in" || test === "notIn" ? [scalar] : scalar;
}
