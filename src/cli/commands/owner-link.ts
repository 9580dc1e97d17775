/** `acuerdo owner-link`: another link that makes the first owner, while there is none. */
import { showOwnerLink } from "../../actions/account.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { openDatabase } from "../database.ts";
import { makeToken } from "../first-start.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const ownerLink: CommandRow = {
  name: "owner-link",
  usage: "",
  least: 0,
  most: 0,
  says: {
    es: "Muestra otra vez el enlace que crea al primer propietario; el anterior deja de valer.",
    en: "Show the link that makes the first owner again; the one before is no longer good.",
  },
  options: [],
  examples: ["acuerdo owner-link"],
  run,
};

const says = {
  es: "Abre este enlace una vez, en las próximas 24 horas:\n  {link}",
  en: "Open this link once, within 24 hours:\n  {link}",
};

async function run(_: Given, terminal: Terminal): Promise<ExitCode> {
  const { database, close } = await openDatabase(terminal, 2);
  try {
    const token = makeToken();
    await showOwnerLink(database, { token, now: terminal.now() });
    const { origin, port } = terminal.serving;
    const link = `${origin ?? `http://localhost:${port}`}/owner?token=${token}`;
    const text = inWords(terminal, says, { link });
    await terminal.print(`${terminal.isJson ? JSON.stringify({ link }) : text}\n`);
    return 0;
  } finally {
    await close();
  }
}
