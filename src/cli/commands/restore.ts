/** `acuerdo restore`: what an export holds, whole or not at all. */
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { refuse } from "../../engine/problem.ts";
import { Database } from "../../store/db.ts";
import { importArchive } from "../../store/import.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { openDatabase } from "../database.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const restoreCommand: CommandRow = {
  name: "restore",
  usage: "FILE",
  least: 1,
  most: 1,
  says: {
    es: "Trae lo que guardó `export`, todo o nada, y comprueba la auditoría: acaba en 1 si algo se tocó. Con el servidor parado.",
    en: "Bring back what `export` kept, whole or not at all, and verify the audit: ends in 1 where something was touched. With the server stopped.",
  },
  options: [
    {
      name: "as",
      value: "ID",
      says: {
        es: "Cómo se llamará aquí el único espacio de trabajo del archivo.",
        en: "What the only workspace of the file is called here.",
      },
    },
    {
      name: "without-accounts",
      says: {
        es: "Sin las cuentas del archivo: las personas se invitan otra vez.",
        en: "Without the accounts of the file: people are invited again.",
      },
    },
  ],
  examples: ["acuerdo restore everything.acuerdo.gz", "acuerdo restore w.gz --as nandu-copy"],
  run,
};

const says = {
  es: "«{workspace}»: traído, y su auditoría cuadra.",
  en: '"{workspace}": brought back, and its audit holds.',
};
const broken = {
  es: "«{workspace}»: traído, pero su auditoría no cuadra desde la fila {at}.",
  en: '"{workspace}": brought back, but its audit does not hold from row {at} on.',
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const [file = ""] = given.arguments;
  await access(file).catch(() => refuse("file-missing", { file }));
  const opened = await openDatabase(terminal, 1);
  // What is copied does not travel together with other statements.
  const database = new Database(opened.target, { connections: 2 });
  try {
    const name = given.text("as");
    const imported = await importArchive(database, createReadStream(file), {
      ...(name === undefined ? {} : { rename: () => name }),
      accounts: given.has("without-accounts") ? "leave" : "bring",
    });
    if (terminal.isJson) await terminal.print(`${JSON.stringify(imported, null, 2)}\n`);
    else {
      for (const { workspace, audit } of imported) {
        const line = audit.brokenAt === undefined ? says : broken;
        const facts = { workspace, at: audit.brokenAt ?? 0 };
        await terminal.print(`${inWords(terminal, line, facts)}\n`);
      }
    }
    return imported.some(({ audit }) => audit.brokenAt !== undefined) ? 1 : 0;
  } finally {
    await database.close();
    await opened.close();
  }
}
