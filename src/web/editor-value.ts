/** Values of an agreement as a field shows and reads them. */

export type Length = { readonly amount: number; readonly unit: string };

/** What is typed for a value: quoted where a text would be taken for something else. */
export function scalarText(value: unknown): string {
  if (typeof value !== "string") return value === undefined || value === null ? "" : String(value);
  return readScalar(value) === value ? value : JSON.stringify(value);
}

export function readScalar(text: string): string | number | boolean {
  const quoted = /^"(.*)"$/.exec(text);
  if (quoted) return quoted[1] ?? "";
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  return text;
}

/** "30m, 4bh": texts with commas between; nothing for an empty one. */
export function readList(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function readLength(value: unknown): Length | undefined {
  const found = /^(\d+(?:\.\d+)?)(s|m|h|d|w|bs|bm|bh|bd)$/.exec(String(value));
  return found ? { amount: Number(found[1]), unit: found[2] ?? "" } : undefined;
}
