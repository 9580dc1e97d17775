/**
 * The first start: an empty database gets a workspace, and whoever reads the terminal the way in.
 */
import { randomBytes } from "node:crypto";
import { isOwned, showOwnerLink } from "../actions/account.ts";
import { createApiKey } from "../actions/api-key.ts";
import { permissions } from "../api/permission.ts";
import { acrossWorkspaces, type Database, inWorkspace } from "../store/db.ts";
import { addWorkspace, listWorkspaces } from "../store/workspace.ts";
import { inWords, type Terminal } from "./terminal.ts";

const FIRST = "main";

export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

const says = {
  open: { es: "Acuerdo está en {origin}\n", en: "Acuerdo is at {origin}\n" },
  owner: {
    es: "Todavía no hay propietario. Abre este enlace una vez para serlo:\n  {link}\n",
    en: "There is no owner yet. Open this link, once, to become it:\n  {link}\n",
  },
  key: {
    es: 'Una clave para programas (no se volverá a mostrar):\n  {key}\nPrueba:\n  curl -H "Authorization: Bearer {key}" {origin}/v1/workspace\nLa misma página sin cuenta:\n  {origin}/#key={key}\n',
    en: 'A key for programs (it will not be shown again):\n  {key}\nTry:\n  curl -H "Authorization: Bearer {key}" {origin}/v1/workspace\nThe same page without an account:\n  {origin}/#key={key}\n',
  },
} as const;

/**
 * Says where the product is; at the first start makes a workspace and a key and shows both ways in.
 */
export async function welcome(
  terminal: Terminal,
  database: Database,
  origin: string,
): Promise<void> {
  await terminal.print(inWords(terminal, says.open, { origin }));
  const key = await firstKey(terminal, database);
  if (!(await isOwned(database))) {
    const token = makeToken();
    await showOwnerLink(database, { token, now: terminal.now() });
    const link = `${origin}/owner?token=${token}`;
    await terminal.print(inWords(terminal, says.owner, { link }));
  }
  if (key !== undefined) await terminal.print(inWords(terminal, says.key, { key, origin }));
}

/** Undefined where there is a workspace already. */
async function firstKey(terminal: Terminal, database: Database): Promise<string | undefined> {
  const now = terminal.now();
  const [known] = await acrossWorkspaces(database, (db) => listWorkspaces(db, { limit: 1 }));
  if (known) return undefined;
  const isNew = await inWorkspace(database, FIRST, (db) =>
    addWorkspace(db, {
      id: FIRST,
      title: "Acuerdo",
      language: terminal.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      settings: {},
      createdAt: now,
    }),
  );
  if (!isNew) return undefined;
  const acting = { database, workspaceId: FIRST, actor: "acuerdo/first-start", now };
  const id = randomBytes(9).toString("base64url");
  const fresh = { id, secret: makeToken(), mayGive: permissions };
  const { text } = await createApiKey(acting, { title: "first", scopes: permissions }, fresh);
  return text;
}
