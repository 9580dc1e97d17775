/** The names our problems give to what the YAML library calls an error. */
import type { ErrorCode } from "yaml";
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
