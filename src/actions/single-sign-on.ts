/** Single sign-on of a workspace: its provider, and how the people it vouches for come in. */
import { refuse } from "../engine/problem.ts";
import { appendAudit } from "../store/audit.ts";
import { type Database, inWorkspace } from "../store/db.ts";
import { acceptInvitation, listOpenInvitations } from "../store/invitation.ts";
import { findMember, type Role, saveMember } from "../store/member.ts";
import {
  findSingleSignOn,
  removeSingleSignOn,
  type SingleSignOn,
  saveSingleSignOn,
} from "../store/single-sign-on.ts";
import type { Acting } from "./acting.ts";

const MOST_OPEN = 500;

/** The provider of a workspace. Refuses a workspace that has none, or is none. */
export async function singleSignOn(database: Database, workspaceId: string): Promise<SingleSignOn> {
  const found = await inWorkspace(database, workspaceId, (db) => findSingleSignOn(db, workspaceId));
  return found ?? refuse("sign-on-missing");
}

/** Whether a workspace names a provider. */
export async function hasSingleSignOn(database: Database, workspaceId: string): Promise<boolean> {
  const found = await inWorkspace(database, workspaceId, (db) => findSingleSignOn(db, workspaceId));
  return found !== undefined;
}

/** Names a workspace's provider; `clientSecret` comes encrypted. */
export function configureSingleSignOn(acting: Acting, settings: SingleSignOn): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    await saveSingleSignOn(db, { workspaceId, now, by: actor }, settings);
    const { issuer, clientId, domains } = settings;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "singleSignOn.configured",
      target: `workspace/${workspaceId}`,
      facts: { issuer, clientId, domains: [...domains] },
    });
  });
}

export function endSingleSignOn(acting: Acting): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    if ((await removeSingleSignOn(db, workspaceId)) === 0) refuse("sign-on-missing");
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "singleSignOn.removed",
      target: `workspace/${workspaceId}`,
      facts: {},
    });
  });
}

/** Somebody a provider vouches for. */
export type Vouched = {
  readonly account: string;
  readonly email: string;
  readonly name: string;
};

/**
 * Whether somebody new with that address may come in: invited, or of a domain that joins by itself.
 */
export function mayJoin(
  acting: Acting,
  { email, isProved }: { readonly email: string; readonly isProved: boolean },
): Promise<
  | { readonly role: Role; readonly invitation?: string; readonly agreements?: readonly string[] }
  | undefined
> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const open = await listOpenInvitations(db, workspaceId, { now, limit: MOST_OPEN });
    const invited = open.find((one) => one.email === email);
    if (invited && isProved) {
      const { id, role, agreements } = invited;
      return { role, invitation: id, ...(agreements ? { agreements } : {}) };
    }
    const settings = await findSingleSignOn(db, workspaceId);
    const domain = email.slice(email.lastIndexOf("@") + 1);
    const isOfDomain = isProved && settings?.domains.includes(domain);
    return isOfDomain && settings?.joinsAs ? { role: settings.joinsAs } : undefined;
  });
}

/**
 * Lets a vouched person in as what `mayJoin` found. One who is a member already stays what they
 * are.
 */
export function join(
  acting: Acting,
  { account, email, name }: Vouched,
  found: NonNullable<Awaited<ReturnType<typeof mayJoin>>>,
): Promise<void> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    if (await findMember(db, workspaceId, account)) return;
    const { role, invitation, agreements } = found;
    if (invitation !== undefined) await acceptInvitation(db, workspaceId, { id: invitation, now });
    const limited = agreements ? { agreements } : {};
    await saveMember(db, { workspaceId, now }, { account, role, title: name, email, ...limited });
    await appendAudit(db, workspaceId, {
      at: now,
      actor: `account/${account}`,
      deed: "member.added",
      target: `account/${account}`,
      facts: { role, by: "singleSignOn" },
    });
  });
}
