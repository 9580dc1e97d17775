/** The names our problems give to what the YAML library calls an error. */
import type { ErrorCode, YAMLParseError } from "yaml";
import type { ProblemCode } from "../engine/problem.ts";

const codes: Readonly<Partial<Record<ErrorCode, ProblemCode>>> = {
  TAB_AS_INDENT: "yaml-tab",
  BAD_INDENT: "yaml-indentation",
  BLOCK_AS_IMPLICIT_KEY: "yaml-indentation",
  MISSING_CHAR: "yaml-unclosed",
  BAD_DQ_ESCAPE: "yaml-escape",
  BAD_ALIAS: "alias-unknown",
};

export function codeOfSyntaxError(code: ErrorCode, message: string): ProblemCode {
  if (code === "BAD_ALIAS" && !message.startsWith("Unresolved alias")) return "yaml-syntax";
  return codes[code] ?? "yaml-syntax";
}

/** What explains other complaints beside it, most telling first. */
const telling: readonly ErrorCode[] = ["TAB_AS_INDENT", "BAD_INDENT", "BAD_DQ_ESCAPE"];

/** The error that comes first; of those close behind it, the one that says most. */
export function firstError(errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  const start = errors.reduce((least, { pos }) => Math.min(least, pos[0]), Number.MAX_SAFE_INTEGER);
  const near = errors.filter(({ pos }) => pos[0] <= start + 80);
  const found = telling
    .map((code) => near.find((error) => error.code === code))
    .find((error) => error !== undefined);
  return found ?? near.find(({ pos }) => pos[0] === start);
}
