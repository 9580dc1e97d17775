/** Reviews: opened when they are due, and every deed done to them since. */
import sql from "sql-template-tag";
import type { Review } from "../engine/review.ts";
import type { Agenda } from "../engine/review-agenda.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

/** `agenda` is what was on its table when it was held; absent before. */
export type ReviewRow = { readonly review: Review; readonly agenda?: Agenda };

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Opens reviews that are not there yet, and gives back the names of those. */
export function addReviews(
  db: Db,
  { workspaceId, now }: Recording,
  reviews: readonly Review[],
): Promise<string[]> {
  const records = reviews.map((review) => ({
    id: review.due.key,
    agreement: review.due.agreement,
    state: review.state,
    due_at: timestamp(review.due.at),
    body: review,
  }));
  return many(
    db,
    sql`
      insert into review (workspace_id, id, agreement, state, due_at, body, created_at, updated_at)
      select ${workspaceId}, id, agreement, state, due_at, body, ${timestamp(now)}::timestamptz,
        ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (id text, agreement text, state text,
        due_at timestamptz, body jsonb)
      on conflict (workspace_id, id) do nothing
      returning id`,
    (row) => row.id as string,
  );
}

/** Writes a review that this transaction holds. */
export function saveReview(
  db: Db,
  { workspaceId, now }: Recording,
  { review, agenda }: ReviewRow,
): Promise<number> {
  return run(
    db,
    sql`
      update review set state = ${review.state}, body = ${json(review)}::jsonb,
        agenda = ${agenda ? json(agenda) : null}::jsonb, updated_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${review.due.key}`,
  );
}

/** A review, held until the transaction ends. */
export function lockReview(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<ReviewRow | undefined> {
  return maybe(
    db,
    sql`
      select body, agenda from review
      where workspace_id = ${workspaceId} and id = ${id} for no key update`,
    toReview,
  );
}

/** The latest reviews of one agreement, held until the transaction ends. */
export function lockReviews(
  db: Db,
  workspaceId: string,
  { agreement, limit }: { readonly agreement: string; readonly limit: number },
): Promise<ReviewRow[]> {
  return many(
    db,
    sql`
      select body, agenda from review
      where workspace_id = ${workspaceId} and agreement = ${agreement}
      order by due_at desc, id limit ${limit}
      for no key update`,
    toReview,
  );
}

/** The reviews of all agreements, or of some, the latest first. */
export function listReviews(
  db: Db,
  workspaceId: string,
  asked: { readonly agreements?: readonly string[]; readonly limit: number },
): Promise<ReviewRow[]> {
  return many(
    db,
    sql`
      select body, agenda from review
      where workspace_id = ${workspaceId} and (${asked.agreements ?? null}::text[] is null
        or agreement = any (${asked.agreements ?? null}::text[]))
      order by due_at desc, id limit ${asked.limit}`,
    toReview,
  );
}

function toReview(row: Row): ReviewRow {
  return {
    review: row.body as Review,
    ...(row.agenda === null ? {} : { agenda: row.agenda as Agenda }),
  };
}
