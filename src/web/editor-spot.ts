/**
 * Where in an agreement a cursor stands, read off the lines above it: the text around a cursor is
 * half typed, so no parser is asked.
 */

/** An entry of a list, among the keys of a path. */
export const ENTRY = "[]";

/** `word` is what is typed of a key, or of the value under `path`; it begins at `from`. */
export type Spot = {
  readonly path: readonly string[];
  readonly place: "key" | "value";
  readonly word: string;
  readonly from: number;
};

type Level = { readonly indent: number; readonly step: string };

const KEY = /^("[^"]*"|'[^']*'|[^\s"'{}[\],#:][^"'{}[\],#:]*)\s*:(?:\s+|$)/;

export function spotAt(text: string, position: number): Spot {
  const before = text.slice(0, position).split("\n");
  const current = before.pop() ?? "";
  const above = before.reduce<readonly Level[]>((levels, line) => levelsAfter(levels, line), []);
  const { levels, rest } = lineAfter(above, current);
  const isValue = KEY.test(current.trimStart().replace(/^(-\s+)+/, ""));
  const path = levels.map(({ step }) => step);
  return inFlow({ path, rest, isValue }, position);
}

function levelsAfter(levels: readonly Level[], line: string): readonly Level[] {
  const isSilent = /^\s*(#|$)/.test(line);
  return isSilent ? levels : lineAfter(levels, line).levels;
}

function lineAfter(levels: readonly Level[], line: string) {
  let rest = line.trimStart();
  let indent = line.length - rest.length;
  const isEntry = /^-(\s|$)/.test(rest);
  const kept = levels.filter(
    (level) =>
      level.indent < indent || (isEntry && level.indent === indent && level.step !== ENTRY),
  );
  const added: Level[] = [];
  for (let dash = /^-\s*/.exec(rest); dash && /^-(\s|$)/.test(rest); dash = /^-\s*/.exec(rest)) {
    added.push({ indent, step: ENTRY });
    indent += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const key = KEY.exec(rest);
  if (key) {
    added.push({ indent, step: unquoted(key[1] ?? "") });
    rest = rest.slice(key[0].length);
  }
  return { levels: [...kept, ...added], rest };
}

type Line = {
  readonly path: readonly string[];
  readonly rest: string;
  readonly isValue: boolean;
};

type Frame = { readonly isList: boolean; key?: string };

/** Steps into maps and lists that are written on one line. */
function inFlow({ path, rest, isValue }: Line, position: number): Spot {
  const frames: Frame[] = [];
  let word = "";
  for (const [token] of rest.matchAll(/"[^"]*"?|'[^']*'?|[{}[\],]|:(?=\s|$)|[^{}[\],:"']+|:/g)) {
    const top = frames.at(-1);
    if (token === "{" || token === "[") frames.push({ isList: token === "[" });
    else if (token === "}" || token === "]") frames.pop();
    else if (token === "," && top) delete top.key;
    else if (token === ":" && top && !top.isList) top.key = unquoted(word.trim());
    word = /^[{}[\],:]$/.test(token) ? "" : word + token;
  }
  const typed = word.trimStart();
  const inside = frames.flatMap(({ isList, key }) => (isList ? [ENTRY] : (key ?? [])));
  const last = frames.at(-1);
  const isKey = last ? !last.isList && last.key === undefined : !isValue;
  return {
    path: [...path, ...inside],
    place: isKey ? "key" : "value",
    word: typed,
    from: position - typed.length,
  };
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
