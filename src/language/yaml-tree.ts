/**
 * YAML text to plain values with a place for each of them: YAML 1.2 core, without what hides
 * meaning (tags, merge keys, other versions), and within limits that no agreement reaches.
 */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from "yaml";
import {
  type Facts,
  type Place,
  type Problem,
  type ProblemCode,
  problem,
} from "../engine/problem.ts";
import { under } from "./path.ts";
import { codeOfSyntaxError, firstError } from "./yaml-error.ts";

/** Values that aliases of one document may unfold to, and levels that may be nested. */
const MOST_ALIASED = 10_000;
const DEEPEST = 64;

/** Entries of all maps and lists of a file. */
const MOST_VALUES = 100_000;

/**
 * A document as it was written: its plain value, and the offsets of its values and keys by path.
 */
export type Tree = {
  readonly value: unknown;
  readonly values: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** Whether YAML could read it to its end, so that its form can be judged as well. */
  readonly isWhole: boolean;
};

/** The documents of a file; `problems` are those of the file as a whole. */
export type Forest = {
  readonly trees: readonly Tree[];
  readonly problems: readonly Problem[];
  readonly placeAt: (offset: number, path?: string) => Place;
};

/** Reads every document of `text`; one that YAML itself does not allow is not whole. */
export function readTrees(text: string, file?: string): Forest {
  const lines = new LineCounter();
  const placeAt = (offset: number, path?: string): Place => {
    const { line, col } = lines.linePos(offset);
    return { ...(file && { file }), line, column: col, ...(path && { path }) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const excess = excessOf(tokens);
  if (excess) {
    const { code, facts, offset } = excess;
    return { trees: [], problems: [problem(code, facts, placeAt(offset))], placeAt };
  }
  const documents = new Composer({ uniqueKeys: false }).compose(tokens, false, text.length);
  const trees = [...documents].map((document) => readTree(document, placeAt));
  return { trees, problems: [], placeAt };
}

type Finding = { readonly code: ProblemCode; readonly facts: Facts; readonly offset: number };

type Walk = {
  readonly anchors: ReadonlyMap<string, Node>;
  readonly values: Map<string, number>;
  readonly keys: Map<string, number>;
  readonly findings: Finding[];
  readonly inside: Set<Node>;
  aliased: number;
};

function readTree(document: Document.Parsed, placeAt: Forest["placeAt"]): Tree {
  const findings = firstSyntaxError(document.errors);
  const walk: Walk = {
    anchors: anchorsOf(document, (node, anchor) =>
      findings.push({ code: "anchor-duplicate", facts: { anchor }, offset: node.range?.[0] ?? 0 }),
    ),
    values: new Map(),
    keys: new Map(),
    findings,
    inside: new Set(),
    aliased: 0,
  };
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== "1.2") find(walk, "yaml-version", { version }, 0);
  const isReadable = walk.findings.length === 0;
  const value = isReadable ? plain(walk, document.contents, "", false) : undefined;
  const isWhole = isReadable && walk.aliased <= MOST_ALIASED;
  const problems = walk.findings.map(({ code, facts, offset }) =>
    problem(code, facts, placeAt(offset)),
  );
  return { value, values: walk.values, keys: walk.keys, problems, isWhole };
}

/** The first complaint alone: one slip makes YAML complain about much that is right. */
function firstSyntaxError(errors: Document.Parsed["errors"]): Finding[] {
  const first = firstError(errors);
  if (!first) return [];
  const { code, message, pos } = first;
  const facts = { code, alias: /: (\S+)$/.exec(message)?.[1] ?? "" };
  return [{ code: codeOfSyntaxError(code, message), facts, offset: pos[0] }];
}

function find(walk: Walk, code: ProblemCode, facts: Facts, offset: number): void {
  walk.findings.push({ code, facts, offset });
}

/**
 * The plain value of a node, its places noted on the way. Values beyond an alias keep its anchor's
 * place.
 */
function plain(walk: Walk, node: Node | null, path: string, isAliased: boolean): unknown {
  if (!node) return null;
  const offset = node.range?.[0] ?? 0;
  walk.values.set(path, offset);
  if (isAliased && ++walk.aliased > MOST_ALIASED) return null;
  if (isAlias(node)) return followAlias(walk, node.source, { path, offset });
  if (node.tag)
    find(walk, "yaml-tag", { tag: node.tag.replace("tag:yaml.org,2002:", "!!") }, offset);
  if (isScalar(node)) return scalarValue(walk, node, offset);
  if (walk.inside.has(node)) {
    find(walk, "alias-unknown", { alias: path }, offset);
    return null;
  }
  walk.inside.add(node);
  const value = isMap(node)
    ? plainMap(walk, node, path, isAliased)
    : isSeq<Node>(node)
      ? node.items.map((item, index) => plain(walk, item, under(path, index), isAliased))
      : null;
  walk.inside.delete(node);
  return value;
}

function followAlias(
  walk: Walk,
  alias: string,
  { path, offset }: { readonly path: string; readonly offset: number },
): unknown {
  const anchored = walk.anchors.get(alias);
  const isBefore = (anchored?.range?.[0] ?? offset) < offset;
  if (!anchored || !isBefore || walk.inside.has(anchored)) {
    find(walk, "alias-unknown", { alias }, offset);
    return null;
  }
  const wasOver = walk.aliased > MOST_ALIASED;
  const value = wasOver ? null : plain(walk, anchored, path, true);
  const isTold = walk.findings.some(({ code }) => code === "alias-too-many");
  const isOver = !wasOver && !isTold && walk.aliased > MOST_ALIASED;
  if (isOver) find(walk, "alias-too-many", { limit: MOST_ALIASED }, offset);
  return value;
}

/** The nodes that have an anchor. Two of a name are a problem: an alias would depend on order. */
function anchorsOf(document: Document.Parsed, twice: (node: Node, anchor: string) => void) {
  const found = new Map<string, Node>();
  const waiting: (Node | null)[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node || isAlias(node)) continue;
    if (node.anchor) {
      const other = found.get(node.anchor);
      if (other) twice(laterOf(node, other), node.anchor);
      found.set(node.anchor, node);
    }
    if (isSeq<Node>(node)) for (const item of node.items) waiting.push(item);
    if (isMap<Node, Node | null>(node)) for (const { value } of node.items) waiting.push(value);
  }
  return found;
}

