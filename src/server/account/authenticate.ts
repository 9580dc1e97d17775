/** Who asks: an API key, or a person's session in one of its workspaces. */
import type { FastifyRequest } from "fastify";
import { openTo } from "../../actions/workspace.ts";
import { refuse } from "../../engine/problem.ts";
import type { Membership } from "../../store/member.ts";
import type { Authenticate, Caller } from "../caller.ts";
import { changes, refuseForeign, refuseStale, TOKEN_HEADER } from "../security.ts";
import type { Accounts } from "./accounts.ts";
import type { KnownSession } from "./identity.ts";

/** A tab that shows another workspace than the one that is open in the session says so here. */
const WORKSPACE_HEADER = "x-acuerdo-workspace";

/**
 * Refuses: a key that is none, a session that is forged or over, a write by cookie from another
 * page, a workspace the account does not open. Whoever carries nothing is nobody.
 */
export function authenticateWith(accounts: Accounts): Authenticate {
  return async (request) => {
    const key = bearerOf(request);
    if (key !== undefined) return keyCaller(accounts, key);
    if (!accounts.hasSession(request)) return undefined;
    return sessionCaller(accounts, request);
  };
}

function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? refuse("api-key-wrong");
}

async function keyCaller(accounts: Accounts, text: string): Promise<Caller> {
  const { workspaceId, id, scopes } = await accounts.keys.check(text, accounts.now());
  return { workspaceId, apiKeyId: id, scopes };
}

async function sessionCaller(accounts: Accounts, request: FastifyRequest): Promise<Caller> {
  const known = (await accounts.known(request)) ?? refuse("session-ended");
  if (changes(request)) {
    refuseForeign(request, accounts.settings.origin);
    refuseStale(accounts.secret, known.session.id, request.headers[TOKEN_HEADER]);
  }
  const memberships = await openTo(accounts.database, known.person.id);
  const asked = request.headers[WORKSPACE_HEADER];
  const { workspace, member } = chosen(memberships, known.session, asked);
  return {
    workspaceId: workspace,
    accountId: known.person.id,
    role: member.role,
    ...(member.agreements ? { agreements: member.agreements } : {}),
    ...(member.customers ? { customers: member.customers } : {}),
  };
}

/** The workspace that is asked for, else the one that is open in the session, else the first. */
function chosen(
  memberships: readonly Membership[],
  { boundTo, workspaceId }: KnownSession,
  asked: string | string[] | undefined,
): Membership {
  const within = memberships.filter(
    ({ workspace }) => boundTo === undefined || workspace === boundTo,
  );
  const named = (wanted: unknown) => within.find(({ workspace }) => workspace === wanted);
  if (asked !== undefined) return named(asked) ?? refuse("workspace-closed");
  return named(workspaceId) ?? within[0] ?? refuse("workspace-closed");
}
