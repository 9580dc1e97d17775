/**
 * Documents back to text: comments, order and style stay; only what is changed is written anew.
 */
import { Document, isMap, isNode, isSeq, type Node, parseAllDocuments } from "yaml";
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { refuse } from "../engine/problem.ts";
import { isPlainMap } from "./form.ts";
import { keysOf } from "./path.ts";

/** A new value for what stands at `path`; without one, what stands there is taken away. */
export type Change = { readonly path: string; readonly value?: unknown };

const style = { lineWidth: 120, flowCollectionPadding: false } as const;

/** A document that was made, not read, as a file of its own. */
export function printDocument(document: AcuerdoDocument): string {
  const tree = new Document(document, { aliasDuplicateObjects: false });
  return String(tree.toString(style));
}

/**
 * The text of a file with changes made to its document number `index`.
 *
 * A scalar that becomes another is replaced where it stands, and everything else stays byte for
 * byte; other changes print their document again, with its comments. Refused: a text that YAML does
 * not allow; a document or path that is not there.
 */
export function editText(text: string, changes: readonly Change[], index = 0): string {
  return changes.reduce((edited, change) => editOnce(edited, change, index), text);
}

function editOnce(text: string, change: Change, index: number): string {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  const trees = Array.isArray(documents) ? documents : [];
  const tree = trees[index];
  if (!tree || tree.errors.length > 0) return refuse("edit-impossible", { path: change.path });
  const keys = keysOf(change.path);
  const node = tree.getIn(keys, true);
  const isFlow = keys.some((_, depth) => isInFlow(tree.getIn(keys.slice(0, depth), true)));
  const spliced = isNode(node) ? splice(text, node, { value: change.value, isFlow }) : undefined;
  if (spliced !== undefined) return spliced;
  if (change.value === undefined) {
    if (!tree.hasIn(keys)) refuse("edit-impossible", { path: change.path });
    tree.deleteIn(keys);
  } else {
    const parent = tree.getIn(keys.slice(0, -1), true);
    if (!isMap(parent) && !isSeq(parent)) refuse("edit-impossible", { path: change.path });
    tree.setIn(keys, tree.createNode(change.value, { flow: isShort(change.value) }));
  }
  return trees.map((one) => one.toString(style)).join("");
}

function isInFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

type Written = { readonly value: unknown; readonly isFlow: boolean };

/** A plain scalar in place of another; undefined where the change needs more than that. */
function splice(text: string, node: Node, { value, isFlow }: Written): string | undefined {
  const [from, to] = node.range ?? [];
  const isScalarNode = "value" in node && "source" in node;
  if (!isScalarNode || from === undefined || to === undefined || node.anchor) return undefined;
  // The range of a block ends after its last line, and what comes next would be drawn into it.
  if (text[to - 1] === "\n") return undefined;
  if (value === undefined || Array.isArray(value) || isPlainMap(value)) return undefined;
  const written = new Document(value).toString({ ...style, lineWidth: 0 }).trimEnd();
  if (written.includes("\n")) return undefined;
  const needsQuotes = isFlow && /[,[\]{}]/.test(written.replace(/^(["']).*\1$/, ""));
  return text.slice(0, from) + (needsQuotes ? JSON.stringify(value) : written) + text.slice(to);
}

/** Whether a value reads well on one line. */
function isShort(value: unknown): boolean {
  return JSON.stringify(value).length <= 80;
}
