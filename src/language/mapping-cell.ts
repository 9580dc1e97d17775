/** One cell of a CSV to a value. */
import { dayNumber } from "../engine/calendar-date.ts";
import { type Problem, problem } from "../engine/problem.ts";
import { DAY, type Instant, instantText } from "../engine/time.ts";
import { instantAt, readTime } from "../engine/zone.ts";
import { compileDateFormat, type DateReader, type WallTime } from "./date-format.ts";
import type { ColumnRule, MappingSpec, ValueRule } from "./mapping.ts";

export type Cells = readonly string[];

/** `value` undefined: the cell is empty and says nothing. */
export type Cell =
  | { readonly value: unknown; readonly problem?: never }
  | { readonly value?: never; readonly problem: Problem };

export type CellReader = (cells: Cells) => Cell;

type Index = (column: string) => number;

export function isEmptyCell({ empty }: MappingSpec, text: string): boolean {
  return text === "" || (empty?.includes(text) ?? false);
}

/** The time in a column; undefined where the cell is empty. */
export function compileMoment(spec: MappingSpec, column: string, at: number) {
  const read = compileInstant(spec);
  const explain = compileComplaint(spec, column);
  return (cells: Cells): Instant | { readonly problem: Problem } | undefined => {
    const text = (cells[at] ?? "").trim();
    if (isEmptyCell(spec, text)) return undefined;
    return read(text) ?? { problem: explain(text) };
  };
}

export function compileCell(spec: MappingSpec, rule: ValueRule, index: Index): CellReader {
  if (typeof rule !== "object" || rule === null) return () => ({ value: rule });
  const at = index(rule.column);
  const read = rule.values ? compileValues(rule, rule.values) : compileKind(spec, rule);
  const explain = compileComplaint(spec, rule.column);
  return (cells) => {
    const text = (cells[at] ?? "").trim();
    if (isEmptyCell(spec, text)) return { value: rule.keepEmpty ? null : undefined };
    const value = read(text);
    return value === undefined ? { problem: explain(text) } : { value };
  };
}

function compileValues({ otherwise }: ColumnRule, values: NonNullable<ColumnRule["values"]>) {
  return (text: string): unknown => (Object.hasOwn(values, text) ? values[text] : otherwise);
}

function compileKind(spec: MappingSpec, { as = "text" }: ColumnRule): (text: string) => unknown {
  const instant = compileInstant(spec);
  const wall = compileWall(spec);
  const kinds = {
    text: (cell: string) => cell,
    number: (cell: string) => readNumber(cell, spec.decimal ?? "."),
    boolean: readBoolean,
    instant: (cell: string) => {
      const at = instant(cell);
      return at === undefined ? undefined : instantText(at);
    },
    date: (cell: string) => {
      const read = wall(cell);
      return typeof read === "object" ? read.date : undefined;
    },
  };
  return kinds[as];
}

/** Wall times take the mapping's zone; without one they are no instants. */
function compileInstant(spec: MappingSpec): (text: string) => Instant | undefined {
  const read = compileWall(spec);
  const { timeZone } = spec;
  return (text) => {
    const found = read(text);
    if (typeof found !== "object") return found;
    if (timeZone === undefined) return undefined;
    const wall = (dayNumber(found.date) ?? 0) * DAY + (readTime(found.time) ?? 0);
    return (instantAt(timeZone, wall) + found.millis) as Instant;
  };
}

function compileWall({ dates = ["iso"] }: MappingSpec): DateReader {
  const readers = dates.flatMap((form) => compileDateFormat(form) ?? []);
  return (text) => {
    for (const read of readers) {
      const found: Instant | WallTime | undefined = read(text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function readNumber(text: string, decimal: "." | ","): number | undefined {
  const plain = decimal === "," ? text.replaceAll(".", "").replace(",", ".") : text;
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
}

const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  si: true,
  sí: true,
  "1": true,
  false: false,
  no: false,
  "0": false,
};

function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return Object.hasOwn(booleans, lower) ? booleans[lower] : undefined;
}

/** A wall time that nobody gave a zone is another mistake than a text that is no time. */
function compileComplaint(spec: MappingSpec, column: string) {
  const wall = compileWall(spec);
  return (text: string): Problem => {
    const isZoneless = spec.timeZone === undefined && typeof wall(text) === "object";
    const code = isZoneless ? "cell-without-zone" : "cell-unreadable";
    return problem(code, { column, text: text.slice(0, 60) });
  };
}
