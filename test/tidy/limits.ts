/** The limits of size, and what may not be written at all. Limits only tighten. */
import { at, find, isSyntax, type Source, type Syntax, walk } from "./source.ts";

const limit = { file: 400, function: 60, parameters: 4, nesting: 3, columns: 100 };

const functions = [
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
];

const nesters = [
  "IfStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "SwitchStatement",
  "TryStatement",
];

/** A line that is nothing but one text cannot be broken without breaking what it says. */
const oneText = /^\s*(?:[\w-]+: |"[^"]+": |return |: |\? )?(["'`]).*\1[,;)]*$/;

export function longFiles({ path, lines }: Source): string[] {
  const long = lines.length - 1;
  return long > limit.file ? [`${path}:1 has ${long} lines; the limit is ${limit.file}`] : [];
}

export function longLines({ path, lines }: Source): string[] {
  return lines.flatMap((line, index) =>
    [...line].length > limit.columns && !oneText.test(line)
      ? [`${path}:${index + 1} has ${[...line].length} columns; the limit is ${limit.columns}`]
      : [],
  );
}

export function longFunctions(source: Source): string[] {
  return find(source.program, ...functions).flatMap((found) => {
    const long = found.loc.end.line - found.loc.start.line + 1;
    return long > limit.function
      ? [at(source, found, `${nameOf(found)} has ${long} lines; the limit is ${limit.function}`)]
      : [];
  });
}

export function manyParameters(source: Source): string[] {
  return find(source.program, ...functions, "TSDeclareFunction").flatMap((found) => {
    const { length } = found.params as readonly Syntax[];
    return length > limit.parameters
      ? [at(source, found, `${nameOf(found)} has ${length} parameters; pass a record`)]
      : [];
  });
}

/** Statements inside statements, through the functions written in them; `else if` is no level. */
export function deepNesting(source: Source): string[] {
  const found: string[] = [];
  walk(source.program, (syntax, around) => {
    if (!isLevel(syntax, around.at(-1))) return;
    const inside = around.filter((outer, index) => isLevel(outer, around[index - 1]));
    if (inside.length !== limit.nesting) return;
    found.push(at(source, syntax, `is nested deeper than ${limit.nesting}`));
  });
  return found;
}

function isLevel(syntax: Syntax, parent: Syntax | undefined): boolean {
  if (!nesters.includes(syntax.type)) return false;
  return !(parent?.type === "IfStatement" && parent.alternate === syntax);
}

export function anyTypes(source: Source): string[] {
  return find(source.program, "TSAnyKeyword").map((found) => at(source, found, "says any"));
}

export function assertedPresence(source: Source): string[] {
  const sure = find(source.program, "TSNonNullExpression");
  const later = find(source.program, "VariableDeclarator", "ClassProperty").filter(
    ({ definite }) => definite === true,
  );
  return [...sure, ...later].map((found) => at(source, found, "says ! instead of proving it"));
}

export function defaultExports(source: Source): string[] {
  return find(source.program, "ExportDefaultDeclaration").map((found) =>
    at(source, found, "exports a default"),
  );
}

function nameOf({ id, key }: Syntax): string {
  const named = [id, key].find(isSyntax);
  return typeof named?.name === "string" ? named.name : "a function";
}
