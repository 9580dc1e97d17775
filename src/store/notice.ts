/** Notices: what lies in a person's inbox in the product. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, one, type Row, run } from "./db.ts";

export type Notice = {
  readonly id: string;
  readonly account: string;
  readonly kind: string;
  readonly happenedAt: Instant;
  readonly createdAt: Instant;
  readonly readAt?: Instant;
  readonly body: unknown;
};

/** Puts notices into inboxes; one that lies there already stays as it is, read or not. */
export function addNotices(
  db: Db,
  workspaceId: string,
  notices: readonly Notice[],
): Promise<number> {
  const records = notices.map((notice) => ({
    id: notice.id,
    account_id: notice.account,
    kind: notice.kind,
    happened_at: timestamp(notice.happenedAt),
    created_at: timestamp(notice.createdAt),
    body: notice.body,
  }));
  return run(
    db,
    sql`
      insert into notice (workspace_id, id, account_id, kind, happened_at, body, created_at)
      select ${workspaceId}, id, account_id, kind, happened_at, body, created_at
      from json_to_recordset(${json(records)}::json) as told (id text, account_id text, kind text,
        happened_at timestamptz, body jsonb, created_at timestamptz)
      order by id
      on conflict (workspace_id, id) do nothing`,
  );
}

/** A page of one person's inbox, the latest first. */
export function listNotices(
  db: Db,
  workspaceId: string,
  page: {
    readonly account: string;
    readonly before?: { readonly createdAt: Instant; readonly id: string };
    readonly limit: number;
  },
): Promise<Notice[]> {
  const before = timestamp(page.before?.createdAt) ?? "infinity";
  return many(
    db,
    sql`
      select id, account_id, kind, happened_at, created_at, read_at, body from notice
      where workspace_id = ${workspaceId} and account_id = ${page.account}
        and (created_at, id) < (${before}::timestamptz, ${page.before?.id ?? ""})
      order by created_at desc, id desc
      limit ${page.limit}`,
    toNotice,
  );
}

/** Marks some of a person's notices as read. */
export function readNotices(
  db: Db,
  workspaceId: string,
  read: { readonly account: string; readonly ids: readonly string[]; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update notice set read_at = ${timestamp(read.now)}
      where workspace_id = ${workspaceId} and account_id = ${read.account}
        and id = any (${[...read.ids]}) and read_at is null`,
  );
}

/** How many a person has not read, counted up to 100. */
export function countUnread(db: Db, workspaceId: string, account: string): Promise<number> {
  return one(
    db,
    sql`
      select count(*) as unread from (
        select 1 from notice
        where workspace_id = ${workspaceId} and account_id = ${account} and read_at is null
        limit 100) as counted`,
    (row) => row.unread as number,
  );
}

function toNotice(row: Row): Notice {
  return present({
    id: row.id,
    account: row.account_id,
    kind: row.kind,
    happenedAt: row.happened_at,
    createdAt: row.created_at,
    readAt: row.read_at,
    body: row.body,
  });
}
