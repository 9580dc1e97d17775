/** A rule while it is written: what a form holds, and the document it becomes. */
import type { AssignSpec, PersonSpec, RuleDeed, RuleSpec } from "../engine/automation.ts";

export const deedKinds = ["assign", "task", "raise", "notify"] as const;
export const assignWays = ["roundRobin", "weighted", "load"] as const;

export type DeedKind = (typeof deedKinds)[number];

export const emptyRule: RuleSpec = { on: ["lead.created"], do: [firstDeed("assign")] };

/** What a deed of a kind begins with. */
export function firstDeed(kind: DeedKind): RuleDeed {
  const first: Readonly<Record<DeedKind, RuleDeed>> = {
    assign: { assign: { by: "roundRobin", people: [{ id: "" }] } },
    task: { task: { title: "" } },
    raise: { raise: { field: "", value: "" } },
    notify: { notify: { tell: ["owner"], says: "" } },
  };
  return first[kind];
}

export function kindOfDeed(deed: RuleDeed): DeedKind {
  return deedKinds.find((kind) => kind in deed) ?? "task";
}

/** "a, b" → ["a", "b"]; nothing where nothing is written. */
export function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A record without what was left empty: the document says only what somebody said. */
export function withoutEmpty<T extends object>(value: T): T {
  const said = Object.entries(value).filter(
    ([, part]) => part !== undefined && part !== "" && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(said) as T;
}

/** People without a name are rows that nobody filled in. */
function tidyAssign(spec: AssignSpec): AssignSpec {
  const people = spec.people
    .filter(({ id }) => id.trim() !== "")
    .map((one): PersonSpec => withoutEmpty(one));
  return { ...withoutEmpty(spec), by: spec.by, people };
}

/** The document that is kept and tried. */
export function documentOf(spec: RuleSpec): RuleSpec {
  const { on, subject, when } = spec;
  const deeds = spec.do.map((deed) =>
    "assign" in deed ? { assign: tidyAssign(deed.assign) } : deed,
  );
  return withoutEmpty({ on, subject, when, do: deeds }) as RuleSpec;
}
