/** Source files as text and as syntax, and a way to walk the syntax. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParserPlugin, parse } from "@babel/parser";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A piece of syntax; its kinds and fields are those of ESTree with TypeScript's beside them. */
export type Syntax = {
  readonly type: string;
  readonly loc: { readonly start: Position; readonly end: Position };
  readonly [field: string]: unknown;
};

type Position = { readonly line: number; readonly column: number };

export type Comment = { readonly value: string; readonly loc: Syntax["loc"] };

export type Source = {
  readonly path: string;
  readonly lines: readonly string[];
  readonly program: Syntax;
  readonly comments: readonly Comment[];
  readonly isTest: boolean;
};

/** Paths from the root, with forward slashes, in order. */
export function paths(pattern: string | string[]): string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.split(sep).join(posix.sep))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function readSources(pattern: string | string[]): Source[] {
  return paths(pattern).map((path) => sourceFrom(path, textOf(path)));
}

export function sourceFrom(path: string, text: string): Source {
  const plugins: ParserPlugin[] = path.endsWith("x") ? ["typescript", "jsx"] : ["typescript"];
  const file = parse(text, { sourceType: "module", sourceFilename: path, plugins });
  return {
    path,
    lines: text.split("\n"),
    program: file.program as unknown as Syntax,
    comments: (file.comments ?? []) as unknown as Comment[],
    isTest: /\.test\.tsx?$/.test(path),
  };
}

/** Visits every piece of syntax under `from`, with what encloses it, outermost first. */
export function walk(
  from: Syntax,
  visit: (syntax: Syntax, around: readonly Syntax[]) => void,
  around: readonly Syntax[] = [],
): void {
  visit(from, around);
  for (const child of children(from)) walk(child, visit, [...around, from]);
}

/** Every piece of syntax of a kind. */
export function find(from: Syntax, ...types: readonly string[]): Syntax[] {
  const found: Syntax[] = [];
  walk(from, (syntax) => {
    if (types.includes(syntax.type)) found.push(syntax);
  });
  return found;
}

function children(syntax: Syntax): Syntax[] {
  return Object.entries(syntax)
    .filter(([field]) => !field.endsWith("Comments"))
    .flatMap(([, value]) => value)
    .filter(isSyntax);
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "type" in value && "loc" in value;
}

/** `file:line what is wrong`, as a terminal can follow it. */
export function at(
  { path }: Source,
  { loc }: { readonly loc: Syntax["loc"] },
  text: string,
): string {
  return `${path}:${loc.start.line} ${text}`;
}
