/** A person's inbox in the product. */
import type { Instant } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";
import { countUnread, listNotices, type Notice, readNotices } from "../store/notice.ts";
import type { Acting } from "./acting.ts";

export type Inbox = { readonly notices: readonly Notice[]; readonly unread: number };

/** A page of it, the latest first, and how many are unread, counted up to 100. */
export function inboxOf(
  { database, workspaceId }: Acting,
  account: string,
  page: {
    readonly before?: { readonly createdAt: Instant; readonly id: string };
    readonly limit: number;
  },
): Promise<Inbox> {
  return inWorkspace(database, workspaceId, async (db) => ({
    notices: await listNotices(db, workspaceId, { account, ...page }),
    unread: await countUnread(db, workspaceId, account),
  }));
}

/** How many were unread before. */
export function markRead(
  { database, workspaceId, now }: Acting,
  account: string,
  ids: readonly string[],
): Promise<number> {
  return inWorkspace(database, workspaceId, (db) =>
    readNotices(db, workspaceId, { account, ids, now }),
  );
}
