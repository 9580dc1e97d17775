/** JSON values compared by what they say, wherever they were written. */

/**
 * Whether two JSON values are the same: keys in any order, a key without a value as if it were not
 * there. Law: isSameValue(a, b) where canonicalText(a) = canonicalText(b), and not otherwise.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  return !Array.isArray(b) && isSameRecord(a as JsonRecord, b as JsonRecord);
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => isSameValue(one, b[index]));
}

function isSameRecord(a: JsonRecord, b: JsonRecord): boolean {
  return toldOf(a) === toldOf(b) && Object.keys(a).every((key) => isSameValue(a[key], b[key]));
}

/** How many keys have a value. */
function toldOf(record: JsonRecord): number {
  return Object.keys(record).reduce((told, key) => told + (record[key] === undefined ? 0 : 1), 0);
}

/**
 * Whether JSON brings a value back as it is: nothing undefined in it, no dates, no endless
 * number.
 */
export function isJsonValue(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isJsonValue);
  return isRecord(value) && Object.values(value).every(isJsonValue);
}

function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
