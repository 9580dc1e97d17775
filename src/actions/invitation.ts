/** Invitations: a role that waits for whoever holds the link and the address. */
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { acrossWorkspaces, type Database, inWorkspace } from "../store/db.ts";
import {
  acceptInvitation,
  addInvitation,
  type FoundInvitation,
  findInvitation,
  type Invitation,
  listOpenInvitations,
  withdrawInvitation,
} from "../store/invitation.ts";
import { findMember, type Role, saveMember } from "../store/member.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { Acting } from "./acting.ts";
import { type ActingAs, limits, refuseBeyond } from "./member.ts";
import { hashOf } from "./token.ts";

/** How long an invitation waits. */
const PATIENCE = 7 * DAY;

/** Enough for a form; beyond it a list of invitations is not read by anybody. */
const MOST_OPEN = 500;

const EMAIL = /^[^\s@<>"',;]{1,64}@[^\s@<>"',;]{1,190}\.[^\s@<>"',;]{1,63}$/;

export type InvitationAsked = {
  readonly email: string;
  readonly role: Role;
  readonly agreements?: readonly string[];
  readonly customers?: readonly string[];
};

/** The address as it is kept: lower case. Refuses what is no address. */
export function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  return EMAIL.test(email) ? email : refuse("email-invalid", { email: text.slice(0, 100) });
}

/** Invites an address. `token` is what the link carries: it is told here and kept nowhere. */
export function invite(
  acting: ActingAs,
  asked: InvitationAsked,
  { id, token }: { readonly id: string; readonly token: string },
): Promise<Invitation> {
  const { database, workspaceId, actor, now } = acting;
  refuseBeyond(acting.role, [asked.role]);
  const invitation: Invitation = {
    id,
    email: readEmail(asked.email),
    role: asked.role,
    ...limits(asked.role, asked),
    invitedBy: actor,
    createdAt: now,
    expiresAt: (now + PATIENCE) as Instant,
  };
  return inWorkspace(database, workspaceId, async (db) => {
    await addInvitation(db, workspaceId, { invitation, tokenHash: hashOf(token) });
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "invitation.sent",
      target: `invitation/${id}`,
      facts: { email: invitation.email, role: asked.role },
    });
    return invitation;
  });
}

export function openInvitations({
  database,
  workspaceId,
  now,
}: Acting): Promise<readonly Invitation[]> {
  return inWorkspace(database, workspaceId, (db) =>
    listOpenInvitations(db, workspaceId, { now, limit: MOST_OPEN }),
  );
}

export function takeBackInvitation(acting: ActingAs, id: string): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const open = await listOpenInvitations(db, workspaceId, { now, limit: MOST_OPEN });
    const found = open.find((one) => one.id === id) ?? refuse("invitation-missing", { id });
    refuseBeyond(acting.role, [found.role]);
    await withdrawInvitation(db, workspaceId, id);
    const target = `invitation/${id}`;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "invitation.withdrawn",
      target,
      facts: {},
    });
  });
}

/** An invitation with the name of its workspace, for the page that the link opens. */
export type ShownInvitation = FoundInvitation & { readonly title: string };

/** What the link of `token` offers. Refused: used, withdrawn, expired, or never sent. */
export async function shownInvitation(
  database: Database,
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<ShownInvitation> {
  const found = await acrossWorkspaces(database, async (db) => {
    const open = await findInvitation(db, { tokenHash: hashOf(token), now });
    const workspace = open && (await findWorkspace(db, open.workspace));
    return open && workspace && { ...open, title: workspace.title };
  });
  return found ?? refuse("invitation-spent");
}

/**
 * Takes an invitation up for an account whose address is proved.
 *
 * Refused: an invitation for another address, one that is spent, and a member, who would lose the
 * role there is. Of two who come at once, one is refused.
 */
export async function takeInvitation(
  database: Database,
  {
    token,
    now,
    account,
    email,
    name,
  }: {
    readonly token: string;
    readonly now: Instant;
    readonly account: string;
    readonly email: string;
    readonly name: string;
  },
): Promise<string> {
  const { workspace, invitation } = await shownInvitation(database, { token, now });
  if (invitation.email !== email.toLowerCase()) refuse("invitation-address", { email });
  const { id, role, agreements, customers } = invitation;
  await inWorkspace(database, workspace, async (db) => {
    if ((await acceptInvitation(db, workspace, { id, now })) === 0) refuse("invitation-spent");
    if (await findMember(db, workspace, account)) refuse("member-known", { email });
    const limited = { ...(agreements ? { agreements } : {}), ...(customers ? { customers } : {}) };
    const recording = { workspaceId: workspace, now };
    await saveMember(db, recording, { account, role, title: name, email, ...limited });
    await appendAudit(db, workspace, {
      at: now,
      actor: `account/${account}`,
      deed: "invitation.accepted",
      target: `invitation/${id}`,
      facts: { role, invitedBy: invitation.invitedBy },
    });
  });
  return workspace;
}
