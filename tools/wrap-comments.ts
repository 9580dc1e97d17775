/**
 * `node tools/wrap-comments.ts FILE…`: breaks the lines of comments that are wider than the limit.
 *
 * Only what is too wide moves: its last words go to the front of the next line of the same
 * paragraph. A comment at the end of a line of code is left for a person.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const limit = 100;
const oneLine = /^(\s*)\/\*\* (.*) \*\/$/;
const inBlock = /^(\s*\* )(\S.*)$/;
const slashes = /^(\s*\/\/ )(\S.*)$/;
/** A list, a tag or a label ("Units: …") starts a line of its own. */
const opens = /^([-*@|`]|\d+\.|[A-Z][a-z]+: )/;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const file of process.argv.slice(2)) {
    const before = readFileSync(file, "utf8");
    const after = wrapComments(before);
    if (after !== before) writeFileSync(file, after);
  }
}

export function wrapComments(text: string): string {
  const waiting = text.split("\n").flatMap(opened);
  const done: string[] = [];
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    const [kept, rest, prefix] = cut(line);
    done.push(kept);
    if (rest === undefined) continue;
    const next = waiting[0];
    if (next !== undefined && goesOn(next, prefix)) {
      waiting[0] = `${prefix}${rest} ${next.slice(prefix.length)}`;
    } else waiting.unshift(`${prefix}${rest}`);
  }
  return done.join("\n");
}

/** A comment of one line that is too wide becomes a block of three. */
function opened(line: string): string[] {
  const [, indent = "", says = ""] = oneLine.exec(line) ?? [];
  if (says === "" || width(line) <= limit) return [line];
  return [`${indent}/**`, `${indent} * ${says}`, `${indent} */`];
}

function cut(line: string): [kept: string, rest: string | undefined, prefix: string] {
  const [, prefix = "", says = ""] = inBlock.exec(line) ?? slashes.exec(line) ?? [];
  if (says === "" || width(line) <= limit) return [line, undefined, prefix];
  const words = says.split(" ");
  if (words.length === 1) return [line, undefined, prefix];
  let count = words.length - 1;
  while (count > 1 && width(prefix + words.slice(0, count).join(" ")) > limit) count -= 1;
  return [
    prefix + words.slice(0, count).join(" "),
    words.slice(count).join(" ") || undefined,
    prefix,
  ];
}

function goesOn(next: string, prefix: string): boolean {
  const says = next.startsWith(prefix) ? next.slice(prefix.length) : "";
  return /^\S/.test(says) && !opens.test(says);
}

function width(line: string): number {
  return [...line].length;
}
