/** What may not be said: names that name nothing, errors without a name, hidden time and chance. */
import { posix } from "node:path";
import { at, find, isSyntax, type Source, type Syntax, walk } from "./source.ts";

const emptyNames = ["utils", "helpers", "common", "manager", "service", "data", "info"];
const fileName = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|tsx|js)$/;

/** Readings of the machine, by the words that make them. */
const hidden = [
  "Date.now",
  "Math.random",
  "performance.now",
  "process.hrtime",
  "process.env",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "Temporal.Now",
];

export function badNames({ path }: Source): string[] {
  const name = posix.basename(path);
  const stem = name.split(".")[0] ?? "";
  if (!fileName.test(name)) return [`${path}:1 is not named in lower case with hyphens`];
  return emptyNames.includes(stem) ? [`${path}:1 has a name that says nothing`] : [];
}

/** Refusals are thrown by `refuse`; a bug is found by a function that asserts. */
export function namelessErrors(source: Source): string[] {
  const found: string[] = [];
  walk(source.program, (syntax, around) => {
    if (syntax.type !== "ThrowStatement" || !isSyntax(syntax.argument)) return;
    const { type, callee } = syntax.argument;
    const isNameless =
      type === "NewExpression" && isSyntax(callee) && /Error$/.test(nameOf(callee));
    if (isNameless && !around.some(asserts)) found.push(at(source, syntax, "throws a bare error"));
  });
  return found;
}

function asserts({ id, type }: Syntax): boolean {
  return type === "FunctionDeclaration" && isSyntax(id) && /^assert/.test(nameOf(id));
}

export function hiddenReadings(source: Source): string[] {
  const members = find(source.program, "MemberExpression")
    .filter((found) => hidden.includes(nameOf(found)))
    .map((found) => at(source, found, `reads ${nameOf(found)}; pass it as an argument`));
  const dates = find(source.program, "NewExpression", "CallExpression")
    .filter(({ callee, arguments: given }) => {
      return isSyntax(callee) && nameOf(callee) === "Date" && (given as Syntax[]).length === 0;
    })
    .map((found) => at(source, found, "reads the clock; pass the instant as an argument"));
  const imported = find(source.program, "ImportSpecifier")
    .filter(({ imported: name }) => isSyntax(name) && /^random[A-Z]/.test(nameOf(name)))
    .filter((_, index) => index >= 0 && importsCrypto(source))
    .map((found) => at(source, found, "reads chance; pass it as an argument"));
  return [...members, ...dates, ...imported];
}

function importsCrypto({ program }: Source): boolean {
  return find(program, "ImportDeclaration").some(
    ({ source }) => isSyntax(source) && source.value === "node:crypto",
  );
}

function nameOf(syntax: Syntax): string {
  if (syntax.type !== "MemberExpression") return String(syntax.name ?? "");
  const { object, property, computed } = syntax;
  if (computed || !isSyntax(object) || !isSyntax(property)) return "";
  return `${nameOf(object)}.${nameOf(property)}`;
}

/**
 * What a function of the engine takes and gives back has units and edges: somebody has to say them.
 */
export function silentFunctions(source: Source): string[] {
  return find(source.program, "ExportNamedDeclaration").flatMap((found) => {
    const { declaration, leadingComments } = found;
    if (!isSyntax(declaration) || declaration.type !== "FunctionDeclaration") return [];
    const comments = (leadingComments ?? []) as readonly { readonly value: string }[];
    if (comments.at(-1)?.value.startsWith("*")) return [];
    const name = isSyntax(declaration.id) ? nameOf(declaration.id) : "a function";
    return [at(source, found, `exports ${name} without a word about it`)];
  });
}

export function loosePromises(source: Source): string[] {
  return source.comments
    .filter(({ value }) => /\bTODO\b/.test(value) && !/\bTODO\b:? \(?#\d+/.test(value))
    .map((comment) => at(source, comment, "has a TODO that names no issue (TODO #12: …)"));
}
