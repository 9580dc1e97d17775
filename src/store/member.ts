/** Members: which account may do what in a workspace. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, one, type Row, run } from "./db.ts";

export type Role = "owner" | "admin" | "manager" | "member" | "auditor" | "counterparty";

/**
 * `agreements`: those a counterparty is limited to; `customers`: those whose matter alone it sees
 * of them. Every other role has none of either.
 */
export type Member = {
  readonly account: string;
  readonly role: Role;
  readonly title?: string;
  readonly email?: string;
  readonly team?: string;
  readonly agreements?: readonly string[];
  readonly customers?: readonly string[];
};

export type Membership = { readonly workspace: string; readonly member: Member };

type Recording = { readonly workspaceId: string; readonly now: Instant };

export function saveMember(
  db: Db,
  { workspaceId, now }: Recording,
  member: Member,
): Promise<number> {
  const { account, role, title, email, team, agreements, customers } = member;
  return run(
    db,
    sql`
      insert into member (workspace_id, account_id, role, title, email, team, agreements,
        customers, created_at, updated_at)
      values (${workspaceId}, ${account}, ${role}, ${title ?? null}, ${email ?? null},
        ${team ?? null}, ${agreements ?? null}, ${customers ?? null}, ${timestamp(now)},
        ${timestamp(now)})
      on conflict (workspace_id, account_id) do update set role = excluded.role,
        title = excluded.title, email = excluded.email, team = excluded.team,
        agreements = excluded.agreements, customers = excluded.customers,
        updated_at = excluded.updated_at`,
  );
}

export function findMember(
  db: Db,
  workspaceId: string,
  account: string,
): Promise<Member | undefined> {
  return maybe(
    db,
    sql`
      select account_id, role, title, email, team, agreements, customers from member
      where workspace_id = ${workspaceId} and account_id = ${account}`,
    toMember,
  );
}

/** The account of whoever goes by that address or, where it is one person alone, that name. */
export function accountNamed(
  db: Db,
  workspaceId: string,
  name: string,
): Promise<string | undefined> {
  return maybe(
    db,
    sql`
      select min(account_id) as account from member
      where workspace_id = ${workspaceId}
        and (lower(email) = lower(${name}) or lower(title) = lower(${name}))
      having count(*) = 1`,
    (row) => row.account as string,
  );
}

export function countOwners(db: Db, workspaceId: string): Promise<number> {
  return one(
    db,
    sql`
      select count(*) as owners from member where workspace_id = ${workspaceId} and role = 'owner'`,
    (row) => row.owners as number,
  );
}

export function removeMember(db: Db, workspaceId: string, account: string): Promise<number> {
  return run(
    db,
    sql`delete from member where workspace_id = ${workspaceId} and account_id = ${account}`,
  );
}

export function listMembers(
  db: Db,
  workspaceId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<Member[]> {
  return many(
    db,
    sql`
      select account_id, role, title, email, team, agreements, customers from member
      where workspace_id = ${workspaceId} and account_id > ${page.after ?? ""}
      order by account_id limit ${page.limit}`,
    toMember,
  );
}

/** Every workspace an account belongs to; for `acrossWorkspaces` alone. */
export function membershipsOf(db: Db, account: string): Promise<Membership[]> {
  return many(
    db,
    sql`
      select workspace_id, account_id, role, title, email, team, agreements, customers from member
      where account_id = ${account} order by workspace_id limit 1000`,
    (row) => ({ workspace: row.workspace_id as string, member: toMember(row) }),
  );
}

function toMember(row: Row): Member {
  const { account_id: account, role, title, email, team, agreements, customers } = row;
  return present({ account, role, title, email, team, agreements, customers });
}
