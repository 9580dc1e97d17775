/**
 * From a command line to an exit code: finds the command, reads its arguments, says what went
 * wrong.
 */
import { problem, Refusal, refuse } from "../engine/problem.ts";
import { closest } from "../language/similar.ts";
import { readArguments } from "./arguments.ts";
import type { CommandRow, ExitCode } from "./command.ts";
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
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name.startsWith("-")) {
    return general(words, terminal);
  }
  const command = findCommand(name);
  const given = readArguments(command, rest);
  const language = given.text("lang");
  if (language !== undefined && language !== "es" && language !== "en") {
    refuse("option-value-wrong", {
      option: "--lang",
      given: language,
      wantedEs: "«es» o «en»",
      wantedEn: '"es" or "en"',
    });
  }
  if (!given.has("help")) return command.run(given, terminal);
  await terminal.print(commandHelp(terminal, command));
  return 0;
}

/** Help without a command; no words at all is a question too, but not one a script means. */
async function general(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const named = words[0] === "help" ? words[1] : undefined;
  if (named !== undefined && !named.startsWith("-")) {
    await terminal.print(commandHelp(terminal, findCommand(named)));
    return 0;
  }
  const help: CommandRow = { ...helpRow, usage: "[COMMAND]" };
  readArguments(help, words[0] === "help" ? words.slice(1) : words);
  await terminal.print(generalHelp(terminal, commands));
  return words.length === 0 ? 2 : 0;
}

const helpRow: CommandRow = {
  name: "acuerdo",
  usage: "",
  least: 0,
  most: 0,
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