function laterOf(a: Node, b: Node): Node {
  return (a.range?.[0] ?? 0) > (b.range?.[0] ?? 0) ? a : b;
}

function plainMap(walk: Walk, map: YAMLMap, path: string, isAliased: boolean): unknown {
  const entries = new Map<string, unknown>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const offset = pair.key?.range?.[0] ?? map.range?.[0] ?? 0;
    const key = keyText(pair.key);
    if (key === undefined) {
      find(walk, "key-not-text", {}, offset);
    } else if (key === "<<") {
      find(walk, "yaml-merge-key", {}, offset);
    } else if (entries.has(key)) {
      find(walk, "key-duplicate", { key }, offset);
    } else {
      const at = under(path, key);
      walk.keys.set(at, offset);
      walk.values.set(at, offset);
      entries.set(key, plain(walk, pair.value, at, isAliased));
    }
  }
  // Not assignment: a key called __proto__ has to stay a key.
  return Object.fromEntries(entries);
}

function keyText(key: Node | null): string | undefined {
  if (!key || !isScalar(key)) return undefined;
  const text = typeof key.value === "string" ? key.value : key.source;
  return text === "" ? undefined : text;
}

function scalarValue(walk: Walk, node: Scalar, offset: number): unknown {
  const { value } = node;
  if (typeof value !== "number") return value;
  const written = node.source ?? String(value);
  if (!Number.isFinite(value)) find(walk, "number-not-finite", { value: written }, offset);
  else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    find(walk, "number-inexact", { value: written }, offset);
  }
  return value;
}

/**
 * What passes the limits of nesting and size. Walks without recursion: the composer that follows
 * recurses, and takes long over what is wrong.
 */
function excessOf(tokens: readonly CST.Token[]): Finding | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  let values = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!next) break;
    const { token, depth } = next;
    values += "items" in token ? valuesIn(token.items) : 0;
    const { offset } = token;
    if (depth > DEEPEST) return { code: "nesting-too-deep", facts: { limit: DEEPEST }, offset };
    if (values > MOST_VALUES) {
      return { code: "values-too-many", facts: { limit: MOST_VALUES }, offset };
    }
    for (const child of childrenOf(token)) waiting.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

/** Entries, and marks that stand before an entry beyond what an entry can have: rows of commas. */
function valuesIn(items: readonly { readonly start?: readonly unknown[] }[]): number {
  const marks = items.reduce((sum, { start = [] }) => sum + Math.max(0, start.length - 1_000), 0);
  return items.length + marks;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part != null));
}
