/** What is to be left out while a form is filled in, and the exclusion it becomes. */
import type { Routes, Sent } from "../api/routes.ts";
import { isPlainMap } from "../language/form.ts";
import type { categoryWords } from "./words/correction.ts";

type Exclusion = Sent<Routes["excludeTime"]>["body"]["exclusion"];

export const exclusionKinds = ["interval", "rrule", "where"] as const;

export type ExclusionDraft = {
  readonly id: string;
  readonly category: keyof typeof categoryWords;
  readonly kind: (typeof exclusionKinds)[number];
  /** Dates; the last is included. */
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly condition: unknown;
};

export const emptyExclusion: ExclusionDraft = {
  id: "",
  category: "outage",
  kind: "interval",
  from: "",
  to: "",
  rule: "",
  condition: undefined,
};

/** Undefined while something of it is not said. */
export function exclusionOf(draft: ExclusionDraft): Exclusion | undefined {
  const { id, category } = draft;
  const what = whatOf(draft);
  return what && id.trim() !== "" ? { id: id.trim(), category, ...what } : undefined;
}

function whatOf({ kind, from, to, rule, condition }: ExclusionDraft) {
  if (kind === "interval") return from && to ? { interval: { from, to } } : undefined;
  if (kind === "rrule") return rule.trim() ? { rrule: rule.trim() } : undefined;
  return isPlainMap(condition) ? { where: { ...condition } } : undefined;
}
