/**
 * Conditions, compiled once to functions. Docs: docs/reference/condition.md.
 *
 * Comparing values of different kinds is false and is reported once a field, never thrown. A list
 * satisfies a test when one of its elements does. An empty text counts as absent.
 */
import type { Attributes, Event } from "./event.ts";
import { refuse } from "./problem.ts";

export type Scalar = string | number | boolean | null;

export type TestSpec = {
  readonly in?: readonly Scalar[];
  readonly notIn?: readonly Scalar[];
  readonly atLeast?: Scalar;
  readonly atMost?: Scalar;
  readonly above?: Scalar;
  readonly below?: Scalar;
  readonly like?: string;
  readonly exists?: boolean;
  readonly changed?: boolean;
};

/**
 * A map whose entries are joined by *and*: fields to values or tests, and `any`, `all`, `not`,
 * `is`.
 */
export type ConditionSpec = { readonly [field: string]: ConditionEntry };
export type ConditionEntry = Scalar | TestSpec | ConditionSpec | readonly ConditionSpec[];

/**
 * What a condition looks at: the attributes after the event at hand, those before it, the event,
 * and whether it is the first one known of the subject.
 */
export type View = {
  readonly subject: string;
  readonly isNew: boolean;
  readonly attributes: Attributes;
  readonly before: Attributes;
  readonly event: Event;
};

export type Condition = (view: View) => boolean;
export type Field = (view: View) => unknown;

/** What a condition's words mean in one agreement. */
export type Terms = {
  readonly definitions: Readonly<Record<string, ConditionSpec | undefined>>;
  /** Fields worked out from others (`icpScore`, `handoff.complete`); they win over attributes. */
  readonly computed: Readonly<Record<string, Field>>;
  /** Told of a field whose value is of another kind than the one it is compared with. */
  readonly mismatch: (field: string) => void;
  /**
   * Told, while compiling, of every attribute a condition reads; `ANYTHING` where that is not
   * enough.
   */
  readonly reads?: (field: string) => void;
};

/** What a condition reads that may turn out otherwise at any event, whatever the event changed. */
export const ANYTHING = "*";

export const plainTerms: Terms = { definitions: {}, computed: {}, mismatch: () => undefined };

/** A condition none of whose entries is missing is true; so is one that is not there. */
export function compileCondition(
  spec: ConditionSpec | undefined,
  terms: Terms,
  within: readonly string[] = [],
): Condition {
  const parts = Object.entries(spec ?? {}).map(([key, entry]) =>
    compileEntry(key, entry, terms, within),
  );
  return every(parts);
}

function compileEntry(
  key: string,
  entry: ConditionEntry,
  terms: Terms,
  within: readonly string[],
): Condition {
  const several = () =>
    (entry as readonly ConditionSpec[]).map((spec) => compileCondition(spec, terms, within));
  switch (key) {
    case "any":
      return some(several());
    case "all":
      return every(several());
    case "not":
      return negate(compileCondition(entry as ConditionSpec, terms, within));
    case "is":
      return compileTerm(entry as string, terms, within);
    default:
      return compileField(key, entry as Scalar | TestSpec, terms);
  }
}

function compileTerm(term: string, terms: Terms, within: readonly string[]): Condition {
  if (within.includes(term)) refuse("definition-cyclic", { term });
  const definition = terms.definitions[term];
  if (!definition) return refuse("definition-untestable", { term });
  return compileCondition(definition, terms, [...within, term]);
}

function compileField(field: string, entry: Scalar | TestSpec, terms: Terms): Condition {
  const read = compileRead(field, terms);
  const tests = isTest(entry) ? entry : { in: [entry] };
  return every(
    Object.entries(tests).map(([name, wanted]) => {
      if (name === "changed") {
        terms.reads?.(ANYTHING);
        return changed(read, wanted === true);
      }
      const test = compileTest(name, wanted, () => terms.mismatch(field));
      return (view) => test(read(view));
    }),
  );
}

function isTest(entry: Scalar | TestSpec): entry is TestSpec {
  return typeof entry === "object" && entry !== null;
}

