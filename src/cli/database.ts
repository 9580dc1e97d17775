/** The database a command works on: a server that it is told of, or our own in a folder. */
import { resolve } from "node:path";
import type { Problem } from "../engine/problem.ts";
import { Database, type Target } from "../store/db.ts";
import { startEmbedded } from "../store/embedded/server.ts";
import { migrate } from "../store/migrate.ts";
import { problemLines } from "./say.ts";
import type { Terminal } from "./terminal.ts";

export type OpenDatabase = {
  readonly database: Database;
  readonly target: Target;
  /** The names of the migrations that were missing. */
  readonly applied: readonly string[];
  readonly close: () => Promise<void>;
};

type Place = { readonly target: Target; readonly stop: () => Promise<void> };

/**
 * Opens and migrates. Our own server is started where nobody runs it yet, and stopped by `close`.
 */
export async function openDatabase(terminal: Terminal, connections = 20): Promise<OpenDatabase> {
  const { target, stop } = await placeOf(terminal);
  try {
    const applied = await migrate(target, terminal.now());
    const database = new Database(target, { connections, isPipelined: true });
    return {
      database,
      target,
      applied,
      close: async () => {
        await database.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function placeOf(terminal: Terminal): Promise<Place> {
  const { databaseUrl, data } = terminal.serving;
  if (databaseUrl !== undefined) return { target: databaseUrl, stop: async () => undefined };
  const say = (problem: Problem) => void terminal.warn(problemLines(terminal, [problem]));
  const { address, stop } = await startEmbedded({ directory: resolve(data), say });
  return { target: address, stop };
}
