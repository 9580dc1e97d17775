/**
 * Something wrong that has a name: a code, a place and a sentence in both languages.
 *
 * The tables in `problems/` are the only place where a problem's words are written; the server, the
 * command line, the editor and the reference page print them from there. `{name}` in a sentence
 * stands for the fact of that name.
 */
import { accountProblems } from "./problems/account.ts";
import { agreementProblems } from "./problems/agreement.ts";
import { calendarProblems } from "./problems/calendar.ts";
import { commandProblems } from "./problems/command.ts";
import { consequenceProblems } from "./problems/consequence.ts";
import { databaseProblems } from "./problems/database.ts";
import { documentProblems } from "./problems/document.ts";
import { eventProblems } from "./problems/event.ts";
import { judgingProblems } from "./problems/judging.ts";
import type { ProblemKind, Sentence } from "./problems/kind.ts";
import { measureProblems } from "./problems/measure.ts";
import { remedyProblems } from "./problems/remedy.ts";
import { requestProblems } from "./problems/request.ts";
import { tellingProblems } from "./problems/telling.ts";
import { textProblems } from "./problems/text.ts";

export const problemKinds = {
  ...accountProblems,
  ...agreementProblems,
  ...calendarProblems,
  ...commandProblems,
  ...consequenceProblems,
  ...databaseProblems,
  ...documentProblems,
  ...eventProblems,
  ...judgingProblems,
  ...measureProblems,
  ...remedyProblems,
  ...requestProblems,
  ...tellingProblems,
  ...textProblems,
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemKinds;

/** Where a problem is: line and column from 1, and the keys that lead there ("spec.term.from"). */
export type Place = {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
};

export type Facts = Readonly<Record<string, string | number>>;

export type Problem = {
  readonly code: ProblemCode;
  readonly severity: ProblemKind["severity"];
  readonly place?: Place;
  readonly facts: Facts;
  readonly says: Sentence;
};

/** The problem of that code, its sentences filled in with `facts`. */
export function problem(code: ProblemCode, facts: Facts = {}, place?: Place): Problem {
  const { severity, says } = problemKinds[code];
  const filled = { es: fill(says.es, facts), en: fill(says.en, facts) };
  return { code, severity, facts, says: filled, ...(place ? { place } : {}) };
}

/** What may not happen, by name: the only error this project throws on purpose. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map(({ says }) => says.en).join("\n"));
    this.name = "Refusal";
    this.code = problems[0].code;
    this.problems = problems;
  }
}

/** Throws the refusal of that code. */
export function refuse(code: ProblemCode, facts: Facts = {}, place?: Place): never {
  throw new Refusal([problem(code, facts, place)]);
}

function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
