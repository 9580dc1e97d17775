/** Links that show one agreement to whoever holds them. Only the hash of each is kept. */
import sql from "sql-template-tag";
import type { Language } from "../engine/agreement.ts";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type AgreementLink = {
  readonly id: string;
  readonly agreement: string;
  readonly language: Language;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt?: Instant;
  readonly lastReadAt?: Instant;
};

export function addLink(
  db: Db,
  workspaceId: string,
  { link, tokenHash }: { readonly link: AgreementLink; readonly tokenHash: string },
): Promise<number> {
  const { id, agreement, language, createdBy, createdAt, expiresAt } = link;
  return run(
    db,
    sql`
      insert into agreement_link (workspace_id, id, agreement, language, token_hash, created_by,
        created_at, expires_at)
      values (${workspaceId}, ${id}, ${agreement}, ${language}, ${tokenHash}, ${createdBy},
        ${timestamp(createdAt)}, ${timestamp(expiresAt)})`,
  );
}

/** The links of an agreement, the latest first. */
export function listLinks(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly limit: number },
): Promise<AgreementLink[]> {
  return many(
    db,
    sql`
      select id, agreement, language, created_by, created_at, expires_at, revoked_at, last_read_at
      from agreement_link
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
      order by created_at desc, id limit ${asked.limit}`,
    toLink,
  );
}

/** A link with the hash of its text; undefined where there is none of that id. */
export function findLink(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<{ readonly link: AgreementLink; readonly tokenHash: string } | undefined> {
  return maybe(
    db,
    sql`
      select id, agreement, language, created_by, created_at, expires_at, revoked_at, last_read_at,
        token_hash
      from agreement_link where workspace_id = ${workspaceId} and id = ${id}`,
    (row) => ({ link: toLink(row), tokenHash: row.token_hash as string }),
  );
}

/** 0 where there is no such link, or it was revoked before. */
export function revokeLink(
  db: Db,
  workspaceId: string,
  revoked: { readonly agreement: string; readonly id: string; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update agreement_link set revoked_at = ${timestamp(revoked.now)}
      where workspace_id = ${workspaceId} and agreement = ${revoked.agreement}
        and id = ${revoked.id} and revoked_at is null`,
  );
}

/** Notes that a link was read, once a minute at most. */
export function touchLink(
  db: Db,
  workspaceId: string,
  read: { readonly id: string; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update agreement_link set last_read_at = ${timestamp(read.now)}
      where workspace_id = ${workspaceId} and id = ${read.id}
        and (last_read_at is null
          or last_read_at < ${timestamp(read.now)}::timestamptz - interval '1 minute')`,
  );
}

function toLink(row: Row): AgreementLink {
  return present({
    id: row.id,
    agreement: row.agreement,
    language: row.language,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastReadAt: row.last_read_at,
  });
}
