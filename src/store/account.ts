/**
 * What stands around people's accounts: the secret that signs, the link that makes the first owner,
 * and the tries that failed. The accounts themselves are written by the identity library.
 */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, one, run } from "./db.ts";

export type Person = { readonly id: string; readonly name: string; readonly email: string };

/** Whether anybody has an account here. */
export function hasAccounts(db: Db): Promise<boolean> {
  return one(
    db,
    sql`select exists (select from account.person) as has`,
    (row) => row.has as boolean,
  );
}

/** The secret of this installation: `candidate` where there was none. */
export async function keepSecret(
  db: Db,
  { candidate, now }: { readonly candidate: string; readonly now: Instant },
): Promise<string> {
  await run(
    db,
    sql`
      insert into account.secret (value, created_at) values (${candidate}, ${timestamp(now)})
      on conflict (id) do nothing`,
  );
  return one(db, sql`select value from account.secret`, (row) => row.value as string);
}

/** Whether any workspace has an owner; for `acrossWorkspaces` alone. */
export function hasOwner(db: Db): Promise<boolean> {
  return one(
    db,
    sql`select exists (select from member where role = 'owner') as found`,
    (row) => row.found as boolean,
  );
}

/** Puts a link that makes the first owner in the place of any before it. */
export function replaceOwnerLink(
  db: Db,
  link: { readonly tokenHash: string; readonly now: Instant; readonly expiresAt: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      insert into account.owner_link (token_hash, expires_at, created_at)
      values (${link.tokenHash}, ${timestamp(link.expiresAt)}, ${timestamp(link.now)})
      on conflict (id) do update set token_hash = excluded.token_hash,
        expires_at = excluded.expires_at, created_at = excluded.created_at`,
  );
}

type Shown = { readonly tokenHash: string; readonly now: Instant };

/** Whether the link of that token is good. */
export async function hasOwnerLink(db: Db, { tokenHash, now }: Shown): Promise<boolean> {
  const found = await maybe(
    db,
    sql`
      select id from account.owner_link
      where token_hash = ${tokenHash} and expires_at > ${timestamp(now)}`,
    (row) => row,
  );
  return found !== undefined;
}

/** Uses the link up; 0 where it was used, replaced, or ran out. */
export function takeOwnerLink(db: Db, { tokenHash, now }: Shown): Promise<number> {
  return run(
    db,
    sql`
      delete from account.owner_link
      where token_hash = ${tokenHash} and expires_at > ${timestamp(now)}`,
  );
}

export type Attempt = { readonly failures: number; readonly lockedUntil?: Instant };

/** The failed tries of each key that has any; locked until the transaction ends. */
export function findAttempts(
  db: Db,
  keys: readonly string[],
): Promise<(Attempt & { readonly key: string })[]> {
  return many(
    db,
    sql`
      select key, failures, locked_until from account.attempt
      where key = any (${[...keys]}) order by key limit 100`,
    (row) => present({ key: row.key, failures: row.failures, lockedUntil: row.locked_until }),
  );
}

/**
 * Counts one more failure and gives back how many there are; those before `since` are forgotten.
 */
export function countFailure(
  db: Db,
  { key, now, since }: { readonly key: string; readonly now: Instant; readonly since: Instant },
): Promise<number> {
  return one(
    db,
    sql`
      insert into account.attempt as known (key, failures, updated_at)
      values (${key}, 1, ${timestamp(now)})
      on conflict (key) do update set updated_at = excluded.updated_at,
        failures = case when known.updated_at < ${timestamp(since)} then 1
          else known.failures + 1 end
      returning failures`,
    (row) => row.failures as number,
  );
}

export function lockAttempts(
  db: Db,
  { key, until }: { readonly key: string; readonly until: Instant },
): Promise<number> {
  return run(
    db,
    sql`update account.attempt set locked_until = ${timestamp(until)} where key = ${key}`,
  );
}

export function forgetAttempts(db: Db, key: string): Promise<number> {
  return run(db, sql`delete from account.attempt where key = ${key}`);
}

/** Removes what no longer counts, a bounded number at a time. */
export function sweepAccounts(
  db: Db,
  { before, limit }: { readonly before: Instant; readonly limit: number },
): Promise<number> {
  return run(
    db,
    sql`
      with attempts as (
        delete from account.attempt where key in (
          select key from account.attempt where updated_at < ${timestamp(before)} limit ${limit})
      ), verifications as (
        delete from account.verification where id in (
          select id from account.verification
          where expires_at < ${timestamp(before)} limit ${limit})
      )
      delete from account.session where id in (
        select id from account.session where expires_at < ${timestamp(before)} limit ${limit})`,
  );
}

/** Who has an address, and whether a second factor stands before it. */
export function findPerson(
  db: Db,
  email: string,
): Promise<(Person & { readonly hasTwoFactor: boolean }) | undefined> {
  return maybe(
    db,
    sql`
      select id, name, email, two_factor_enabled from account.person
      where email = ${email.toLowerCase()}`,
    ({ id, name, email: address, two_factor_enabled: hasTwoFactor }) =>
      present({ id, name, email: address, hasTwoFactor }),
  );
}

export type Session = {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly address?: string;
  readonly agent?: string;
  readonly boundTo?: string;
};

/** Where an account is signed in, the latest first. Tokens stay in the database. */
export function listSessions(
  db: Db,
  { person, now }: { readonly person: string; readonly now: Instant },
): Promise<Session[]> {
  return many(
    db,
    sql`
      select id, created_at, updated_at, ip_address, user_agent, bound_to from account.session
      where person_id = ${person} and expires_at > ${timestamp(now)}
      order by created_at desc, id limit 100`,
    (row) =>
      present({
        id: row.id,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        address: row.ip_address,
        agent: row.user_agent,
        boundTo: row.bound_to,
      }),
  );
}

/** Ends sessions of an account: that one, or all but the one that is kept. */
export function endSessions(
  db: Db,
  ended: { readonly person: string; readonly id?: string; readonly kept?: string },
): Promise<number> {
  return run(
    db,
    sql`
      delete from account.session where person_id = ${ended.person}
        and (${ended.id ?? null}::text is null or id = ${ended.id ?? null})
        and id is distinct from ${ended.kept ?? null}`,
  );
}

/** Ends the sessions that a workspace's provider vouched for. */
export function endBoundSessions(
  db: Db,
  { person, workspaceId }: { readonly person: string; readonly workspaceId: string },
): Promise<number> {
  return run(
    db,
    sql`
      delete from account.session where person_id = ${person} and bound_to = ${workspaceId}`,
  );
}

/** Opens another workspace in a session. */
export function openInSession(
  db: Db,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
): Promise<number> {
  return run(
    db,
    sql`
      update account.session set workspace_id = ${workspaceId}
      where id = ${id} and (bound_to is null or bound_to = ${workspaceId})`,
  );
}
