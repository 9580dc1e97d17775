/** People, invitations, keys and single sign-on, as the HTTP contract tells them. */
import { apiKeys, createApiKey, withdrawApiKey } from "../../actions/api-key.ts";
import { invite, openInvitations, takeBackInvitation } from "../../actions/invitation.ts";
import { type ActingAs, changeMember, dismissMember, members } from "../../actions/member.ts";
import { permissions } from "../../api/permission.ts";
import { refuse } from "../../engine/problem.ts";
import { type Instant, instantText, readInstant } from "../../engine/time.ts";
import type { ApiKey } from "../../store/api-key.ts";
import { inWorkspace } from "../../store/db.ts";
import type { Invitation } from "../../store/invitation.ts";
import type { Member } from "../../store/member.ts";
import { findWorkspace } from "../../store/workspace.ts";
import { may } from "../caller.ts";
import type { Asking, HandlersOf } from "../handler.ts";
import { present } from "../present.ts";
import type { Accounts } from "./accounts.ts";
import { invitationLink, invitationToken } from "./invitation-page.ts";

type Names =
  | "listMembers"
  | "changeMember"
  | "removeMember"
  | "listInvitations"
  | "invite"
  | "withdrawInvitation"
  | "listApiKeys"
  | "createApiKey"
  | "revokeApiKey";

export function accountHandlers(accounts: Accounts): HandlersOf<Names> {
  return {
    listMembers: async ({ acting }, { query: { limit, after } }) => {
      const page = { limit, ...(after === undefined ? {} : { after }) };
      const found = await members(acting, page);
      const next = found.length < limit ? null : (found.at(-1)?.account ?? null);
      return { members: found.map(toldMember), next };
    },
    changeMember: async (asking, { params, body }) => {
      return toldMember(await changeMember(actingAs(asking), params.account, present(body)));
    },
    removeMember: async (asking, { params: { account } }) => {
      await dismissMember(actingAs(asking), account);
      return { account };
    },
    listInvitations: async ({ acting }) => ({
      invitations: (await openInvitations(acting)).map(toldInvitation),
    }),
    invite: (asking, { body }) => sendInvitation(accounts, asking, body),
    withdrawInvitation: async (asking, { params: { id } }) => {
      await takeBackInvitation(actingAs(asking), id);
      return { id };
    },
    listApiKeys: async ({ acting }) => ({ keys: (await apiKeys(acting)).map(toldKey) }),
    createApiKey: async ({ acting, caller }, { body: { title, scopes, expiresAt } }) => {
      const until = expiresAt === undefined ? undefined : readInstant(expiresAt);
      const asked = { title, scopes, ...(until === undefined ? {} : { expiresAt: until }) };
      const made = {
        id: shortId(accounts),
        secret: accounts.settings.makeToken(),
        mayGive: permissions.filter((one) => may(caller, one)),
      };
      const { key, text } = await createApiKey(acting, asked, made);
      return { key: toldKey(key), text };
    },
    revokeApiKey: async ({ acting }, { params: { id } }) => {
      await withdrawApiKey(acting, id);
      accounts.keys.forget(acting.workspaceId);
      return { id };
    },
  };
}

/** A key that may do this acts as an administrator: it never makes or unmakes an owner. */
function actingAs({ acting, caller }: Asking): ActingAs {
  return { ...acting, role: caller.role ?? "admin" };
}

/** Short enough to read aloud, from the same chance as tokens; it is no secret. */
function shortId(accounts: Accounts): string {
  return accounts.settings
    .makeToken()
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 12);
}

async function sendInvitation(
  accounts: Accounts,
  asking: Asking,
  body: {
    readonly email: string;
    readonly role: Member["role"];
    readonly agreements?: readonly string[] | undefined;
    readonly customers?: readonly string[] | undefined;
  },
) {
  const { email, role, ...limited } = body;
  const asked = { email, role, ...present(limited) };
  const token = invitationToken(accounts.settings.makeToken(), accounts.hasMail);
  const made = { id: shortId(accounts), token };
  const invitation = await invite(actingAs(asking), asked, made);
  const link = invitationLink(accounts.settings.origin, token);
  const { database, workspaceId } = asking.acting;
  const workspace = await inWorkspace(database, workspaceId, (db) =>
    findWorkspace(db, workspaceId),
  );
  if (!workspace) return refuse("workspace-missing", { workspace: workspaceId });
  const { email: to } = invitation;
  const { language } = workspace;
  if (accounts.hasMail) accounts.send("invitation", { to, language, link, title: workspace.title });
  return { invitation: toldInvitation(invitation), link: accounts.hasMail ? null : link };
}

function toldMember({ account, role, title, email, team, agreements, customers }: Member) {
  return {
    account,
    role,
    title: title ?? null,
    email: email ?? null,
    team: team ?? null,
    agreements: agreements ? [...agreements] : null,
    customers: customers ? [...customers] : null,
  };
}

function toldInvitation(invitation: Invitation) {
  const { id, email, role, agreements, customers, invitedBy, ...times } = invitation;
  return {
    id,
    email,
    role,
    agreements: agreements ? [...agreements] : null,
    customers: customers ? [...customers] : null,
    invitedBy,
    createdAt: instantText(times.createdAt),
    expiresAt: instantText(times.expiresAt),
  };
}

function toldKey({ id, title, prefix, scopes, createdBy, ...times }: ApiKey) {
  const told = (at: Instant | undefined) => (at === undefined ? null : instantText(at));
  return {
    id,
    title,
    prefix,
    scopes: [...scopes],
    createdBy,
    createdAt: instantText(times.createdAt),
    expiresAt: told(times.expiresAt),
    revokedAt: told(times.revokedAt),
    lastUsedAt: told(times.lastUsedAt),
  };
}
