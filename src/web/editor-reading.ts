/** The text of an editor as the form and the list of problems see it. */
import type { AcuerdoDocument, AgreementDocument } from "../engine/agreement.ts";
import { type Problem, problem } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { checkSet } from "../language/check.ts";
import { isPlainMap } from "../language/form.ts";
import { readDocuments } from "../language/reader.ts";
import { agreementShape } from "../language/shapes/agreement.ts";
import { soundPart } from "../language/sound.ts";
import { readTrees, type Tree } from "../language/yaml-tree.ts";

/**
 * `value` is the agreement as far as YAML can read it, whatever else is wrong with it; `sound` the
 * part of it that has its shape. `index` is its place among the documents of the text.
 */
export type Reading = {
  readonly text: string;
  readonly index: number;
  readonly isWhole: boolean;
  readonly value: unknown;
  readonly sound: AgreementDocument | undefined;
  /** The character at which a value was written, or the nearest above it that was. */
  readonly offsetOf: (path: string) => number;
};

export function readText(text: string): Reading {
  const { trees } = readTrees(text);
  const found = trees.findIndex(({ value }) => isPlainMap(value) && value.kind === "Agreement");
  const index = Math.max(0, found);
  const tree = trees[index];
  const value = tree?.value;
  const isWhole = tree?.isWhole === true && isPlainMap(value);
  const sound = isWhole ? (soundPart(value, agreementShape).value as AgreementDocument) : undefined;
  const offsetOf = (path: string): number => nearest(tree, path);
  return { text, index, isWhole, value, sound, offsetOf };
}

function nearest(tree: Tree | undefined, path: string): number {
  const offset = tree?.keys.get(path) ?? tree?.values.get(path);
  if (offset !== undefined) return offset;
  const shorter = path.replace(/(\.[^.[\]]+|\[[^[\]]*\]|^[^.[\]]+)$/, "");
  return shorter === path ? 0 : nearest(tree, shorter);
}

type Beside = { readonly others: readonly AcuerdoDocument[]; readonly now: Instant };

/** What there is to say of a text beside the documents that stand, in the order of its lines. */
export function problemsOfText(text: string, { others, now }: Beside): readonly Problem[] {
  const { documents, problems } = readDocuments(text);
  if (documents.length === 0 && problems.length === 0) {
    return [problem("document-needed", { kind: "Agreement" })];
  }
  const own = new Set(documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
  const rest = others.filter(({ kind, metadata }) => !own.has(`${kind} ${metadata.name}`));
  return [...problems, ...checkSet([...rest, ...documents], { now }, documents)];
}
