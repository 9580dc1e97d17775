/** One row of a CSV to the events it holds: a mapping compiled against a header. */

import { type Condition, compileCondition, plainTerms } from "../engine/condition.ts";
import type { Attributes, Event } from "../engine/event.ts";
import { type Problem, problem, Refusal } from "../engine/problem.ts";
import { type Instant, instantText } from "../engine/time.ts";
import type { EventRule, Mapping, MappingSpec } from "./mapping.ts";
import {
  type CellReader,
  type Cells,
  compileCell,
  compileMoment,
  isEmptyCell,
} from "./mapping-cell.ts";
import { closest } from "./similar.ts";

/** What a row turned out to be. `label` is what the file itself says of the commitment. */
export type RowResult =
  | {
      readonly is: "events";
      readonly events: readonly Event[];
      readonly moved: number;
      readonly label?: RowLabel;
    }
  | { readonly is: "ignored" }
  | { readonly is: "unknown"; readonly problems: readonly Problem[] }
  | { readonly is: "refused"; readonly problems: readonly Problem[] };

export type RowLabel = { readonly subject: string; readonly says: "met" | "breached" };

export type RowReader = (cells: readonly string[], line: number) => RowResult;

/**
 * Compiles a mapping for a file with that header. Refuses columns that the header lacks, all at
 * once.
 */
export function compileRow(mapping: Mapping, header: readonly string[]): RowReader {
  refuseMissingColumns(mapping, header);
  const { spec } = mapping;
  const scope: Scope = { spec, index: (column) => header.indexOf(column) };
  const ignored = (spec.ignore ?? []).map(({ when }) => compileWhen(when, header));
  const rules = spec.events.map((rule) => compileEvent(rule, scope, header));
  const labelOf = compileLabel(scope);
  const subjectAt = scope.index(spec.subject.id);
  return (cells, line) => {
    if (cells.length !== header.length) {
      const counts = { cells: cells.length, columns: header.length };
      return { is: "refused", problems: [problem("row-length", counts)] };
    }
    if (ignored.some((matches) => matches(cells))) return { is: "ignored" };
    const id = cells[subjectAt] ?? "";
    if (isEmptyCell(spec, id)) {
      const { id: column } = spec.subject;
      return { is: "refused", problems: [problem("cell-missing", { column })] };
    }
    const subject = `${spec.subject.kind}/${id}`;
    return gather(rules, { cells, line, subject }, labelOf(cells, subject));
  };
}

type Scope = { readonly spec: MappingSpec; readonly index: (column: string) => number };
type Row = { readonly cells: Cells; readonly line: number; readonly subject: string };
type Found = { readonly event: Event; readonly isMoved: boolean };
type RowRule = (row: Row) => Found | readonly Problem[] | undefined;

function gather(rules: readonly RowRule[], row: Row, label: RowLabel | undefined): RowResult {
  const events: Event[] = [];
  const problems: Problem[] = [];
  let moved = 0;
  for (const rule of rules) {
    const result = rule(row);
    if (isProblems(result)) problems.push(...result);
    if (!result || isProblems(result)) continue;
    events.push(result.event);
    if (result.isMoved) moved += 1;
  }
  if (problems.length > 0) return { is: "refused", problems };
  if (events.length === 0) return { is: "unknown", problems: [problem("row-unknown")] };
  return { is: "events", events, moved, ...(label ? { label } : {}) };
}

function isProblems(result: ReturnType<RowRule>): result is readonly Problem[] {
  return Array.isArray(result);
}

function compileEvent(rule: EventRule, scope: Scope, header: readonly string[]): RowRule {
  const { spec, index } = scope;
  const matches = compileWhen(rule.when, header);
  const moment = compileMoment(spec, rule.at, index(rule.at));
  const { after = rule.at } = rule;
  const earlier = rule.after === undefined ? undefined : compileMoment(spec, after, index(after));
  const identify = compileIdentity(rule, scope);
  const sequence = compileSequence(rule, scope);
  const actor = compileActor(rule, scope);
  const data = compileData(rule, scope);
  return (row) => {
    const { cells, subject } = row;
    if (!matches(cells)) return undefined;
    const said = moment(cells);
    if (said === undefined) return undefined;
    const attributes = data(cells);
    if (typeof said !== "number") return [said.problem];
    if (Array.isArray(attributes)) return attributes;
    const at = notBefore(said, earlier?.(cells));
    const event: Event = {
      id: identify(row, instantText(at)),
      source: spec.source,
      type: rule.type,
      subject,
      occurredAt: at,
      ...sequence(row),
      ...actor(cells),
      ...(attributes ? { data: attributes as Attributes } : {}),
    };
    return { event, isMoved: at !== said };
  };
}

/** Imports stamp some ends before their beginnings: such an end comes right after. */
function notBefore(at: Instant, earlier: Instant | { readonly problem: Problem } | undefined) {
  return typeof earlier === "number" && at <= earlier ? ((earlier + 1) as Instant) : at;
}

