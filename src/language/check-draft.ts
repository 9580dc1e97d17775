/** Checks of a document part of which is broken: only what its sound part shows for sure. */
import type { AcuerdoDocument } from "../engine/agreement.ts";
import type { Problem, ProblemCode } from "../engine/problem.ts";
import { checkSet } from "./check.ts";

const parties = ["spec.parties"];
const services = ["spec.services", "spec.extends"];
const commitments = ["spec.commitments", "spec.extends"];
const everything = ["spec"];

/** What has to be unbroken for a problem to be one; those that are not here stand by themselves. */
const restsOn: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  "party-unknown": parties,
  "decider-unknown": parties,
  "told-unknown": parties,
  "team-unknown": parties,
  "service-unknown": services,
  "level-unknown": services,
  "escalation-unknown": ["spec.escalations", "spec.extends"],
  "commitment-unknown": commitments,
  "definition-unknown": ["spec.definitions", "spec.extends"],
  "omit-nothing": commitments,
  "target-missing": commitments,
  "target-unreachable": commitments,
  "objective-missing": commitments,
  "pause-unlimited": commitments,
  "commitments-overlap": commitments,
  "clock-only": commitments,
  "calendar-never-opens": ["spec.calendars", ...commitments],
  "calendar-needed": everything,
  "party-without-commitment": everything,
  "escalation-late": ["spec.escalations"],
  "consequence-missing": everything,
  "exclusions-missing": everything,
  "guard-missing": everything,
  "definition-unused": everything,
  "escalation-unused": everything,
};

/** Problems that only a set of documents can show: a draft stands alone. */
const ofSets: readonly ProblemCode[] = [
  "calendar-unknown",
  "commitment-tie",
  "document-duplicate",
  "extends-cyclic",
  "extends-missing",
];

/** `broken` are the paths of what is left out of the draft. */
export function checkDraft(draft: AcuerdoDocument, broken: readonly string[]): readonly Problem[] {
  return checkSet([draft]).filter(({ code }) => {
    const roots = restsOn[code] ?? [];
    return !ofSets.includes(code) && !roots.some((root) => isTouched(root, broken));
  });
}

function isTouched(root: string, broken: readonly string[]): boolean {
  return broken.some((path) => path.startsWith(root) || root.startsWith(path));
}
