/**
 * Paths into a document: the keys that lead to a value, written like "spec.commitments[2].target".
 */

const PLAIN = /^[\p{L}\p{N}_$][\p{L}\p{N}_$-]*$/u;

/** The path of what stands under `key`; keys that hold a dot or a space are written in brackets. */
export function under(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!PLAIN.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The path without its last key; undefined for the document itself. */
export function above(path: string): string | undefined {
  if (path === "") return undefined;
  const bracket = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/.exec(path);
  if (bracket) return path.slice(0, bracket.index);
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}

/** The keys of a path, outermost first. */
export function keysOf(path: string): readonly (string | number)[] {
  const parts = path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g);
  return [...parts].map(([, index, quoted, plain]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? (plain ?? "") : (JSON.parse(quoted) as string);
  });
}
