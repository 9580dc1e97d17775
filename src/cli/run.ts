/**
 * From a command line to an exit code: finds the command, reads its arguments, says what went
 * wrong.
 */
import { problem, Refusal, refuse } from "../engine/problem.ts";
import { closest } from "../language/similar.ts";
import { readArguments, sharedOptions } from "./arguments.ts";
import type { CommandRow, ExitCode, Given } from "./command.ts";
import { commands } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { exitCodeOf, problemJson, problemLines } from "./say.ts";
import type { Terminal } from "./terminal.ts";

export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(words, terminal);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { problems } = refusal;
    if (terminal.isJson) {
      await terminal.print(`${JSON.stringify({ problems: problems.map(problemJson) }, null, 2)}\n`);
    } else await terminal.warn(problemLines(terminal, problems));
    return exitCodeOf(problems);
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { name, rest } = splitCommand(words);
  if (name === undefined || name === "help") {
    await printHelp(rest, terminal);
    // No words at all is a question too, but not one a script means.
    return words.length === 0 ? 2 : 0;
  }
  const command = findCommand(name);
  const given = readArguments(command, rest);
  refuseLanguage(given);
  if (!given.has("help")) return command.run(given, terminal);
  await terminal.print(commandHelp(terminal, command));
  return 0;
}

/** The first word that is neither an option nor its value names the command. */
function splitCommand(words: readonly string[]) {
  let at = 0;
  for (let word = words[at]; word?.startsWith("-") && word !== "-"; word = words[at]) {
    const option = sharedOptions.find(({ name }) => word === `--${name}`);
    at += option?.value ? 2 : 1;
  }
  return { name: words[at], rest: [...words.slice(0, at), ...words.slice(at + 1)] };
}

function refuseLanguage(given: Given): void {
  const language = given.text("lang") ?? "en";
  if (language === "es" || language === "en") return;
  const wanted = { wantedEs: "«es» o «en»", wantedEn: '"es" or "en"' };
  refuse("option-value-wrong", { option: "--lang", given: language, ...wanted });
}

async function printHelp(words: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(helpRow, words);
  refuseLanguage(given);
  const [named] = given.arguments;
  const help = named === undefined ? generalHelp(terminal, commands) : undefined;
  await terminal.print(help ?? commandHelp(terminal, findCommand(named ?? "")));
}

const helpRow: CommandRow = {
  name: "help",
  usage: "[COMMAND]",
  least: 0,
  most: 1,
  says: { es: "", en: "" },
  options: [],
  examples: [],
  run: async () => 0,
};

function findCommand(name: string): CommandRow {
  const found = commands.find((row) => row.name === name);
  if (found) return found;
  const known = commands.map((row) => row.name);
  const nearest = closest(name, known);
  const wrong = nearest
    ? problem("command-unknown-near", { command: name, nearest })
    : problem("command-unknown", { command: name, known: known.join(", ") });
  throw new Refusal([wrong]);
}