/** The value of a field: "event.type", a computed one, or an attribute ("account.tier"). */
export function compileRead(field: string, terms: Terms): Field {
  const other = terms.computed[field] ?? eventFields[field];
  terms.reads?.(other ? ANYTHING : field);
  if (other) return other;
  const path = field.split(".");
  const [first] = path;
  terms.reads?.(first as string);
  if (path.length === 1) return ({ attributes }) => attributes[field];
  return ({ attributes }) => walk(attributes[first as string], path) ?? attributes[field];
}

const eventFields: Readonly<Record<string, Field>> = {
  "event.type": ({ event }) => event.type,
  "event.source": ({ event }) => event.source,
  "event.actor.kind": ({ event }) => event.actor?.kind,
  "event.actor.id": ({ event }) => event.actor?.id,
};

function walk(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const key of path.slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Attributes)[key];
  }
  return value;
}

function changed(read: Field, wanted: boolean): Condition {
  return (view) => {
    const before = read({ ...view, attributes: view.before });
    return (JSON.stringify(before) !== JSON.stringify(read(view))) === wanted;
  };
}

type Test = (value: unknown) => boolean;

function compileTest(name: string, wanted: unknown, mismatch: () => void): Test {
  switch (name) {
    case "in":
      return anyOf(wanted as readonly Scalar[], mismatch);
    case "notIn":
      return (value) => !anyOf(wanted as readonly Scalar[], mismatch)(value);
    case "exists":
      return (value) => isPresent(value) === wanted;
    case "like":
      return ofElements((value) => typeof value === "string" && like(value, wanted as string));
    default:
      return compare(name, wanted as Scalar, mismatch);
  }
}

/** Whether a field has something in it: not absent, null, an empty text or an empty list. */
export function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "";
}

function anyOf(wanted: readonly Scalar[], mismatch: () => void): Test {
  const wantsNothing = wanted.includes(null);
  const kinds = new Set(wanted.map((value) => typeof value));
  const one: Test = (value) => {
    if ((wanted as readonly unknown[]).includes(value)) return true;
    if (!isPresent(value)) return wantsNothing;
    if (!kinds.has(typeof value)) mismatch();
    return false;
  };
  return ofElements(one);
}

const orders: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  atLeast: (a, b) => a >= b,
  atMost: (a, b) => a <= b,
  above: (a, b) => a > b,
  below: (a, b) => a < b,
};

function compare(name: string, wanted: Scalar, mismatch: () => void): Test {
  const holds = orders[name];
  if (!holds || wanted === null || typeof wanted === "boolean") {
    return refuse("test-unknown", { test: name });
  }
  return ofElements((value) => {
    if (!isPresent(value)) return false;
    if (typeof value === typeof wanted) return holds(value as typeof wanted, wanted);
    mismatch();
    return false;
  });
}

function ofElements(test: Test): Test {
  return (value) => (Array.isArray(value) && value.length > 0 ? value.some(test) : test(value));
}

/** A glob: `*` any run of characters, `?` one. In time of at most the product of both lengths. */
export function like(text: string, glob: string): boolean {
  let [at, in_, starAt, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (glob[in_] === "*") {
      starAt = in_;
      resume = at;
      in_ += 1;
    } else if (in_ < glob.length && (glob[in_] === "?" || glob[in_] === text[at])) {
      at += 1;
      in_ += 1;
    } else if (starAt >= 0) {
      resume += 1;
      at = resume;
      in_ = starAt + 1;
    } else return false;
  }
  while (glob[in_] === "*") in_ += 1;
  return in_ === glob.length;
}

/** Asked of every event: what one condition can say is not asked in a loop. */
export function every(conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (only === undefined) return () => true;
  if (conditions.length === 1) return only;
  return (view) => {
    for (const holds of conditions) if (!holds(view)) return false;
    return true;
  };
}

function some(conditions: readonly Condition[]): Condition {
  return (view) => conditions.some((holds) => holds(view));
}

function negate(condition: Condition): Condition {
  return (view) => !condition(view);
}
