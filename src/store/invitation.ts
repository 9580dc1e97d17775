/** Invitations: a role that waits for whoever holds the token. Only its hash is kept. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";
import type { Role } from "./member.ts";

export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly agreements?: readonly string[];
  readonly customers?: readonly string[];
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

export type FoundInvitation = { readonly workspace: string; readonly invitation: Invitation };

export function addInvitation(
  db: Db,
  workspaceId: string,
  { invitation, tokenHash }: { readonly invitation: Invitation; readonly tokenHash: string },
): Promise<number> {
  const { id, email, role, agreements, customers, invitedBy, createdAt, expiresAt } = invitation;
  return run(
    db,
    sql`
      insert into invitation (workspace_id, id, email, role, agreements, customers, token_hash,
        invited_by, created_at, expires_at)
      values (${workspaceId}, ${id}, ${email}, ${role}, ${agreements ?? null},
        ${customers ?? null}, ${tokenHash}, ${invitedBy},
        ${timestamp(createdAt)}, ${timestamp(expiresAt)})`,
  );
}

/** The invitation of a token, while it is open; for `acrossWorkspaces` alone. */
export function findInvitation(
  db: Db,
  { tokenHash, now }: { readonly tokenHash: string; readonly now: Instant },
): Promise<FoundInvitation | undefined> {
  return maybe(
    db,
    sql`
      select workspace_id, id, email, role, agreements, customers, invited_by, created_at,
        expires_at
      from invitation
      where token_hash = ${tokenHash} and accepted_at is null and expires_at > ${timestamp(now)}`,
    (row) => ({ workspace: row.workspace_id as string, invitation: toInvitation(row) }),
  );
}

/** Takes an invitation up; 0 where somebody already did, or where its time is over. */
export function acceptInvitation(
  db: Db,
  workspaceId: string,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update invitation set accepted_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${id} and accepted_at is null
        and expires_at > ${timestamp(now)}`,
  );
}

/** Takes an invitation back. */
export function withdrawInvitation(db: Db, workspaceId: string, id: string): Promise<number> {
  return run(
    db,
    sql`
      delete from invitation
      where workspace_id = ${workspaceId} and id = ${id} and accepted_at is null`,
  );
}

export function listOpenInvitations(
  db: Db,
  workspaceId: string,
  asked: { readonly now: Instant; readonly limit: number },
): Promise<Invitation[]> {
  return many(
    db,
    sql`
      select id, email, role, agreements, customers, invited_by, created_at, expires_at
      from invitation
      where workspace_id = ${workspaceId} and accepted_at is null
        and expires_at > ${timestamp(asked.now)}
      order by created_at desc, id limit ${asked.limit}`,
    toInvitation,
  );
}

function toInvitation(row: Row): Invitation {
  return present({
    id: row.id,
    email: row.email,
    role: row.role,
    agreements: row.agreements,
    customers: row.customers,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  });
}
