/**
 * A chain of hashes over rows: whoever edits, drops or moves one breaks it from there on.
 * Docs: docs/reference/remedy.md#chain.
 *
 * The digest is an argument, since a browser, a server and a test have different ones: any function
 * from text to text for which nobody can find two texts with one digest, such as SHA-256 in hex.
 */
export type Digest = (text: string) => string;

/**
 * A row with its seal: `hash` covers the row and `previous`, the hash before it ("" for the first).
 */
export type Sealed<T> = { readonly row: T; readonly previous: string; readonly hash: string };

/** Rows sealed one after the other, going on from `previous`. */
export function sealRows<T>(
  rows: readonly T[],
  digest: Digest,
  previous = "",
): readonly Sealed<T>[] {
  let last = previous;
  return rows.map((row) => {
    const sealed = { row, previous: last, hash: sealOf(row, last, digest) };
    last = sealed.hash;
    return sealed;
  });
}

/**
 * The index of the first row whose seal does not hold; undefined where all do.
 *
 * Rows cut off at the end leave a chain that holds: keep the last hash elsewhere and compare it.
 */
export function brokenSeal<T>(
  sealed: readonly Sealed<T>[],
  digest: Digest,
  previous = "",
): number | undefined {
  let last = previous;
  const index = sealed.findIndex((one) => {
    const holds = one.previous === last && one.hash === sealOf(one.row, last, digest);
    last = one.hash;
    return !holds;
  });
  return index < 0 ? undefined : index;
}

function sealOf(row: unknown, previous: string, digest: Digest): string {
  return digest(`${previous}\n${canonicalText(row)}`);
}

/**
 * JSON with keys in order and no spaces: equal values have one text, wherever they were written.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${entries.join(",")}}`;
}
