/** Where something stands in a calendar, written like "effective[0].week.mon-fri[1]". */

const PLAIN = /^[\p{L}\p{N}_$][\p{L}\p{N}_$-]*$/u;

/** The path of what stands under `key`; keys that hold a dot or a space are written in brackets. */
export function under(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!PLAIN.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
