/** The start of `acuerdo`: wires the process's streams, environment and clock to the commands. */
import process from "node:process";
import { runCommand } from "./run.ts";
import { readSettings } from "./settings.ts";
import { openTerminal } from "./terminal.ts";

const words = process.argv.slice(2);
const settings = readSettings(process.env);

// A reader that has seen enough (`| head`) closes the pipe: that is an end, not a fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

const chosen = words
  .map((word, index) => (word === "--lang" ? words[index + 1] : word.replace(/^--lang=/, "")))
  .find((word, index) => words[index]?.startsWith("--lang") && (word === "es" || word === "en"));

const terminal = openTerminal(process, settings, {
  language: chosen === "es" || chosen === "en" ? chosen : settings.language,
  isJson: words.includes("--json"),
});

process.exitCode = await runCommand(words, terminal);
