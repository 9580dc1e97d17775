/**
 * What a definition would have to say so that leads that come back for one reason are not handed
 * over: the bound, or the values to leave out, that tells them best from those that were accepted.
 */
import { isPlainMap } from "../language/form.ts";
import { under } from "../language/path.ts";
import { entriesAt, valueAt } from "./editor-change.ts";

/** The field that a detail of a rejection is about; undefined where it is about none. */
const fieldOfDetail: Readonly<Record<string, string>> = {
  size: "company.employees",
  sector: "company.industry",
  country: "company.country",
  role: "contact.role",
  student: "contact.role",
  score: "icpScore",
};

/** Leads as they were when they were handed over, field by field. */
export type Leads = {
  readonly returned: readonly unknown[];
  readonly accepted: readonly unknown[];
};

/** Which of the leads it would have kept back, and out of how many with a value. */
export type Kept = { readonly kept: number; readonly all: number };

/** `path` is where it belongs: in the condition of `term`, or where definitions are written. */
export type Amendment = {
  readonly term: string | undefined;
  readonly path: string;
  /** Undefined where nothing tells the leads apart. */
  readonly change:
    | {
        readonly path: string;
        readonly value: unknown;
        readonly returned: Kept;
        readonly accepted: Kept;
      }
    | undefined;
};

/** With fewer values it may be chance. */
const FEWEST = 5;

export function amendmentOf(agreement: unknown, detail: string, leads: Leads): Amendment {
  const field = fieldOfDetail[detail];
  const definitions = entriesAt(agreement, "spec.definitions").flatMap(({ key, path, entry }) => {
    const when = valueAt(entry, "when");
    return isPlainMap(when) ? [{ term: key, path: under(path, "when"), when }] : [];
  });
  const about = definitions.find(({ when }) => field !== undefined && field in when);
  const { term, path, when } = about ?? definitions[0] ?? { path: "spec.definitions" };
  const place = { term, path };
  if (field === undefined || !when) return { ...place, change: undefined };
  const returned = valuesOf(leads.returned, field);
  const accepted = valuesOf(leads.accepted, field);
  const best = returned.length < FEWEST ? undefined : bestTest(returned, accepted);
  const value = best && joined(when[field], best);
  if (!best || value === undefined) return { ...place, change: undefined };
  const kept = (values: readonly unknown[]) => ({
    kept: values.filter((one) => !best.passes(one)).length,
    all: values.length,
  });
  const change = { path: under(path, field), value, returned: kept(returned) };
  return { ...place, change: { ...change, accepted: kept(accepted) } };
}

function valuesOf(leads: readonly unknown[], field: string): readonly unknown[] {
  const values = leads.map((lead) => valueAt(lead, field));
  return values.filter((value) => typeof value === "number" || typeof value === "string");
}

type Test = {
  readonly test: Readonly<Record<string, unknown>>;
  readonly passes: (value: unknown) => boolean;
};

type Told = readonly unknown[];

function bestTest(returned: Told, accepted: Told): Test | undefined {
  const isNumber = [...returned, ...accepted].every((value) => typeof value === "number");
  const tests = isNumber
    ? bounds([...returned, ...accepted] as number[])
    : [without(returned, accepted)];
  const worth = ({ passes }: Test) => keptShare(returned, passes) - keptShare(accepted, passes);
  const [best] = tests
    .map((test) => ({ test, worth: worth(test) }))
    .toSorted((one, other) => other.worth - one.worth);
  return best && best.worth > 0 ? best.test : undefined;
}

function keptShare(values: Told, passes: Test["passes"]): number {
  return values.filter((value) => !passes(value)).length / Math.max(1, values.length);
}

/** Each value as a bound from below and from above; among equals the first, which asks least. */
function bounds(values: readonly number[]): readonly Test[] {
  const ordered = [...new Set(values)].toSorted((a, b) => a - b);
  const least = ordered.map(
    (bound): Test => ({
      test: { atLeast: bound },
      passes: (value) => Number(value) >= bound,
    }),
  );
  const most = ordered.toReversed().map(
    (bound): Test => ({
      test: { atMost: bound },
      passes: (value) => Number(value) <= bound,
    }),
  );
  return [...least, ...most];
}

/** Leaves out the values that come back at twice the rate at which they are accepted. */
function without(returned: Told, accepted: Told): Test {
  const rate = (values: Told, value: unknown) =>
    values.filter((one) => one === value).length / Math.max(1, values.length);
  const left = [...new Set(returned)].filter(
    (value) => rate(returned, value) >= 2 * rate(accepted, value),
  );
  return { test: { notIn: left.toSorted() }, passes: (value) => !left.includes(value) };
}

/** The test beside those that stand; undefined where the field must have one value already. */
function joined(entry: unknown, { test, passes }: Test): unknown {
  if (entry === undefined) return test;
  if (!isPlainMap(entry)) return undefined;
  const { in: listed, ...rest } = entry;
  if (Array.isArray(listed)) return { ...rest, in: listed.filter(passes) };
  return { ...entry, ...test };
}
