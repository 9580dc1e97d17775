/**
 * Whether a plain value has the shape it should: every fault of it at once, each with its path.
 */
import type { Facts, ProblemCode } from "../engine/problem.ts";
import { type Format, fits, formats } from "./format.ts";
import { under } from "./path.ts";
import {
  type Key,
  keysOfRecord,
  type ListShape,
  type MapShape,
  type RecordShape,
  type Shape,
  type TextShape,
} from "./shape.ts";
import { calendarShapes } from "./shapes/calendar.ts";
import { testShape } from "./shapes/condition.ts";
import { closest } from "./similar.ts";

/** A fault at the value of `path`, or at its key. */
export type Fault = {
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly path: string;
  readonly at: "key" | "value";
};

type Faults = readonly Fault[];
type PlainMap = Readonly<Record<string, unknown>>;

export function faultsOf(value: unknown, shape: Shape, path: string): Faults {
  if (value === null && shape.is !== "scalar" && shape.is !== "anything")
    return fault("value-missing", path);
  switch (shape.is) {
    case "anything":
      return [];
    case "text":
      return faultsOfText(value, shape, path);
    case "number":
      return faultsOfNumber(value, shape, path);
    case "flag":
      return typeof value === "boolean" ? [] : fault("flag-wanted", path, { value: shown(value) });
    case "scalar":
      return isScalarValue(value) ? [] : fault("scalar-wanted", path, { value: shown(value) });
    case "word":
      return faultsOfWord(value, shape.words, path);
    case "list":
      return faultsOfList(value, shape, path);
    case "map":
      return faultsOfMap(value, shape, path);
    case "record":
      return faultsOfRecord(value, shape, path);
    case "either":
      return faultsOf(value, chosen(value, shape.choices), path);
    case "condition":
      return faultsOfCondition(value, path);
    case "calendar":
      return faultsOf(value, chosen(value, calendarShapes), path);
  }
}

function fault(
  code: ProblemCode,
  path: string,
  facts: Facts = {},
  at: Fault["at"] = "value",
): Faults {
  return [{ code, facts, path, at }];
}

function faultsOfText(value: unknown, { format }: TextShape, path: string): Faults {
  const rule: Format | undefined = format && formats[format];
  const isWritten = typeof value === "string" || typeof value === "number";
  const explained = isWritten ? rule?.explain?.(value) : undefined;
  if (explained) return fault(explained.code, path, explained.facts);
  if (typeof value !== "string") return fault("text-wanted", path, { value: shown(value) });
  if (value.trim() === "") return fault("text-empty", path);
  if (!format || !rule || fits(value, format)) return [];
  return fault(rule.code, path, { value: cut(value) });
}

type NumberShape = Extract<Shape, { readonly is: "number" }>;

function faultsOfNumber(value: unknown, shape: NumberShape, path: string): Faults {
  if (typeof value !== "number") return fault("number-wanted", path, { value: shown(value) });
  if (!Number.isFinite(value)) return [];
  if (shape.whole && !Number.isInteger(value)) return fault("number-whole", path, { value });
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = shape;
  return value < least || value > most ? fault("number-outside", path, { value, least, most }) : [];
}

function faultsOfWord(value: unknown, words: readonly string[], path: string): Faults {
  const known = words.join(", ");
  if (typeof value !== "string") return fault("word-unknown", path, { value: shown(value), known });
  if (words.includes(value)) return [];
  const similar = closest(value, words);
  return similar
    ? fault("word-misspelt", path, { value: cut(value), similar })
    : fault("word-unknown", path, { value: cut(value), known });
}

function faultsOfList(value: unknown, { of, least, most }: ListShape, path: string): Faults {
  if (!Array.isArray(value)) return fault("list-wanted", path, { value: shown(value) });
  if (value.length < least) return fault("list-empty", path);
  const excess =
    value.length > most ? fault("list-too-long", path, { count: value.length, limit: most }) : [];
  return [
    ...excess,
    ...value.slice(0, most).flatMap((entry, index) => faultsOf(entry, of, under(path, index))),
  ];
}

function faultsOfMap(value: unknown, { of, names, most }: MapShape, path: string): Faults {
  if (!isPlainMap(value)) return fault("map-wanted", path, { value: shown(value) });
  const entries = Object.entries(value);
  const excess =
    entries.length > most
      ? fault("list-too-long", path, { count: entries.length, limit: most })
      : [];
  return [
    ...excess,
    ...entries.slice(0, most).flatMap(([name, entry]) => {
      const at = under(path, name);
      const isNamed = !names || fits(name, names);
      const named = isNamed ? [] : fault(formats[names].code, at, { value: cut(name) }, "key");
      return [...named, ...faultsOf(entry, of, at)];
    }),
  ];
}

