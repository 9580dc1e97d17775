/**
 * Shapes: what a document may hold, as data.
 *
 * The reader checks with these tables, `schema/*.json` is made from them, and the compiler holds
 * them to the types of engine/agreement.ts: a key that one of them lacks does not compile.
 */
import type { FormatName } from "./format.ts";

export type Shape =
  | TextShape
  | {
      readonly is: "number";
      readonly least?: number;
      readonly most?: number;
      readonly whole?: boolean;
    }
  | { readonly is: "flag" }
  | { readonly is: "scalar" }
  | { readonly is: "anything" }
  | { readonly is: "word"; readonly words: readonly string[] }
  | ListShape
  | MapShape
  | RecordShape
  | { readonly is: "either"; readonly choices: readonly Shape[] }
  | { readonly is: "condition" }
  | { readonly is: "calendar" };

/** What a name in a document may refer to. */
export type Family =
  | "party"
  | "decider"
  | "told"
  | "team"
  | "service"
  | "calendar"
  | "escalation"
  | "commitment";

export type TextShape = {
  readonly is: "text";
  readonly format?: FormatName;
  readonly refers?: Family;
};
export type ListShape = {
  readonly is: "list";
  readonly of: Shape;
  readonly least: number;
  readonly most: number;
};
export type MapShape = {
  readonly is: "map";
  readonly of: Shape;
  readonly names?: FormatName;
  readonly most: number;
};

/** A shape and what the key it stands under means, in English and in Spanish. */
export type Field = readonly [shape: Shape, en: string, es: string];

/**
 * A map of fixed keys; one that ends in "?" may be absent. `exactlyOne`: groups of keys of which
 * one and only one is there. `atMostOne`: the same, or none. `needs`: keys that only make sense
 * beside others.
 */
export type RecordShape = {
  readonly is: "record";
  readonly keys: Readonly<Record<string, Field>>;
  readonly exactlyOne?: readonly (readonly string[])[];
  readonly atMostOne?: readonly (readonly string[])[];
  readonly needs?: Readonly<Record<string, string>>;
};

type KeyOfAny<T> = T extends unknown ? keyof T & string : never;

/** The keys of `T` with a question mark on those that some value of `T` lacks. */
type MarkedKeys<T> = {
  [K in KeyOfAny<T>]: [T] extends [Record<K, unknown>] ? K : `${K}?`;
}[KeyOfAny<T>];

/** A record whose keys are exactly those of `T`, marked optional where they are. */
export function record<T>(
  keys: Readonly<Record<MarkedKeys<T>, Field>>,
  rules: Omit<RecordShape, "is" | "keys"> = {},
): RecordShape {
  return { is: "record", keys, ...rules };
}

export const text: TextShape = { is: "text" };
export const flag: Shape = { is: "flag" };
export const scalar: Shape = { is: "scalar" };
export const anything: Shape = { is: "anything" };
export const condition: Shape = { is: "condition" };
export const calendar: Shape = { is: "calendar" };

export function formatted(format: FormatName): TextShape {
  return { is: "text", format };
}

/** The name of something that the agreement has to have. */
export function nameOf(refers: Family): TextShape {
  return { is: "text", format: "name", refers };
}

/** As `nameOf`, where a word or an address may stand instead of a name. */
export function whom(refers: "decider" | "told" | "team"): TextShape {
  return { is: "text", refers };
}

export function word(...words: readonly string[]): Shape {
  return { is: "word", words };
}

export function number(least?: number, most?: number): Shape {
  return {
    is: "number",
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  };
}

export function whole(least: number, most: number): Shape {
  return { is: "number", whole: true, least, most };
}

/** A list of at least one entry, and at most 1,000 unless told. */
export function list(of: Shape, most = 1_000): ListShape {
  return { is: "list", of, least: 1, most };
}

/** A list that may be empty: an empty one says something ("closed on that date"). */
export function maybeEmpty(of: Shape, most = 1_000): ListShape {
  return { is: "list", of, least: 0, most };
}

export function mapOf(of: Shape, names?: FormatName, most = 1_000): MapShape {
  return { is: "map", of, most, ...(names && { names }) };
}

export function either(...choices: readonly Shape[]): Shape {
  return { is: "either", choices };
}

export type Key = { readonly name: string; readonly optional: boolean; readonly field: Field };

/** The keys of a record with the marks taken off. */
export function keysOfRecord(shape: RecordShape): readonly Key[] {
  return Object.entries(shape.keys).map(([marked, field]) => {
    const optional = marked.endsWith("?");
    return { name: optional ? marked.slice(0, -1) : marked, optional, field };
  });
}
