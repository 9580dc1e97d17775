/** Which file imports what from where. */
import { posix } from "node:path";
import { at, find, isSyntax, type Source, type Syntax, walk } from "./source.ts";

export type Import = {
  readonly from: Source;
  readonly at: Syntax;
  /** As it is written. */
  readonly specifier: string;
  /** From the project's root, where it is a file of the project. */
  readonly path?: string;
  /** Undefined: the whole module. */
  readonly names?: readonly string[];
  readonly isReexport: boolean;
};

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source.program, (syntax) => {
    const specifier = specifierOf(syntax);
    if (specifier === undefined) return;
    const isReexport = syntax.type.startsWith("Export");
    const path = specifier.startsWith(".")
      ? { path: posix.join(posix.dirname(source.path), specifier) }
      : {};
    const names = namesOf(syntax);
    found.push({
      from: source,
      at: syntax,
      specifier,
      isReexport,
      ...path,
      ...(names && { names }),
    });
  });
  return found;
}

function specifierOf({ type, source, argument, callee, arguments: given }: Syntax) {
  if (type === "ImportExpression" || type.endsWith("Declaration")) return literal(source);
  if (type === "TSImportType") return literal(argument) ?? literal(source);
  const isImport = type === "CallExpression" && isSyntax(callee) && callee.type === "Import";
  return isImport && Array.isArray(given) ? literal(given[0]) : undefined;
}

function literal(value: unknown): string | undefined {
  if (!isSyntax(value)) return undefined;
  if (value.type === "TSLiteralType") return literal(value.literal);
  return value.type === "StringLiteral" ? String(value.value) : undefined;
}

function namesOf({ specifiers }: Syntax): string[] | undefined {
  if (!Array.isArray(specifiers)) return undefined;
  const names = specifiers.filter(isSyntax).map(({ type, imported, local }) => {
    if (type === "ImportDefaultSpecifier") return "default";
    if (type === "ImportSpecifier") return textOf(imported);
    return type === "ExportSpecifier" ? textOf(local) : undefined;
  });
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}

function textOf(name: unknown): string | undefined {
  if (!isSyntax(name)) return undefined;
  return typeof name.name === "string" ? name.name : String(name.value);
}

export type Export = { readonly name: string; readonly at: Syntax };

/** What a file offers under a name of its own. */
export function exportsOf({ program }: Source): Export[] {
  return find(program, "ExportNamedDeclaration").flatMap((found) => {
    if (found.source) return [];
    const specifiers = (found.specifiers as readonly Syntax[]) ?? [];
    const listed = specifiers.map(({ exported }) => ({ name: textOf(exported) ?? "", at: found }));
    return [...listed, ...declared(found.declaration)];
  });
}

function declared(declaration: unknown): Export[] {
  if (!isSyntax(declaration)) return [];
  const { id, declarations } = declaration;
  if (!Array.isArray(declarations)) return [{ name: textOf(id) ?? "", at: declaration }];
  return declarations.flatMap((one: Syntax) => bound(one.id).map((name) => ({ name, at: one })));
}

function bound(pattern: unknown): string[] {
  if (!isSyntax(pattern)) return [];
  if (pattern.type === "Identifier") return [String(pattern.name)];
  return find(pattern, "ObjectProperty").flatMap(({ value }) => bound(value));
}

/** Exports that no other file asks for. A package's entry asks for all it passes on. */
export function unusedExports(checked: readonly Source[], all: readonly Source[]): string[] {
  const used = new Map<string, Set<string>>();
  for (const { path, names, from } of all.flatMap(importsOf)) {
    if (path === undefined || path === from.path) continue;
    const set = used.get(path) ?? new Set();
    for (const name of names ?? ["*"]) set.add(name);
    used.set(path, set);
  }
  return checked.flatMap((source) => {
    const asked = used.get(source.path) ?? new Set();
    if (asked.has("*")) return [];
    return exportsOf(source)
      .filter((one) => !asked.has(one.name) && !isPartOfAnother(one, source))
      .map(({ name, at: where }) => at(source, where, `exports ${name}, and nothing imports it`));
  });
}

/** A type that another export of its file is made of: whoever uses that one may want to name it. */
function isPartOfAnother({ name, at: where }: Export, { program }: Source): boolean {
  if (!/^TS(TypeAlias|Interface)/.test(where.type)) return false;
  return find(program, "TSTypeReference").some(({ typeName }) => textOf(typeName) === name);
}

/** Rings of imports, each told once, from its first file in the alphabet. */
export function cycles(sources: readonly Source[]): string[] {
  const next = new Map(
    sources.map((source) => [
      source.path,
      [...new Set(importsOf(source).flatMap(({ path }) => path ?? []))].sort(),
    ]),
  );
  return [...next.keys()].flatMap((start) => {
    const ring = shortestRing(start, next);
    return ring?.every((path) => path >= start) ? [`${ring.join(" → ")} → ${start}`] : [];
  });
}

function shortestRing(start: string, next: ReadonlyMap<string, readonly string[]>) {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const onward of next.get(path) ?? []) {
      if (onward === start) return trail(path, cameFrom);
      if (cameFrom.has(onward)) continue;
      cameFrom.set(onward, path);
      queue.push(onward);
    }
  }
  return undefined;
}

function trail(last: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(last);
  return before === undefined ? [last] : [...trail(before, cameFrom), last];
}
