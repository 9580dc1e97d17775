/** The first text of a new agreement. */
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import { fits } from "../language/format.ts";
import { editText, printDocument } from "../language/print.ts";
import { valueAt } from "./editor-change.ts";
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

/** The name that a text gives its agreement; "" for none. */
export function nameInText(text: string): string {
  return String(valueAt(readText(text).value, "metadata.name") ?? "");
}
