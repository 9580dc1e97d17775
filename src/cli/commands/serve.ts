/** `acuerdo serve`: the product on one port, on its own database or on one it is told of. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { refuse } from "../../engine/problem.ts";
import { openAccounts } from "../../server/account/accounts.ts";
import { openServer, type Server } from "../../server/server.ts";
import { smtpMail } from "../../worker/email.ts";
import { countWork } from "../../worker/metrics.ts";
import type { WorkerHearing } from "../../worker/worker.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { type OpenDatabase, openDatabase } from "../database.ts";
import { demo } from "../demo.ts";
import { makeToken, welcome } from "../first-start.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { startWorking } from "../working.ts";

export const serve: CommandRow = {
  name: "serve",
  usage: "",
  least: 0,
  most: 0,
  says: {
    es: "Sirve el producto en un puerto, con su propia base de datos o con la de DATABASE_URL.",
    en: "Serve the product on a port, with its own database or the one of DATABASE_URL.",
  },
  options: [
    {
      name: "port",
      value: "PORT",
      says: { es: "Puerto; 8420 si no se da.", en: "Port; 8420 if not given." },
    },
  ],
  examples: ["acuerdo serve", "DATABASE_URL=postgres://acuerdo@db/acuerdo acuerdo serve"],
  run,
};

/**
 * Beside the compiled commands; run from the sources there are none, and the plain page stands in.
 */
const screens = fileURLToPath(new URL("../../web/", import.meta.url));

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const opened = await openDatabase(terminal);
  try {
    const { server: serving, heard } = await startServing(given, terminal, opened);
    const origin =
      terminal.serving.origin ?? `http://localhost:${portOf(given, terminal.serving.port)}`;
    const working = await startWorking(terminal, opened, { origin, heard });
    await untilStopped();
    await serving.close();
    await working.stop();
    return 0;
  } finally {
    await opened.close();
  }
}

/** `heard`: what counts the work for `/metrics`. */
type Serving = { readonly server: Server; readonly heard: Partial<WorkerHearing> };

async function startServing(
  given: Given,
  terminal: Terminal,
  { database, target }: OpenDatabase,
): Promise<Serving> {
  const { serving } = terminal;
  let heard = {};
  const { smtpUrl, mailFrom } = serving;
  const port = portOf(given, serving.port);
  const origin = serving.origin ?? `http://localhost:${port}`;
  const accounts = await openAccounts({
    database,
    origin,
    now: terminal.now,
    makeToken,
    ...(smtpUrl === undefined ? {} : { sendMail: smtpMail(smtpUrl, mailFrom) }),
    print: (line) => void terminal.print(`${line}\n`),
  });
  const server = await openServer({
    database,
    target,
    version,
    now: terminal.now,
    makeId: randomUUID,
    allowPrivate: serving.allowPrivate,
    counted: (registry) => {
      heard = countWork(registry, { database, now: terminal.now });
    },
    accounts,
    demo,
    logLevel: serving.logLevel,
    requestsPerMinute: serving.requestsPerMinute,
    isBehindProxy: serving.isBehindProxy,
    screens,
  });
  await listen(server, serving.host, port);
  await welcome(terminal, database, origin);
  return { server, heard };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await server.app.listen({ host, port });
  } catch (error) {
    await server.close();
    if ((error as { code?: unknown }).code === "EADDRINUSE") refuse("port-in-use", { host, port });
    throw error;
  }
}

function portOf(given: Given, otherwise: number): number {
  const text = given.text("port");
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  return refuse("option-value-wrong", {
    option: "--port",
    given: text,
    wantedEs: "un puerto de 0 a 65535",
    wantedEn: "a port from 0 to 65535",
  });
}

/** A second signal does not wait: the process ends there and then, and nothing durable is lost. */
async function untilStopped(): Promise<void> {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}
