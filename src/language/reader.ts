/**
 * Agreement files: text to documents, or to every problem that keeps it from being one.
 * Docs: docs/reference/agreement.md#documents.
 */
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { type Place, type Problem, problem } from "../engine/problem.ts";
import { checkDraft } from "./check-draft.ts";
import { faultsOf, isPlainMap } from "./form.ts";
import { above } from "./path.ts";
import { byPlace, keepPlaces } from "./place.ts";
import { anything, mapOf, type RecordShape, type Shape, word } from "./shape.ts";
import { agreementShape, calendarDocumentShape } from "./shapes/agreement.ts";
import { soundPart } from "./sound.ts";
import { type Forest, readTrees, type Tree } from "./yaml-tree.ts";

/** Bytes of UTF-8 that a file may have. */
export const LARGEST_FILE = 1_048_576;

/** Problems of one file that are told; a file that has more is not an agreement yet. */
const MOST_PROBLEMS = 500;

/** `documents` are those without an error, as plain objects that `judge` takes. */
export type ReadResult = {
  readonly documents: readonly AcuerdoDocument[];
  readonly problems: readonly Problem[];
};

const shapes = {
  Agreement: agreementShape,
  Calendar: calendarDocumentShape,
} as const;

/** For a document whose kind nobody knows: its envelope is judged, what is inside is not. */
const unknownKindShape: RecordShape = {
  ...agreementShape,
  keys: {
    ...agreementShape.keys,
    kind: [word("Agreement", "Calendar"), "", ""],
    spec: [mapOf(anything), "", ""],
  },
};

/** Control characters, and what a file in another encoding turns into when it is read as UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd-\uffff]/;

/**
 * Reads a file of one or more YAML 1.2 documents.
 *
 * Problems come in the order of the text, each with line and column from 1. A document with an
 * error is left out of `documents`; what only a set of documents can show is up to `checkSet`.
 */
export function readDocuments(text: string, { file }: { readonly file?: string } = {}): ReadResult {
  const refused = refusedWhole(text, file);
  if (refused) return { documents: [], problems: [refused] };
  const forest = readTrees(text.startsWith("\uFEFF") ? text.slice(1) : text, file);
  const results = forest.trees.map((tree) => readDocument(tree, forest));
  const problems = [...forest.problems, ...results.flatMap((result) => result.problems)];
  if (forest.trees.length === 0 && problems.length === 0) {
    problems.push(problem("file-empty", {}, forest.placeAt(0)));
  }
  return {
    documents: results.flatMap(({ document }) => (document ? [document] : [])),
    problems: firstOf(problems.toSorted(byPlace)),
  };
}

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  const count = problems.length;
  const { file } = problems[0]?.place ?? {};
  const facts = { count, limit: MOST_PROBLEMS };
  const rest = problem("problems-too-many", facts, file === undefined ? undefined : { file });
  return count <= MOST_PROBLEMS ? problems : [...problems.slice(0, MOST_PROBLEMS), rest];
}

function refusedWhole(text: string, file: string | undefined): Problem | undefined {
  const place: Place = { ...(file && { file }), line: 1, column: 1 };
  const size = bytesOf(text);
  if (size > LARGEST_FILE) return problem("file-too-large", { size, limit: LARGEST_FILE }, place);
  const control = CONTROL.exec(text);
  if (!control) return undefined;
  const before = text.slice(0, control.index).split("\n");
  const code = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return problem("file-not-text", { code }, { ...place, line: before.length, column });
}

/** Bytes of UTF-8; half of a pair counts two, so that a pair counts four. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

type DocumentResult = {
  readonly document?: AcuerdoDocument;
  readonly problems: readonly Problem[];
};

function readDocument(tree: Tree, { placeAt }: Forest): DocumentResult {
  if (!tree.isWhole) return { problems: tree.problems };
  const { value } = tree;
  const place = (path: string): Place => placeAt(offsetOf(tree, path, "value"), path);
  if (value === null) return { problems: [problem("document-empty", {}, place(""))] };
  const faults = faultsOf(value, shapeOf(value), "")
    .map(({ code, facts, path, at }) =>
      problem(code, facts, placeAt(offsetOf(tree, path, at), path)),
    )
    .filter((fault) => !tree.problems.some((found) => byPlace(found, fault) === 0));
  const wrong = [...tree.problems, ...faults];
  if (wrong.length > 0) return { problems: [...wrong, ...problemsOfDraft(value, wrong, place)] };
  const document = value as AcuerdoDocument;
  keepPlaces(document, place);
  return { document, problems: [] };
}

/** What the checks say of the sound part of a document, so that one slip hides no other. */
function problemsOfDraft(
  value: unknown,
  wrong: readonly Problem[],
  place: (path: string) => Place,
): readonly Problem[] {
  const shape = shapeOf(value);
  const draft = soundPart(value, shape);
  if (draft.value === undefined || shape === unknownKindShape) return [];
  const document = draft.value as AcuerdoDocument;
  keepPlaces(document, (path) => place(draft.pathInWhole(path)));
  const broken = wrong.map(({ place: at }) => at?.path ?? "");
  return checkDraft(document, broken).filter(
    (found) => !wrong.some((other) => byPlace(other, found) === 0),
  );
}

function shapeOf(value: unknown): Shape {
  const kind = isPlainMap(value) ? value.kind : undefined;
  if (kind === "Calendar" || kind === "Agreement") return shapes[kind];
  return unknownKindShape;
}

/** Where a value was written, or its key; what is missing is placed where it would stand. */
function offsetOf(tree: Tree, path: string, at: "key" | "value"): number {
  const table = at === "key" ? tree.keys : tree.values;
  const offset = table.get(path) ?? tree.values.get(path);
  const parent = above(path);
  return offset ?? (parent === undefined ? 0 : offsetOf(tree, parent, "value"));
}
