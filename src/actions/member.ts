/**
 * Who belongs to a workspace and as what. Every change is in the audit. Docs:
 * docs/operating/accounts.md.
 */
import { refuse } from "../engine/problem.ts";
import { endBoundSessions } from "../store/account.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import {
  countOwners,
  findMember,
  listMembers,
  type Member,
  type Role,
  removeMember,
  saveMember,
} from "../store/member.ts";
import { holdWorkspace } from "../store/workspace.ts";
import type { Acting } from "./acting.ts";

/**
 * Whoever has the role on the left may give and take those on the right, and change who has them.
 */
export const givenBy: Readonly<Record<Role, readonly Role[]>> = {
  owner: ["owner", "admin", "manager", "member", "auditor", "counterparty"],
  admin: ["admin", "manager", "member", "auditor", "counterparty"],
  manager: [],
  member: [],
  auditor: [],
  counterparty: [],
};

/** Somebody who acts under a role of their own. A key that may do this acts as an admin. */
export type ActingAs = Acting & { readonly role: Role };

export type MemberChange = {
  readonly role?: Role;
  readonly agreements?: readonly string[];
  /** None: of all customers. */
  readonly customers?: readonly string[];
  readonly title?: string;
  readonly team?: string;
};

export function members(
  { database, workspaceId }: Acting,
  page: { readonly after?: string; readonly limit: number },
): Promise<readonly Member[]> {
  return inWorkspace(database, workspaceId, (db) => listMembers(db, workspaceId, page));
}

/**
 * Changes what a member may do, or what it is called; it holds from the member's next request on.
 *
 * Refused: a role that the one who acts may not give or take, the last owner, a counterparty
 * without agreements.
 */
export function changeMember(
  acting: ActingAs,
  account: string,
  change: MemberChange,
): Promise<Member> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const before = await heldMember(db, workspaceId, account);
    const role = change.role ?? before.role;
    const { agreements, customers, ...rest } = before;
    const after: Member = {
      ...rest,
      ...titles(change),
      role,
      ...limits(role, limitsAfter(change, { agreements, customers })),
    };
    const isSame = role === before.role && !change.agreements && !change.customers;
    if (!isSame) refuseBeyond(acting.role, [before.role, role]);
    if (isSame && acting.actor !== `account/${account}`) refuseBeyond(acting.role, [before.role]);
    if (role !== "owner") await refuseLastOwner(db, workspaceId, before);
    await saveMember(db, { workspaceId, now }, after);
    await write(db, acting, { deed: "member.changed", account, facts: factsOf(before, after) });
    return after;
  });
}

/** Takes somebody out of the workspace: their next request is refused. */
export function dismissMember(acting: ActingAs, account: string): Promise<void> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const before = await heldMember(db, workspaceId, account);
    if (acting.actor !== `account/${account}`) refuseBeyond(acting.role, [before.role]);
    await refuseLastOwner(db, workspaceId, before);
    await removeMember(db, workspaceId, account);
    await endBoundSessions(db, { person: account, workspaceId });
    await write(db, acting, { deed: "member.removed", account, facts: { role: before.role } });
  });
}

/** A change of role begins anew; what is not said stays otherwise. */
function limitsAfter(change: MemberChange, before: Limits): Limits {
  const kept = change.role ? {} : before;
  return {
    agreements: change.agreements ?? kept.agreements,
    customers: change.customers ?? kept.customers,
  };
}

type Limits = {
  readonly agreements?: readonly string[] | undefined;
  readonly customers?: readonly string[] | undefined;
};

/** What a role is limited to: a counterparty to agreements and customers, nobody else to any. */
export function limits(
  role: Role,
  { agreements = [], customers = [] }: Limits,
): Pick<Member, "agreements" | "customers"> {
  if (role !== "counterparty") {
    return agreements.length + customers.length > 0 ? refuse("agreements-idle") : {};
  }
  if (agreements.length === 0) return refuse("agreements-needed");
  return { agreements, ...(customers.length > 0 ? { customers } : {}) };
}

/** Refuses roles that `role` may not give or take. */
export function refuseBeyond(role: Role, roles: readonly Role[]): void {
  for (const one of roles) if (!givenBy[role].includes(one)) refuse("role-beyond", { role: one });
}

/** Two owners who leave at once wait for each other here, so that one of them stays. */
async function heldMember(db: Db, workspaceId: string, account: string): Promise<Member> {
  await holdWorkspace(db, workspaceId);
  const found = await findMember(db, workspaceId, account);
  return found ?? refuse("member-missing", { account });
}

async function refuseLastOwner(db: Db, workspaceId: string, { role }: Member): Promise<void> {
  if (role === "owner" && (await countOwners(db, workspaceId)) < 2) refuse("owner-last");
}

function titles({ title, team }: MemberChange): Pick<MemberChange, "title" | "team"> {
  return { ...(title === undefined ? {} : { title }), ...(team === undefined ? {} : { team }) };
}

function factsOf(before: Member, after: Member) {
  return {
    from: before.role,
    to: after.role,
    ...(after.agreements ? { agreements: [...after.agreements] } : {}),
    ...(after.customers ? { customers: [...after.customers] } : {}),
  };
}

function write(
  db: Db,
  { workspaceId, actor, now: at }: Acting,
  done: {
    readonly deed: string;
    readonly account: string;
    readonly facts: Parameters<typeof appendAudit>[2]["facts"];
  },
) {
  const { deed, account, facts } = done;
  return appendAudit(db, workspaceId, { at, actor, deed, target: `account/${account}`, facts });
}
