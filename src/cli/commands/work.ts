/** `acuerdo work`: a worker in a process of its own, beside any number of others. */
import { once } from "node:events";
import process from "node:process";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { openDatabase } from "../database.ts";
import { inWords, type Terminal } from "../terminal.ts";
import { startWorking } from "../working.ts";

export const work: CommandRow = {
  name: "work",
  usage: "",
  least: 0,
  most: 0,
  says: {
    es: "Vigila los plazos y entrega los avisos. Pueden trabajar varios procesos sobre una misma base; `serve` ya trabaja por sí solo.",
    en: "Watch what is due and deliver what is told. Several processes may work on one database; `serve` works by itself already.",
  },
  options: [],
  examples: ["DATABASE_URL=postgres://acuerdo@db/acuerdo acuerdo work"],
  run,
};

const says = {
  es: "Trabajando. Ctrl+C para terminar.",
  en: "Working. Ctrl+C to end.",
};

async function run(_: Given, terminal: Terminal): Promise<ExitCode> {
  const opened = await openDatabase(terminal);
  try {
    const { origin, port } = terminal.serving;
    const at = { origin: origin ?? `http://localhost:${port}` };
    const working = await startWorking(terminal, opened, at);
    await terminal.warn(`${inWords(terminal, says)}\n`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await working.stop();
    return 0;
  } finally {
    await opened.close();
  }
}
