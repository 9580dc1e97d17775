/** Accounts: the link that makes the first owner, and what the audit says of signing in. */
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { hasOwner, hasOwnerLink, replaceOwnerLink, takeOwnerLink } from "../store/account.ts";
import { appendAudit } from "../store/audit.ts";
import { acrossWorkspaces, type Database, inWorkspace } from "../store/db.ts";
import { findWorkspace, listWorkspaces, type Workspace } from "../store/workspace.ts";
import { hashOf } from "./token.ts";
import { type Founder, foundWorkspace, makeOwner, type NewWorkspace, openTo } from "./workspace.ts";

/** How long the link in the terminal is good; the next start, or the command, shows another. */
const LINK_LIFE = DAY;

type Shown = { readonly token: string; readonly now: Instant };

/** Whether somebody owns something here already. */
export function isOwned(database: Database): Promise<boolean> {
  return acrossWorkspaces(database, hasOwner);
}

/** Makes `token` the one link that makes the first owner. Refused: where there is an owner. */
export async function showOwnerLink(database: Database, { token, now }: Shown): Promise<void> {
  if (await isOwned(database)) refuse("owner-known");
  const expiresAt = (now + LINK_LIFE) as Instant;
  await database.transaction((db) =>
    replaceOwnerLink(db, { tokenHash: hashOf(token), now, expiresAt }),
  );
}

/** Refuses a link that is used, replaced or expired, and any link once there is an owner. */
export async function checkOwnerLink(database: Database, { token, now }: Shown): Promise<void> {
  if (await isOwned(database)) refuse("owner-known");
  const isGood = await database.transaction((db) =>
    hasOwnerLink(db, { tokenHash: hashOf(token), now }),
  );
  if (!isGood) refuse("owner-link-spent");
}

/** The workspace that waits for an owner: what was made, or imported, before anybody signed in. */
export async function ownerlessWorkspace(database: Database): Promise<Workspace | undefined> {
  const [first] = await acrossWorkspaces(database, (db) => listWorkspaces(db, { limit: 1 }));
  return first;
}

/**
 * Uses the link up and makes `founder` the owner: of the workspace that waits for one, where there
 * is one, otherwise of a new one. Of two who come at once, one is refused.
 */
export async function becomeOwner(
  database: Database,
  {
    token,
    now,
    founder,
    workspace,
  }: Shown & { readonly founder: Founder; readonly workspace: NewWorkspace },
): Promise<string> {
  await checkOwnerLink(database, { token, now });
  const waiting = await ownerlessWorkspace(database);
  const workspaceId = waiting?.id ?? workspace.id;
  await inWorkspace(database, workspaceId, async (db) => {
    if ((await takeOwnerLink(db, { tokenHash: hashOf(token), now })) === 0) {
      refuse("owner-link-spent");
    }
    if (await findWorkspace(db, workspaceId)) {
      await makeOwner(db, { workspaceId, founder, now, deed: "member.added" });
    } else await foundWorkspace(db, { workspace, founder, now });
  });
  return workspaceId;
}

export type SignInDeed =
  | "account.signedIn"
  | "account.signInRefused"
  | "account.signedOut"
  | "account.passwordChanged"
  | "account.twoFactorChanged";

/** An account of more workspaces than this is nobody's; the rest of them are not told. */
const MOST_TOLD = 100;

/**
 * Writes a deed of an account into the audit of every workspace it opens, or of `only` one: each
 * company's auditor sees who came in.
 */
export async function tellOfAccount(
  database: Database,
  {
    account,
    deed,
    now,
    facts,
    only,
  }: {
    readonly account: string;
    readonly deed: SignInDeed;
    readonly now: Instant;
    readonly facts: Readonly<Record<string, string>>;
    readonly only?: string | undefined;
  },
): Promise<void> {
  const memberships = await openTo(database, account);
  const told = memberships
    .map(({ workspace }) => workspace)
    .filter((workspace) => only === undefined || workspace === only);
  const name = `account/${account}`;
  for (const workspaceId of told.slice(0, MOST_TOLD)) {
    await inWorkspace(database, workspaceId, (db) =>
      appendAudit(db, workspaceId, { at: now, actor: name, deed, target: name, facts }),
    );
  }
}
