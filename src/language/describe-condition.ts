/** Conditions in words: clauses that follow "si" and "if". */
import type { Language } from "../engine/agreement.ts";
import type { ConditionEntry, ConditionSpec, Scalar, TestSpec } from "../engine/condition.ts";
import { testOf } from "./condition-walk.ts";
import { by, joined, quoted } from "./words.ts";
import { fieldPhrase, flagClause } from "./words-field.ts";

/** A condition as one clause: "es MQL y la prioridad es «urgente»". */
export function describeCondition(condition: ConditionSpec, language: Language): string {
  const { any, ...others } = condition;
  if (any !== undefined && Object.keys(others).length === 0) {
    return joined(clausesOf(any, language), "or", language);
  }
  return joined(
    Object.entries(condition).map(([key, entry]) => entryClause(key, entry, language)),
    "and",
    language,
  );
}

function entryClause(key: string, entry: ConditionEntry, language: Language): string {
  switch (key) {
    case "any":
      return grouped(clausesOf(entry, language), "or", language);
    case "all":
      return grouped(clausesOf(entry, language), "and", language);
    case "not":
      return by(
        language,
        `no se cumple que ${describeCondition(entry as ConditionSpec, language)}`,
        `it is not so that ${describeCondition(entry as ConditionSpec, language)}`,
      );
    case "is":
      return by(
        language,
        `es ${quoted(String(entry), "es")}`,
        `it is ${quoted(String(entry), "en")}`,
      );
    default:
      return fieldClause(key, entry, language);
  }
}

function clausesOf(entry: ConditionEntry, language: Language): readonly string[] {
  return (entry as readonly ConditionSpec[]).map((one) => {
    const clause = describeCondition(one, language);
    return Object.keys(one).length > 1 || "any" in one ? `(${clause})` : clause;
  });
}

/** Alternatives in brackets, so that what "o" joins cannot be misread. */
function grouped(clauses: readonly string[], word: "and" | "or", language: Language): string {
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) return only;
  return word === "or" ? `(${joined(clauses, word, language)})` : joined(clauses, word, language);
}

function fieldClause(field: string, entry: ConditionEntry, language: Language): string {
  const isFlag = typeof entry === "boolean" ? flagClause(field, entry, language) : undefined;
  if (isFlag) return isFlag;
  const predicates = Object.entries(testOf(entry)).map(([test, wanted]) =>
    predicateOf[test as keyof TestSpec](wanted, language),
  );
  return `${fieldPhrase(field, language)} ${joined(predicates, "and", language)}`;
}

type Predicate = (wanted: unknown, language: Language) => string;

/** What follows the field, by test. */
const predicateOf: Readonly<Record<keyof TestSpec, Predicate>> = {
  in: (wanted, language) => isOneOf(wanted as readonly Scalar[], language),
  notIn: (wanted, language) => isNoneOf(wanted as readonly Scalar[], language),
  atLeast: (wanted, language) =>
    by(language, `es ${value(wanted, "es")} o más`, `is ${value(wanted, "en")} or more`),
  atMost: (wanted, language) =>
    by(language, `es ${value(wanted, "es")} o menos`, `is ${value(wanted, "en")} or less`),
  above: (wanted, language) =>
    by(language, `es más de ${value(wanted, "es")}`, `is more than ${value(wanted, "en")}`),
  below: (wanted, language) =>
    by(language, `es menos de ${value(wanted, "es")}`, `is less than ${value(wanted, "en")}`),
  like: (wanted, language) =>
    by(
      language,
      `sigue el patrón ${quoted(String(wanted), "es")}`,
      `matches ${quoted(String(wanted), "en")}`,
    ),
  exists: (wanted, language) =>
    wanted === true
      ? by(language, "tiene valor", "has a value")
      : by(language, "no tiene valor", "has no value"),
  changed: (wanted, language) =>
    wanted === true
      ? by(language, "acaba de cambiar", "has just changed")
      : by(language, "no acaba de cambiar", "has not just changed"),
};

function isOneOf(wanted: readonly Scalar[], language: Language): string {
  if (wanted.length === 1 && wanted[0] === null)
    return by(language, "no tiene valor", "has no value");
  const values = wanted.map((one) => value(one, language));
  return `${by(language, "es", "is")} ${joined(values, "or", language)}`;
}

function isNoneOf(wanted: readonly Scalar[], language: Language): string {
  const values = wanted.map((one) => value(one, language));
  return by(language, `no es ${values.join(" ni ")}`, `is neither ${values.join(" nor ")}`).replace(
    /^is neither ([^ ]+)$/,
    "is not $1",
  );
}

function value(wanted: unknown, language: Language): string {
  if (typeof wanted === "string") return quoted(wanted, language);
  if (wanted === null) return by(language, "vacío", "empty");
  if (wanted === true) return by(language, "verdadero", "true");
  if (wanted === false) return by(language, "falso", "false");
  return String(wanted);
}
