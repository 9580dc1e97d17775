/** Hand-offs: what travelled, as it was, and what was answered. */
import sql from "sql-template-tag";
import type { Handoff } from "../engine/handoff.ts";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, many, maybe, run } from "./db.ts";

/** `source`, `campaign` and `owner` are those the subject had when it was last judged. */
export type HandoffRow = {
  readonly agreement: string;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly handoff: Handoff;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Writes submissions and their answers. What travelled with one is written once: a late fact does
 * not change what the receiver saw, unless it shows that another submission was meant.
 */
export function saveHandoffs(
  db: Db,
  { workspaceId, now }: Recording,
  rows: readonly HandoffRow[],
): Promise<number> {
  const records = rows.map(({ agreement, source, campaign, owner, handoff }) => ({
    subject: handoff.subject,
    agreement,
    handoff: handoff.handoff,
    round: handoff.round,
    at: timestamp(handoff.at),
    answer: handoff.answer?.is,
    is_complete: handoff.isComplete,
    source,
    campaign,
    owner,
    body: handoff,
  }));
  return run(
    db,
    sql`
      insert into handoff (workspace_id, subject, agreement, handoff, round, at, answer,
        is_complete, source, campaign, owner, body, updated_at)
      select ${workspaceId}, subject, agreement, handoff, round, at, answer, is_complete, source,
        campaign, owner, body, ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `told (subject text,
        agreement text, handoff text, round integer, at timestamptz, answer text,
        is_complete boolean, source text, campaign text, owner text, body jsonb)`,
      )}
      order by subject, agreement, handoff, round
      on conflict (workspace_id, subject, agreement, handoff, round) do update
        set answer = excluded.answer, at = excluded.at, source = excluded.source,
          campaign = excluded.campaign, owner = excluded.owner, updated_at = excluded.updated_at,
          is_complete = case when handoff.body->'event' = excluded.body->'event'
            then handoff.is_complete else excluded.is_complete end,
          body = case when handoff.body->'event' = excluded.body->'event'
            then handoff.body || jsonb_build_object('answer', excluded.body->'answer')
            else excluded.body end
      where (handoff.answer, handoff.source, handoff.campaign, handoff.owner,
          handoff.body->'answer', handoff.body->'event') is distinct from
        (excluded.answer, excluded.source, excluded.campaign, excluded.owner,
          excluded.body->'answer', excluded.body->'event')`,
  );
}

/** Where a page of hand-offs ended. */
export type HandoffPlace = {
  readonly at: Instant;
  readonly subject: string;
  readonly round: number;
};

/**
 * `agreements` limits to some of them. `isSettled`: whether the sender has done something about the
 * return.
 */
export type HandoffsAsked = {
  readonly agreements?: readonly string[];
  readonly subjectType?: string;
  readonly answer: "accepted" | "returned" | "open";
  readonly isSettled?: boolean;
  readonly family?: string;
  readonly source?: string;
  readonly before?: HandoffPlace;
  readonly limit: number;
};

/** A hand-off with what its subject is called now. */
export type NamedHandoff = HandoffRow & {
  readonly title: string | null;
  readonly company: string | null;
};

/** Hand-offs by how they were answered, the latest first. */
export function listHandoffs(
  db: Db,
  workspaceId: string,
  asked: HandoffsAsked,
): Promise<NamedHandoff[]> {
  const { before } = asked;
  return many(
    db,
    sql`
      select h.agreement, h.source, h.campaign, h.owner, h.body, s.attributes->>'name' as title,
        s.attributes->'company'->>'name' as company
      from handoff as h
      left join subject as s on s.workspace_id = ${workspaceId} and s.id = h.subject
      where h.workspace_id = ${workspaceId}
        and h.answer is not distinct from ${asked.answer === "open" ? null : asked.answer}
        and (${asked.agreements ?? null}::text[] is null
          or h.agreement = any (${asked.agreements ?? null}::text[]))
        and (${asked.subjectType ?? null}::text is null
          or starts_with(h.subject, ${asked.subjectType ?? ""} || '/'))
        and (${asked.isSettled ?? null}::boolean is null
          or (h.body->'answer'->>'settled' is not null) = ${asked.isSettled ?? null}::boolean)
        and (${asked.family ?? null}::text is null
          or h.body->'answer'->>'family' = ${asked.family ?? null}::text)
        and (${asked.source ?? null}::text is null or h.source = ${asked.source ?? null}::text)
        and (${before ? timestamp(before.at) : null}::timestamptz is null
          or (h.at, h.subject, h.round) < (${before ? timestamp(before.at) : null}::timestamptz,
            ${before?.subject ?? null}::text, ${before?.round ?? null}::integer))
      order by h.at desc, h.subject desc, h.round desc limit ${asked.limit}`,
    (row) => ({
      agreement: row.agreement as string,
      source: row.source as string | null,
      campaign: row.campaign as string | null,
      owner: row.owner as string | null,
      handoff: row.body as Handoff,
      title: row.title as string | null,
      company: row.company as string | null,
    }),
  );
}

/** Which hand-off of a subject; what is not said may be any. */
export type HandoffName = {
  readonly subject: string;
  readonly agreements?: readonly string[];
  readonly handoff?: string;
  readonly round?: number;
};

/** The latest hand-off that is meant. */
export function findHandoff(
  db: Db,
  workspaceId: string,
  { subject, agreements, handoff, round }: HandoffName,
): Promise<{ readonly agreement: string; readonly handoff: Handoff } | undefined> {
  return maybe(
    db,
    sql`
      select agreement, body from handoff
      where workspace_id = ${workspaceId} and subject = ${subject}
        and (${agreements ?? null}::text[] is null
          or agreement = any (${agreements ?? null}::text[]))
        and handoff = coalesce(${handoff ?? null}::text, handoff)
        and round = coalesce(${round ?? null}::integer, round)
      order by at desc, agreement, handoff limit 1`,
    (row) => ({ agreement: row.agreement as string, handoff: row.body as Handoff }),
  );
}
