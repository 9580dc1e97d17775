/** Sessions, workspaces of a person, and the workspace's own provider. */
import {
  configureSingleSignOn,
  endSingleSignOn,
  singleSignOn,
} from "../../actions/single-sign-on.ts";
import { createWorkspace, openTo, shortNameOf } from "../../actions/workspace.ts";
import { refuse } from "../../engine/problem.ts";
import { isTimeZone } from "../../engine/zone.ts";
import { openInSession } from "../../store/account.ts";
import type { SingleSignOn } from "../../store/single-sign-on.ts";
import type { Asking, HandlersOf } from "../handler.ts";
import { formToken } from "../security.ts";
import type { Accounts } from "./accounts.ts";
import type { Known } from "./identity.ts";
import { discover } from "./provider.ts";

type Names =
  | "getSession"
  | "openWorkspace"
  | "createWorkspace"
  | "getSingleSignOn"
  | "saveSingleSignOn"
  | "removeSingleSignOn";

export function sessionHandlers(accounts: Accounts): HandlersOf<Names> {
  const told = ({ issuer, clientId, domains, joinsAs }: SingleSignOn) => ({
    issuer,
    clientId,
    domains: [...domains],
    joinsAs: joinsAs ?? null,
    callback: `${accounts.settings.origin}/sign-on/callback`,
  });
  return {
    getSession: async ({ request }) => {
      const known = await accounts.known(request);
      if (!known) return { person: null, workspaces: [], token: null };
      const workspaces = await opened(accounts, known);
      const token = formToken(accounts.secret, known.session.id);
      return { person: known.person, workspaces, token };
    },
    openWorkspace: async ({ request }, { body: { workspace } }) => {
      const known = await person(accounts, request);
      const within = await opened(accounts, known);
      if (!within.some((one) => one.workspace === workspace)) refuse("workspace-closed");
      const asked = { id: known.session.id, workspaceId: workspace };
      await accounts.database.transaction((db) => openInSession(db, asked));
      return { workspace };
    },
    createWorkspace: async ({ request, acting }, { body }) => {
      const known = await person(accounts, request);
      if (known.session.boundTo !== undefined) refuse("session-bound");
      const owned = (await opened(accounts, known)).some(({ role }) => role === "owner");
      if (!owned) refuse("role-beyond", { role: "owner" });
      if (!isTimeZone(body.timeZone)) refuse("time-zone-unknown", { zone: body.timeZone });
      const { title, language, timeZone } = body;
      const workspace = { id: body.id ?? shortNameOf(title), title, language, timeZone };
      const { id: account, name, email } = known.person;
      const founder = { account, name, email };
      await createWorkspace(accounts.database, { workspace, founder, now: acting.now });
      return { workspace: workspace.id };
    },
    getSingleSignOn: async ({ acting: { database, workspaceId } }) =>
      told(await singleSignOn(database, workspaceId)),
    saveSingleSignOn: async (asking, { body }) => {
      refuseOthers(asking);
      const { clientSecret: secret, joinsAs, ...rest } = body;
      const ownOrigin = accounts.settings.origin;
      const clientSecret = await accounts.identity.seal(secret);
      const settings = { ...rest, clientSecret, ...(joinsAs === undefined ? {} : { joinsAs }) };
      await discover(settings, { secret, ownOrigin });
      await configureSingleSignOn(asking.acting, settings);
      return told(settings);
    },
    removeSingleSignOn: async (asking) => {
      refuseOthers(asking);
      await endSingleSignOn(asking.acting);
      return { removed: true };
    },
  };
}

/**
 * A provider can vouch for anybody of the workspace, its owner included: the owner alone names it.
 */
function refuseOthers({ caller }: Asking): void {
  if (caller.role !== "owner") refuse("role-beyond", { role: "owner" });
}

async function person(accounts: Accounts, request: Asking["request"]): Promise<Known> {
  return (await accounts.known(request)) ?? refuse("session-ended");
}

async function opened(accounts: Accounts, { person: { id }, session }: Known) {
  const memberships = await openTo(accounts.database, id);
  return memberships
    .filter(({ workspace }) => session.boundTo === undefined || workspace === session.boundTo)
    .map(({ workspace, member: { role } }) => ({ workspace, role }));
}
