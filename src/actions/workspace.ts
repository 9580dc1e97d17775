/** Workspaces: made with an owner, and the list of those an account opens. */
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { acrossWorkspaces, type Database, type Db, inWorkspace } from "../store/db.ts";
import { type Membership, membershipsOf, saveMember } from "../store/member.ts";
import { addWorkspace } from "../store/workspace.ts";

export type NewWorkspace = {
  readonly id: string;
  readonly title: string;
  readonly language: "es" | "en";
  readonly timeZone: string;
};

export type Founder = { readonly account: string; readonly name: string; readonly email: string };

const SHORT_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Makes a workspace whose owner is `founder`. Refuses a short name that is taken or is none. */
export async function createWorkspace(
  database: Database,
  asked: {
    readonly workspace: NewWorkspace;
    readonly founder: Founder;
    readonly now: Instant;
  },
): Promise<void> {
  await inWorkspace(database, asked.workspace.id, (db) => foundWorkspace(db, asked));
}

/** The same inside a transaction of that workspace. */
export async function foundWorkspace(
  db: Db,
  {
    workspace,
    founder,
    now,
  }: {
    readonly workspace: NewWorkspace;
    readonly founder: Founder;
    readonly now: Instant;
  },
): Promise<void> {
  if (!SHORT_NAME.test(workspace.id)) refuse("workspace-name", { workspace: workspace.id });
  const isNew = await addWorkspace(db, { ...workspace, settings: {}, createdAt: now });
  if (!isNew) refuse("workspace-known", { workspace: workspace.id });
  await makeOwner(db, { workspaceId: workspace.id, founder, now, deed: "workspace.created" });
}

/** Puts `founder` into a workspace as its owner, and says so in the audit. */
export async function makeOwner(
  db: Db,
  {
    workspaceId,
    founder: { account, name, email },
    now,
    deed,
  }: {
    readonly workspaceId: string;
    readonly founder: Founder;
    readonly now: Instant;
    readonly deed: "workspace.created" | "member.added";
  },
): Promise<void> {
  await saveMember(db, { workspaceId, now }, { account, role: "owner", title: name, email });
  await appendAudit(db, workspaceId, {
    at: now,
    actor: `account/${account}`,
    deed,
    target: deed === "member.added" ? `account/${account}` : `workspace/${workspaceId}`,
    facts: { owner: account },
  });
}

/** Every workspace an account opens, by id. */
export function openTo(database: Database, account: string): Promise<readonly Membership[]> {
  return acrossWorkspaces(database, (db) => membershipsOf(db, account));
}

/** "Ñandú Telecom S.A." → "nandu-telecom-s-a": a short name to begin with. */
export function shortNameOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const dashed = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 63);
  return dashed.replace(/^-+|-+$/g, "") || "acuerdo";
}
