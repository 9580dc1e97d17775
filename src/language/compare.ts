/**
 * Two revisions side by side, clause by clause: what was added, what went, what changed.
 *
 * Lists whose entries have an id are compared by id, so a clause that moved is not a change.
 */
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { isPlainMap } from "./form.ts";
import { keysOf, under } from "./path.ts";
import { quoted } from "./words.ts";

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
  const [olds, nows] = [orderedOf(before), orderedOf(after)];
  if (olds && nows && olds.length === nows.length) {
    return olds.flatMap((entry, index) => changesAt(entry, nows[index], under(path, index)));
  }
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

/** The entries of a list of clauses without ids, where each says what the ones before left over. */
function orderedOf(value: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(value) || clausesOf(value)) return undefined;
  return value.every(isPlainMap) ? value : undefined;
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
  const [es, en] = [clauseName(path, "es"), clauseName(path, "en")];
  if (before === undefined) {
    const says = { es: `${es}: se añade ${now}.`, en: `${en}: ${now} is added.` };
    return { kind: "added", path, after, says };
  }
  if (after === undefined) {
    const says = { es: `${es}: se quita ${old}.`, en: `${en}: ${old} is taken away.` };
    return { kind: "removed", path, before, says };
  }
  const says = { es: `${es}: ${old} pasa a ser ${now}.`, en: `${en}: ${old} becomes ${now}.` };
  return { kind: "changed", path, before, after, says };
}

const clauses: Readonly<Record<string, Sentence>> = {
  parties: { es: "Parte", en: "Party" },
  definitions: { es: "Término", en: "Term" },
  calendars: { es: "Calendario", en: "Calendar" },
  services: { es: "Servicio", en: "Service" },
  handoffs: { es: "Entrega", en: "Hand-over" },
  commitments: { es: "Compromiso", en: "Commitment" },
  exclusions: { es: "Exclusión", en: "Exclusion" },
  remedies: { es: "Consecuencia", en: "Remedy" },
  escalations: { es: "Escalado", en: "Escalation" },
};

/** "Compromiso «primer-contacto», target[2].within"; the keys alone for what has no name. */
function clauseName(path: string, language: Language): string {
  const [top, section = "", id, ...rest] = keysOf(path);
  const name = Object.hasOwn(clauses, section) ? clauses[section] : undefined;
  if (top !== "spec" || !name || id === undefined) return path.replace(/^spec\./, "");
  const inside = rest.reduce<string>((sofar, key) => under(sofar, key), "");
  const clause = `${name[language]} ${quoted(String(id), language)}`;
  return inside === "" ? clause : `${clause}, ${inside}`;
}

/** A value as its file would say it on one line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (!isPlainMap(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${shown(entry)}`)
    .join(", ")}}`;
}
