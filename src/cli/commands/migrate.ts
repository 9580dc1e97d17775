/** `acuerdo migrate`: brings the database to the schema this program knows, and ends. */
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { openDatabase } from "../database.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const migrateCommand: CommandRow = {
  name: "migrate",
  usage: "",
  least: 0,
  most: 0,
  says: {
    es: "Pone la base de datos al día y termina; `serve` y `work` lo hacen también al empezar.",
    en: "Bring the database up to date and end; `serve` and `work` do so too when they start.",
  },
  options: [],
  examples: ["DATABASE_URL=postgres://acuerdo@db/acuerdo acuerdo migrate"],
  run,
};

const says = {
  es: "{count|migración aplicada|migraciones aplicadas}.",
  en: "{count|migration|migrations} applied.",
};

async function run(_: Given, terminal: Terminal): Promise<ExitCode> {
  const { applied, close } = await openDatabase(terminal, 1);
  await close();
  const text = inWords(terminal, says, { count: applied.length });
  const told = terminal.isJson ? JSON.stringify({ applied }) : text;
  await terminal.print(`${told}\n`);
  return 0;
}
