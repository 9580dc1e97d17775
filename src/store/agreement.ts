/** Agreements and their published revisions. */
import sql from "sql-template-tag";
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type AgreementState =
  | "draft"
  | "proposed"
  | "agreed"
  | "inForce"
  | "superseded"
  | "terminated"
  | "expired";

export type AgreementRow = {
  readonly id: string;
  readonly title: string;
  readonly state: AgreementState;
  readonly owner?: string;
  readonly labels: Readonly<Record<string, string>>;
};

/** `until` is the end of its own term; a later revision takes over sooner. */
export type RevisionRow = {
  readonly agreement: string;
  readonly number: number;
  readonly text: string;
  readonly document: AgreementDocument;
  readonly contentHash: string;
  readonly from: Instant;
  readonly until?: Instant;
  readonly existing: "keep" | "recompute";
  readonly publishedBy: string;
  readonly publishedAt: Instant;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds an agreement, or writes what has changed of it. */
export function saveAgreement(
  db: Db,
  { workspaceId, now }: Recording,
  agreement: AgreementRow,
): Promise<number> {
  const { id, title, state, owner, labels } = agreement;
  return run(
    db,
    sql`
      insert into agreement (workspace_id, id, title, state, owner, labels, created_at, updated_at)
      values (${workspaceId}, ${id}, ${title}, ${state}, ${owner ?? null}, ${json(labels)}::jsonb,
        ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do update set title = excluded.title, state = excluded.state,
        owner = excluded.owner, labels = excluded.labels, updated_at = excluded.updated_at`,
  );
}

export function listAgreements(
  db: Db,
  workspaceId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<AgreementRow[]> {
  return many(
    db,
    sql`
      select id, title, state, owner, labels from agreement
      where workspace_id = ${workspaceId} and id > ${page.after ?? ""}
      order by id limit ${page.limit}`,
    toAgreement,
  );
}

/** Publishes a revision; false where that number is taken, and the loser of a race reads again. */
export async function insertRevision(
  db: Db,
  workspaceId: string,
  revision: RevisionRow,
): Promise<boolean> {
  const added = await run(
    db,
    sql`
      insert into revision (workspace_id, agreement_id, number, text, document, content_hash,
        effective_from, effective_until, existing, published_by, created_at)
      values (${workspaceId}, ${revision.agreement}, ${revision.number}, ${revision.text},
        ${json(revision.document)}::jsonb, ${revision.contentHash}, ${timestamp(revision.from)},
        ${timestamp(revision.until)}, ${revision.existing}, ${revision.publishedBy},
        ${timestamp(revision.publishedAt)})
      on conflict (workspace_id, agreement_id, number) do nothing`,
  );
  return added === 1;
}

/** Every published revision, for judging: a clock of long ago keeps the one it started under. */
export function allRevisions(db: Db, workspaceId: string): Promise<RevisionRow[]> {
  return many(
    db,
    sql`
      select agreement_id, number, text, document, content_hash, effective_from, effective_until,
        existing, published_by, created_at
      from revision where workspace_id = ${workspaceId}
      order by agreement_id, number limit 10000`,
    toRevision,
  );
}

export function findRevision(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly number: number },
): Promise<RevisionRow | undefined> {
  return maybe(
    db,
    sql`
      select agreement_id, number, text, document, content_hash, effective_from, effective_until,
        existing, published_by, created_at
      from revision
      where workspace_id = ${workspaceId} and agreement_id = ${asked.agreement}
        and number = ${asked.number}`,
    toRevision,
  );
}

function toAgreement(row: Row): AgreementRow {
  const { id, title, state, owner, labels } = row;
  return present({ id, title, state, owner, labels });
}

function toRevision(row: Row): RevisionRow {
  return present({
    agreement: row.agreement_id,
    number: row.number,
    text: row.text,
    document: row.document,
    contentHash: row.content_hash,
    from: row.effective_from,
    until: row.effective_until,
    existing: row.existing,
    publishedBy: row.published_by,
    publishedAt: row.created_at,
  });
}
