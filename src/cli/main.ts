/** The start of `acuerdo`: wires the process's streams, environment and clock to the commands. */
import process from "node:process";
import type { Language } from "../engine/agreement.ts";
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

const terminal = openTerminal(process, settings, {
  language: languageIn(words) ?? settings.language,
  isJson: words.includes("--json"),
});

process.exitCode = await runCommand(words, terminal);

/** Looked for before anything is parsed, so that what is wrong with the rest is told in it. */
function languageIn(words: readonly string[]): Language | undefined {
  const joined = words.join(" ");
  const said = /(?:^| )--lang[= ](es|en)(?: |$)/.exec(joined)?.[1];
  return said === "es" || said === "en" ? said : undefined;
}
