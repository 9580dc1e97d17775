/** Single sign-on: the provider that vouches for the people of one workspace. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, maybe, run } from "./db.ts";
import type { Role } from "./member.ts";

/** `clientSecret` is encrypted. Holders of an address in `domains` may join by themselves. */
export type SingleSignOn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: readonly string[];
  readonly joinsAs?: Role;
};

export function findSingleSignOn(db: Db, workspaceId: string): Promise<SingleSignOn | undefined> {
  return maybe(
    db,
    sql`
      select issuer, client_id, client_secret, domains, joins_as from single_sign_on
      where workspace_id = ${workspaceId}`,
    (row) =>
      present({
        issuer: row.issuer,
        clientId: row.client_id,
        clientSecret: row.client_secret,
        domains: row.domains,
        joinsAs: row.joins_as,
      }),
  );
}

export function saveSingleSignOn(
  db: Db,
  recording: { readonly workspaceId: string; readonly now: Instant; readonly by: string },
  { issuer, clientId, clientSecret, domains, joinsAs }: SingleSignOn,
): Promise<number> {
  const now = timestamp(recording.now);
  return run(
    db,
    sql`
      insert into single_sign_on (workspace_id, issuer, client_id, client_secret, domains, joins_as,
        updated_by, created_at, updated_at)
      values (${recording.workspaceId}, ${issuer}, ${clientId}, ${clientSecret}, ${[...domains]},
        ${joinsAs ?? null}, ${recording.by}, ${now}, ${now})
      on conflict (workspace_id) do update set issuer = excluded.issuer,
        client_id = excluded.client_id, client_secret = excluded.client_secret,
        domains = excluded.domains, joins_as = excluded.joins_as,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
  );
}

export function removeSingleSignOn(db: Db, workspaceId: string): Promise<number> {
  return run(db, sql`delete from single_sign_on where workspace_id = ${workspaceId}`);
}
