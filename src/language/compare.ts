/**
 * Two revisions side by side, clause by clause: what was added, what went, what changed.
 *
 * Lists whose entries have an id are compared by id, so a clause that moved is not a change.
 */
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { isPlainMap } from "./form.ts";
import { under } from "./path.ts";

export type ClauseChange = {
  readonly kind: "added" | "removed" | "changed";
  /** The keys that lead there; an entry of a list with ids is named by its id. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly says: Sentence;
};

/** What `after` says differently from `before`, in the order of the document. */
export function compareRevisions(
  before: AgreementDocument,
  after: AgreementDocument,
): readonly ClauseChange[] {
  return [
    ...changesAt(before.metadata, after.metadata, "metadata"),
    ...changesAt(before.spec, after.spec, "spec"),
  ];
}

function changesAt(before: unknown, after: unknown, path: string): readonly ClauseChange[] {
  const [old, now] = [clausesOf(before), clausesOf(after)];
  if (!old || !now) return isSame(before, after) ? [] : [changeOf(before, after, path)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.flatMap((key) => {
    const at = under(path, key);
    if (!now.has(key)) return [changeOf(old.get(key), undefined, at)];
    if (!old.has(key)) return [changeOf(undefined, now.get(key), at)];
    return changesAt(old.get(key), now.get(key), at);
  });
}

/** The clauses of a map, or of a list whose entries have ids; undefined for a value of its own. */
function clausesOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (isPlainMap(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const ids = value.map((entry) => nameOfEntry(entry));
  const isNamed = ids.length > 0 && new Set(ids).size === ids.length && !ids.includes(undefined);
  return isNamed ? new Map(value.map((entry, index) => [String(ids[index]), entry])) : undefined;
}

function nameOfEntry(entry: unknown): string | undefined {
  if (!isPlainMap(entry)) return undefined;
  const name = entry.id ?? entry.party;
  return typeof name === "string" ? name : undefined;
}

/** Whether two values are the same; the order of keys says nothing, that of lists does. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
  }
  if (!isPlainMap(a) || !isPlainMap(b)) return Object.is(a, b);
  const [left, right] = [Object.keys(a), Object.keys(b)];
  return (
    left.length === right.length &&
    left.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function changeOf(before: unknown, after: unknown, path: string): ClauseChange {
  const [old, now] = [shown(before), shown(after)];
  if (before === undefined) {
    const says = { es: `Se añade ${path}: ${now}.`, en: `${path} is added: ${now}.` };
    return { kind: "added", path, after, says };
  }
  if (after === undefined) {
    const says = {
      es: `Se quita ${path}, que decía ${old}.`,
      en: `${path} is taken away; it said ${old}.`,
    };
    return { kind: "removed", path, before, says };
  }
  const says = {
    es: `${path} cambia de ${old} a ${now}.`,
    en: `${path} changes from ${old} to ${now}.`,
  };
  return { kind: "changed", path, before, after, says };
}

/** A value as its file would say it on one line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (!isPlainMap(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${shown(entry)}`)
    .join(", ")}}`;
}