function faultsOfRecord(value: unknown, shape: RecordShape, path: string): Faults {
  if (!isPlainMap(value)) return fault("map-wanted", path, { value: shown(value) });
  const keys = keysOfRecord(shape);
  const known = new Map(keys.map((key) => [key.name, key]));
  return [
    ...Object.entries(value).flatMap(([name, entry]) => {
      const key = known.get(name);
      const at = under(path, name);
      return key ? faultsOf(entry, key.field[0], at) : unknownKey(name, keys, at);
    }),
    ...missingKeys(value, keys, path),
    ...faultsOfChoices(value, shape, path),
  ];
}

/** Keys that are not there; one that is there misspelt is told once. */
function missingKeys(value: PlainMap, keys: readonly Key[], path: string): Faults {
  const names = keys.map(({ name }) => name);
  const meant = Object.keys(value).map((key) => (names.includes(key) ? key : closest(key, names)));
  return keys.flatMap(({ name, optional }) =>
    optional || meant.includes(name) ? [] : fault("key-missing", path, { key: name }),
  );
}

function unknownKey(key: string, keys: readonly Key[], path: string): Faults {
  const names = keys.map(({ name }) => name);
  const similar = closest(key, names);
  return similar
    ? fault("key-misspelt", path, { key: cut(key), similar }, "key")
    : fault("key-unknown", path, { key: cut(key), known: names.join(", ") }, "key");
}

function faultsOfChoices(value: PlainMap, shape: RecordShape, path: string): Faults {
  const groups = shape.exactlyOne ?? [];
  return [
    ...groups.flatMap((keys) => {
      const present = keys.filter((key) => Object.hasOwn(value, key));
      if (present.length === 0) return fault("key-choice-missing", path, { keys: keys.join(", ") });
      if (present.length === 1) return [];
      const second = under(path, present[1] ?? "");
      return fault("key-choice-double", second, { keys: present.join(", ") }, "key");
    }),
    ...Object.entries(shape.needs ?? {}).flatMap(([key, needs]) => {
      const isAlone = Object.hasOwn(value, key) && !Object.hasOwn(value, needs);
      return isAlone ? fault("key-needs", under(path, key), { key, needs }, "key") : [];
    }),
  ];
}

function faultsOfCondition(value: unknown, path: string): Faults {
  if (!isPlainMap(value)) return fault("map-wanted", path, { value: shown(value) });
  const entries = Object.entries(value);
  if (entries.length === 0) return fault("map-empty", path);
  return entries.flatMap(([field, entry]) => faultsOfEntry(field, entry, under(path, field)));
}

const conditions: ListShape = { is: "list", of: { is: "condition" }, least: 1, most: 200 };
const joints: Readonly<Record<string, Shape>> = {
  any: conditions,
  all: conditions,
  not: { is: "condition" },
  is: { is: "text" },
};

function faultsOfEntry(field: string, entry: unknown, path: string): Faults {
  const joint = Object.hasOwn(joints, field) ? joints[field] : undefined;
  if (joint) return faultsOf(entry, joint, path);
  if (Array.isArray(entry)) return fault("condition-list", path, { field: cut(field) });
  if (!isPlainMap(entry)) return [];
  if (Object.keys(entry).length === 0) return fault("map-empty", path);
  return faultsOfRecord(entry, testShape, path);
}

/** The choice a value was most likely meant to be: of its kind, and with most of its keys. */
export function chosen(value: unknown, choices: readonly Shape[]): Shape {
  const fitting = choices.filter((shape) => admits(shape, value));
  const [first = choices[0] ?? { is: "scalar" }] = fitting;
  if (!isPlainMap(value))
    return fitting.find((shape) => faultsOf(value, shape, "").length === 0) ?? first;
  const keys = Object.keys(value);
  const shared = (shape: Shape): number =>
    shape.is === "record"
      ? keysOfRecord(shape).filter(({ name }) => keys.includes(name)).length
      : 0;
  return fitting.reduce((best, shape) => (shared(shape) > shared(best) ? shape : best), first);
}

function admits(shape: Shape, value: unknown): boolean {
  switch (shape.is) {
    case "text":
    case "word":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "scalar":
      return isScalarValue(value);
    case "list":
      return Array.isArray(value);
    case "either":
      return shape.choices.some((choice) => admits(choice, value));
    default:
      return isPlainMap(value);
  }
}

export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalarValue(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  return isPlainMap(value) ? "{…}" : cut(String(value));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
