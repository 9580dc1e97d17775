/** Commands about what a store holds: its database, one workspace of it, and who acts. */
import type { Acting } from "../actions/acting.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { acrossWorkspaces, inWorkspace } from "../store/db.ts";
import { findWorkspace, listWorkspaces } from "../store/workspace.ts";
import type { Given, OptionRow } from "./command.ts";
import { openDatabase } from "./database.ts";
import { momentOption } from "./moment.ts";
import type { Terminal } from "./terminal.ts";

export const workspaceOption: OptionRow = {
  name: "workspace",
  value: "ID",
  says: {
    es: "El espacio de trabajo; no hace falta si solo hay uno.",
    en: "The workspace; not needed where there is only one.",
  },
};

/**
 * Runs `work` on a workspace of DATABASE_URL or of ./data. Refused: option-missing, where several.
 */
export async function onWorkspace<T>(
  given: Given,
  terminal: Terminal,
  work: (acting: Acting, timeZone: string) => Promise<T>,
): Promise<T> {
  const { database, close } = await openDatabase(terminal, 2);
  try {
    const page = { after: "", limit: 2 };
    const known = await acrossWorkspaces(database, (db) => listWorkspaces(db, page));
    const only = known.length === 1 ? known[0]?.id : undefined;
    const workspaceId =
      given.text("workspace") ?? only ?? refuse("option-missing", { option: "--workspace" });
    const found = await inWorkspace(database, workspaceId, (db) => findWorkspace(db, workspaceId));
    if (!found) return refuse("workspace-missing", { workspace: workspaceId });
    const acting = { database, workspaceId, actor: "acuerdo/cli", now: terminal.now() };
    return await work(acting, found.timeZone);
  } finally {
    await close();
  }
}

/** The value of an option that must be given. */
export function needed(given: Given, option: string): string {
  return given.text(option) ?? refuse("option-missing", { option: `--${option}` });
}

/** The instant of an option that must be given: with an offset, or in the workspace's zone. */
export function neededInstant(given: Given, option: string, timeZone: string): Instant {
  return (
    momentOption(given, option, timeZone) ?? refuse("option-missing", { option: `--${option}` })
  );
}

/** One of some words, or what they are. */
export function oneOf<T extends string>(
  words: readonly T[],
  { option, given }: { readonly option: string; readonly given: string },
): T {
  const found = words.find((word) => word === given);
  const wanted = words.join(", ");
  return (
    found ?? refuse("option-value-wrong", { option, given, wantedEs: wanted, wantedEn: wanted })
  );
}

export async function printJson(terminal: Terminal, value: unknown): Promise<void> {
  await terminal.print(`${JSON.stringify(value, null, 2)}\n`);
}
