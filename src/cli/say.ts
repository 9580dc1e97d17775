/** How problems are printed: place, severity, code, sentence; the worst decides the exit code. */
import { type Place, type Problem, problemKinds, Refusal } from "../engine/problem.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import type { ExitCode } from "./command.ts";
import { coloured, inWords, type Terminal } from "./terminal.ts";

const severities: Readonly<
  Record<
    Problem["severity"],
    { readonly colour: "red" | "yellow" | "dim"; readonly says: Sentence }
  >
> = {
  error: { colour: "red", says: { es: "error", en: "error" } },
  warning: { colour: "yellow", says: { es: "aviso", en: "warning" } },
  info: { colour: "dim", says: { es: "nota", en: "info" } },
};

function problemLine(terminal: Terminal, { place, severity, code, says }: Problem): string {
  const { colour, says: word } = severities[severity];
  const kind = coloured(terminal, colour, `${inWords(terminal, word)} ${code}`);
  const where = placeText(place);
  return `${where ? `${where}: ` : ""}${kind}: ${says[terminal.language]}\n`;
}

export function problemLines(terminal: Terminal, problems: readonly Problem[]): string {
  return problems.map((found) => problemLine(terminal, found)).join("");
}

/** 2 where the command was used wrongly, 1 where an error or a warning was found, else 0. */
export function exitCodeOf(problems: readonly Problem[]): ExitCode {
  if (problems.some(({ code }) => problemKinds[code].status === 400)) return 2;
  return problems.some(({ severity }) => severity !== "info") ? 1 : 0;
}

/** A problem as JSON: the same names everywhere, both languages, so that a program can choose. */
export function problemJson({ code, severity, place, facts, says }: Problem) {
  return { code, severity, ...(place ? { place } : {}), facts, says };
}

function placeText(place: Place | undefined): string {
  if (!place) return "";
  const { file, line, column } = place;
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Refuses where any of them is an error, with all that were found. */
export function refuseErrors(problems: readonly Problem[]): void {
  const [first, ...rest] = problems;
  if (first && problems.some(({ severity }) => severity === "error")) {
    throw new Refusal([first, ...rest]);
  }
}