/** Made from what the event says, so that the same row in a later export is the same event. */
function compileIdentity({ id, type }: EventRule, { index }: Scope) {
  const column = id === undefined ? -1 : index(id);
  return ({ cells, subject }: Row, at: string): string => {
    const own = cells[column];
    return own ? own : `${subject}:${type}:${at}`;
  };
}

function compileSequence({ sequence }: EventRule, { index }: Scope) {
  if (sequence === undefined) return () => ({});
  if (sequence === "line") return ({ line }: Row) => ({ sequence: line });
  const column = index(sequence);
  return ({ cells }: Row) => (cells[column] ? { sequence: cells[column] } : {});
}

function compileActor({ actor }: EventRule, { index }: Scope) {
  if (!actor) return () => ({});
  const { id, kind } = actor;
  const column = id === undefined ? -1 : index(id);
  return (cells: Cells) => {
    const who = cells[column];
    return { actor: { ...(who ? { id: who } : {}), ...(kind ? { kind } : {}) } };
  };
}

type DataReader = (cells: Cells) => Attributes | readonly Problem[] | undefined;

function compileData({ data }: EventRule, { spec, index }: Scope): DataReader {
  const readers = Object.entries(data ?? {}).map(
    ([field, rule]) => [field.split("."), compileCell(spec, rule, index)] as const,
  );
  if (readers.length === 0) return () => undefined;
  return (cells) => {
    const attributes: Record<string, unknown> = {};
    const problems = readers.flatMap(([path, read]) => setCell(attributes, path, read(cells)));
    return problems.length > 0 ? problems : attributes;
  };
}

function setCell(
  attributes: Record<string, unknown>,
  path: readonly string[],
  cell: ReturnType<CellReader>,
): readonly Problem[] {
  if (cell.problem) return [cell.problem];
  if (cell.value === undefined) return [];
  let map = attributes;
  for (const key of path.slice(0, -1)) {
    const below = (map[key] ?? {}) as Record<string, unknown>;
    map[key] = below;
    map = below;
  }
  map[path.at(-1) ?? ""] = cell.value;
  return [];
}

/** The condition language of agreements, over the row's own texts. */
function compileWhen(when: EventRule["when"], header: readonly string[]) {
  if (!when) return () => true;
  const condition: Condition = compileCondition(when, plainTerms);
  const event = { id: "", source: "", type: "", subject: "", occurredAt: 0 } as unknown as Event;
  return (cells: Cells): boolean => {
    const attributes = Object.fromEntries(header.map((column, index) => [column, cells[index]]));
    return condition({ subject: "", isNew: false, attributes, before: {}, event });
  };
}

function compileLabel({ spec, index }: Scope) {
  const { label } = spec;
  if (!label) return () => undefined;
  const column = index(label.column);
  return (cells: Cells, subject: string): RowLabel | undefined => {
    const text = cells[column] ?? "";
    if (label.met.includes(text)) return { subject, says: "met" };
    return label.breached.includes(text) ? { subject, says: "breached" } : undefined;
  };
}

function refuseMissingColumns({ spec, placeOf, file }: Mapping, header: readonly string[]): void {
  const problems = columnsNamed(spec)
    .filter(({ column }) => !header.includes(column))
    .map(({ column, path }) => {
      const nearest = closest(column, header);
      const place = placeOf(path);
      return nearest
        ? problem("column-unknown-near", { column, nearest }, place)
        : problem("column-unknown", { column, known: header.slice(0, 40).join(", ") }, place);
    });
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) problems.push(problem("column-twice", { column: twice }, { file }));
  const [first, ...rest] = problems;
  if (first) throw new Refusal([first, ...rest]);
}

type NamedColumn = { readonly column: string; readonly path: string };

function columnsNamed({ subject, events, label }: MappingSpec): readonly NamedColumn[] {
  const named: NamedColumn[] = [{ column: subject.id, path: "spec.subject.id" }];
  if (label) named.push({ column: label.column, path: "spec.label.column" });
  for (const [number, { at, after, id, sequence, actor, data }] of events.entries()) {
    const path = `spec.events[${number}]`;
    named.push({ column: at, path: `${path}.at` });
    if (after !== undefined) named.push({ column: after, path: `${path}.after` });
    if (id !== undefined) named.push({ column: id, path: `${path}.id` });
    if (actor?.id !== undefined) named.push({ column: actor.id, path: `${path}.actor.id` });
    if (sequence !== undefined && sequence !== "line") {
      named.push({ column: sequence, path: `${path}.sequence` });
    }
    for (const [field, rule] of Object.entries(data ?? {})) {
      if (typeof rule !== "object" || rule === null) continue;
      named.push({ column: rule.column, path: `${path}.data.${field}.column` });
    }
  }
  return named;
}
