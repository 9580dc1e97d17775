/** From the words of a command line to what was given, every misuse at once. */
import { parseArgs } from "node:util";
import { type Problem, problem, Refusal } from "../engine/problem.ts";
import { closest } from "../language/similar.ts";
import type { CommandRow, Given, OptionRow } from "./command.ts";

/** Options that every command has. */
export const sharedOptions: readonly OptionRow[] = [
  {
    name: "json",
    says: { es: "Salida en JSON, para otros programas.", en: "Print JSON, for other programs." },
  },
  {
    name: "lang",
    value: "es|en",
    says: {
      es: "Idioma de los mensajes; si no se da, el del sistema.",
      en: "Language of the messages; the system's where it is not given.",
    },
  },
  {
    name: "help",
    says: { es: "Explica la orden y sus opciones.", en: "Explain the command and its options." },
  },
];

/** Reads the words after the command's name. Refuses what the command does not have. */
export function readArguments(command: CommandRow, words: readonly string[]): Given {
  const rows = [...command.options, ...sharedOptions];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    allowNegative: false,
    tokens: true,
    options: Object.fromEntries(
      rows.map(({ name, value }) => [
        name,
        { type: value ? ("string" as const) : ("boolean" as const), multiple: true },
      ]),
    ),
  });
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  const problems: Problem[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positional.push(token.value);
    if (token.kind !== "option") continue;
    const wrong = optionProblem(command, rows, { written: token.rawName, ...token, values });
    if (wrong) problems.push(wrong);
    else values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ""]);
  }
  if (!values.has("help")) problems.push(...argumentProblems(command, positional));
  const [first, ...rest] = problems;
  if (first) throw new Refusal([first, ...rest]);
  return {
    arguments: positional,
    text: (option) => values.get(option)?.at(-1),
    texts: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
  };
}

type Written = {
  readonly name: string;
  readonly written: string;
  readonly value?: string | undefined;
  readonly values: ReadonlyMap<string, readonly string[]>;
};

function optionProblem(
  command: CommandRow,
  rows: readonly OptionRow[],
  { name, written, value, values }: Written,
): Problem | undefined {
  const row = rows.find((known) => known.name === name);
  const option = `--${name}`;
  if (!row) return unknownOption(command, rows, written);
  if (row.value && (value === undefined || value === "")) {
    return problem("option-without-value", { option, value: row.value });
  }
  if (!row.value && value !== undefined) return problem("option-with-value", { option });
  if (!row.isRepeatable && values.has(name)) return problem("option-repeated", { option });
  return undefined;
}

function unknownOption(
  { name: command }: CommandRow,
  rows: readonly OptionRow[],
  option: string,
): Problem {
  const known = rows.map(({ name }) => `--${name}`);
  const nearest = closest(option, known);
  return nearest
    ? problem("option-unknown-near", { command, option, nearest })
    : problem("option-unknown", { command, option, known: known.join(", ") });
}

function argumentProblems(command: CommandRow, given: readonly string[]): readonly Problem[] {
  const { name, usage, least, most } = command;
  if (given.length < least) return [problem("argument-missing", { command: name, usage })];
  return given
    .slice(most)
    .map((extra) => problem("argument-extra", { command: name, usage, given: extra }));
}
