/** What a field of the form changes in the text: the least, so that comments and order stay. */
import { isPlainMap } from "../language/form.ts";
import { above, keysOf, under } from "../language/path.ts";
import { type Change, editText } from "../language/print.ts";
import type { Reading } from "./editor-reading.ts";

export function valueAt(value: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isPlainMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);
}

/**
 * The change that puts `next` at `path`, with the maps and lists above it that are not there yet.
 * The last entry of a map or list takes it along: an empty one says nothing.
 */
function changeAt(value: unknown, path: string, next: unknown): Change | undefined {
  return next === undefined ? removalAt(value, path) : additionAt(value, path, next);
}

function additionAt(value: unknown, path: string, next: unknown): Change {
  const parent = above(path) ?? "";
  const holder = valueAt(value, parent);
  if (parent === "" || isPlainMap(holder) || Array.isArray(holder)) return { path, value: next };
  const key = keysOf(path).at(-1) ?? "";
  return additionAt(value, parent, typeof key === "number" ? [next] : { [key]: next });
}

function removalAt(value: unknown, path: string): Change | undefined {
  if (valueAt(value, path) === undefined) return undefined;
  const parent = above(path) ?? "";
  const holder = valueAt(value, parent);
  const count = Array.isArray(holder) ? holder.length : Object.keys(holder ?? {}).length;
  return count === 1 && keysOf(parent).length > 1 ? removalAt(value, parent) : { path };
}

/** The text with one value put elsewhere; undefined where that changes nothing. */
export function editedText(reading: Reading, path: string, next: unknown): string | undefined {
  const change = changeAt(reading.value, path, next);
  if (!change) return undefined;
  const text = editText(reading.text, [change], reading.index);
  return text === reading.text ? undefined : text;
}

/** The value with another one at a path, where there is no text to keep. */
export function editedValue(value: unknown, path: string, next: unknown): unknown {
  const change = changeAt(value, path, next);
  return change ? placed(value, keysOf(change.path), change) : value;
}

function placed(
  holder: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: Change,
): unknown {
  if (key === undefined) return change.value;
  const isGone = rest.length === 0 && !("value" in change);
  if (Array.isArray(holder)) {
    const inner = isGone ? [] : [placed(holder[Number(key)], rest, change)];
    return holder.toSpliced(Number(key), 1, ...inner);
  }
  const entries = isPlainMap(holder) ? Object.entries(holder) : [];
  const others = entries.filter(([name]) => name !== key);
  if (isGone) return Object.fromEntries(others);
  const own = isPlainMap(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  const made = placed(own, rest, change);
  if (own === undefined) return Object.fromEntries([...entries, [key, made]]);
  return Object.fromEntries(entries.map(([name, at]) => [name, name === key ? made : at]));
}

/** What differs between two texts, as one replacement of the first. */
export function differenceOf(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let rest = 0;
  while (rest < shorter - from && before.at(-1 - rest) === after.at(-1 - rest)) rest += 1;
  return { from, to: before.length - rest, insert: after.slice(from, after.length - rest) };
}

/** A name that is not taken yet: "compromiso", "compromiso-2". */
export function freeName(wanted: string, taken: readonly unknown[]): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => index + 2);
  const names = [wanted, ...numbers.map((number) => `${wanted}-${number}`)];
  return names.find((name) => !taken.includes(name)) ?? wanted;
}

/** The entries of a list or map at a path, each with its own path. */
export function entriesAt(value: unknown, path: string) {
  const found = valueAt(value, path);
  if (Array.isArray(found)) {
    return found.map((entry: unknown, index) => ({
      key: String(index),
      path: under(path, index),
      entry,
    }));
  }
  const entries = isPlainMap(found) ? Object.entries(found) : [];
  return entries.map(([key, entry]) => ({ key, path: under(path, key), entry }));
}

/** The ids of the entries of a list, or the keys of a map. */
export function namesAt(value: unknown, path: string): readonly string[] {
  const isList = Array.isArray(valueAt(value, path));
  return entriesAt(value, path).flatMap(({ key, entry }) => {
    if (!isList) return [key];
    const id = isPlainMap(entry) ? entry.id : undefined;
    return typeof id === "string" ? [id] : [];
  });
}
