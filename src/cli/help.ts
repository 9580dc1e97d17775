/** Help, printed from the table of commands. */
import { sharedOptions } from "./arguments.ts";
import type { CommandRow, OptionRow } from "./command.ts";
import { coloured, inWords, type Terminal } from "./terminal.ts";

const says = {
  title: {
    es: "Acuerdo: acuerdos de nivel de servicio para operaciones de ingresos.",
    en: "Acuerdo: service level agreements for revenue operations.",
  },
  usage: { es: "Uso:", en: "Usage:" },
  command: { es: "ORDEN", en: "COMMAND" },
  options: { es: "OPCIONES", en: "OPTIONS" },
  commands: { es: "Órdenes:", en: "Commands:" },
  optionsTitle: { es: "Opciones:", en: "Options:" },
  examples: { es: "Ejemplos:", en: "Examples:" },
  more: {
    es: "`acuerdo ORDEN --help` explica cada una. Código de salida: 0 bien, 1 encontró algo, 2 mal usada.",
    en: "`acuerdo COMMAND --help` explains each. Exit code: 0 fine, 1 found something, 2 used wrongly.",
  },
} as const;

export function generalHelp(terminal: Terminal, commands: readonly CommandRow[]): string {
  const rows = commands.map((row) => [row.name, inWords(terminal, row.says)] as const);
  const usage = `acuerdo ${inWords(terminal, says.command)} [${inWords(terminal, says.options)}]`;
  return [
    inWords(terminal, says.title),
    "",
    `${inWords(terminal, says.usage)} ${usage}`,
    "",
    coloured(terminal, "bold", inWords(terminal, says.commands)),
    ...twoColumns(rows, terminal.width),
    "",
    coloured(terminal, "bold", inWords(terminal, says.optionsTitle)),
    ...optionLines(terminal, sharedOptions),
    "",
    ...wrapped(inWords(terminal, says.more), terminal.width),
    "",
  ].join("\n");
}

export function commandHelp(terminal: Terminal, row: CommandRow): string {
  const options = inWords(terminal, says.options);
  return [
    ...wrapped(inWords(terminal, row.says), terminal.width),
    "",
    `${inWords(terminal, says.usage)} acuerdo ${row.name} ${row.usage} [${options}]`,
    "",
    coloured(terminal, "bold", inWords(terminal, says.optionsTitle)),
    ...optionLines(terminal, [...row.options, ...sharedOptions]),
    "",
    coloured(terminal, "bold", inWords(terminal, says.examples)),
    ...row.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

export function optionText({ name, value }: OptionRow): string {
  return value ? `--${name} ${value}` : `--${name}`;
}

function optionLines(terminal: Terminal, options: readonly OptionRow[]): string[] {
  const rows = options.map((row) => [optionText(row), inWords(terminal, row.says)] as const);
  return twoColumns(rows, terminal.width);
}

function twoColumns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, text]) =>
    wrapped(text, Math.max(30, width - left)).map((line, index) =>
      index === 0 ? `  ${name.padEnd(left - 2)}${line}` : " ".repeat(left) + line,
    ),
  );
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
