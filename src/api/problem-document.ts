/** Problems as an answer: RFC 9457, with our codes and every problem at once. */
import type { Language } from "../engine/agreement.ts";
import { type Problem, problemKinds } from "../engine/problem.ts";

export type ToldProblem = {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly says: string;
  readonly facts: Problem["facts"];
  readonly place?: NonNullable<Problem["place"]>;
};

/**
 * `type` leads to the page of the code. `problems` holds all, the first of which is the document's
 * own.
 */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance?: string;
  readonly problems: readonly ToldProblem[];
};

export function tellProblem(
  { code, severity, says, facts, place }: Problem,
  language: Language,
): ToldProblem {
  return { code, severity, says: says[language], facts, ...(place ? { place } : {}) };
}

export function problemDocument(
  problems: readonly [Problem, ...Problem[]],
  language: Language,
  instance?: string,
): ProblemDocument {
  const [first] = problems;
  return {
    type: `/docs/problems#${first.code}`,
    title: first.says[language],
    status: problemKinds[first.code].status,
    code: first.code,
    ...(instance === undefined ? {} : { instance }),
    problems: problems.map((one) => tellProblem(one, language)),
  };
}

/** The language a reader asks for first among ours; English where it asks for neither. */
export function preferredLanguage(accepted: string | undefined): Language {
  const ranked = (accepted ?? "")
    .split(",")
    .slice(0, 20)
    .map((part, index) => {
      const [tag = "", weight] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { tag: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ tag, weight }) => (tag === "es" || tag === "en") && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return ranked[0]?.tag === "es" ? "es" : "en";
}
