/** The first text of a new agreement. */
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import { isPlainMap } from "../language/form.ts";
import { fits } from "../language/format.ts";
import { leavesOf } from "../language/leaves.ts";
import { type Change, editText, printDocument } from "../language/print.ts";
import { agreementShape } from "../language/shapes/agreement.ts";
import { entriesAt, freeName, namesAt, valueAt } from "./editor-change.ts";
import { readText } from "./editor-reading.ts";

export type Wanted = {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  readonly parties: readonly [one: string, other: string];
  readonly timeZone: string;
  /** The first day of its term. */
  readonly from: string;
};

/** "Soporte estándar" is called "soporte-estandar". */
export function nameOfTitle(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 63)
    .replace(/-+$/, "");
}

export function isName(text: string): boolean {
  return fits(text, "name");
}

/** An agreement that still has to say what it is for and what is promised. */
export function emptyText(wanted: Wanted): string {
  const { name, title, language, timeZone, from } = wanted;
  const parties = wanted.parties.map((party, index) => ({
    id: nameOfTitle(party) || `party-${index + 1}`,
    title: party,
    kind: "team" as const,
    role: ["provider", "consumer"] as const,
  }));
  const spec = { purpose: "", parties, term: { from, timeZone } };
  const document = {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name, title, language },
    spec,
  };
  return printDocument(document as unknown as AgreementDocument);
}

/** A text under another name and title; one that YAML cannot read is left for the editor. */
export function renamedText(text: string, name: string, title?: string): string {
  const { isWhole, index, value } = readText(text);
  if (!isWhole || typeof valueAt(value, "metadata") !== "object") return text;
  const titled = title === undefined ? [] : [{ path: "metadata.title", value: title }];
  return editText(text, [{ path: "metadata.name", value: name }, ...titled], index);
}

type Promising = { readonly latest: { readonly commitments: readonly { id: string }[] } | null };

/** What agreements promise under: of two promises of one name at one level neither would hold. */
export function promisedIn(agreements: readonly Promising[]): readonly string[] {
  return agreements.flatMap(({ latest }) => latest?.commitments.map(({ id }) => id) ?? []);
}

/**
 * A text whose commitments are called as none of `promised` is, and so wherever it names them. One
 * that extends others stays as it is: its ids say which inherited commitments they stand for.
 */
export function repromisedText(text: string, promised: readonly string[]): string {
  const { isWhole, index, value } = readText(text);
  if (!isWhole || valueAt(value, "spec.extends") !== undefined) return text;
  const own = namesAt(value, "spec.commitments");
  const names = new Map<string, string>();
  for (const id of own) {
    const others = [...promised, ...names.values(), ...own.filter((other) => other !== id)];
    names.set(id, freeName(id, others));
  }
  return editText(text, [...idsUnder(value, names), ...keysUnder(value, names)], index);
}

type Names = ReadonlyMap<string, string>;

/** Where a commitment is named by a value: its own id, and what refers to it. */
function idsUnder(value: unknown, names: Names): readonly Change[] {
  const ids = entriesAt(value, "spec.commitments").map(({ path }) => `${path}.id`);
  const referring = leavesOf(value, agreementShape, "").flatMap(({ shape, path }) =>
    shape.is === "text" && shape.refers === "commitment" ? [path] : [],
  );
  return [...ids, ...referring].flatMap((path) => {
    const id = valueAt(value, path);
    const name = typeof id === "string" ? names.get(id) : undefined;
    return name === undefined || name === id ? [] : [{ path, value: name }];
  });
}

/** Where it is named by a key: what pools and points of remedies are shared out over. */
function keysUnder(value: unknown, names: Names): readonly Change[] {
  const maps = entriesAt(value, "spec.remedies").flatMap(({ path }) => [
    `${path}.pool.weights`,
    `${path}.points.each`,
  ]);
  return maps.flatMap((path) => {
    const shares = valueAt(value, path);
    if (!isPlainMap(shares) || !Object.keys(shares).some((id) => names.get(id) !== id)) return [];
    const named = Object.entries(shares).map(([id, share]) => [names.get(id) ?? id, share]);
    return [{ path, value: Object.fromEntries(named) }];
  });
}

/** The name that a text gives its agreement; "" for none. */
export function nameInText(text: string): string {
  return String(valueAt(readText(text).value, "metadata.name") ?? "");
}
