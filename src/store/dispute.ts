/** Disputes: the claim and its evidence, frozen; the step it is at, which moves. */
import sql from "sql-template-tag";
import type { Dispute } from "../engine/dispute-claim.ts";
import type { Evidence, SealedEvidence } from "../engine/dispute-evidence.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

/** `step` counts from 1; absent, with `dueAt`, once there is an `outcome`. */
export type DisputeRow = {
  readonly dispute: Dispute;
  readonly step?: number;
  readonly dueAt?: Instant;
  readonly outcome?: string;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds a dispute with its evidence; 0 where one of that name is there. */
export function addDispute(
  db: Db,
  { workspaceId, now }: Recording,
  { dispute, sealed }: { readonly dispute: Dispute; readonly sealed: SealedEvidence },
): Promise<number> {
  const { id, agreement, commitment, period } = dispute;
  return run(
    db,
    sql`
      insert into dispute (workspace_id, id, agreement, commitment, starts_at, body, evidence,
        evidence_hash, created_at, updated_at)
      values (${workspaceId}, ${id}, ${agreement}, ${commitment}, ${timestamp(period.from)},
        ${json(dispute)}::jsonb, ${json(sealed.evidence)}::jsonb, ${sealed.hash},
        ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do nothing`,
  );
}

/** Moves a dispute on. */
export function moveDispute(
  db: Db,
  { workspaceId, now }: Recording,
  moved: {
    readonly id: string;
    readonly step: number | null;
    readonly dueAt: Instant | null;
    readonly outcome: string | null;
  },
): Promise<number> {
  return run(
    db,
    sql`
      update dispute set step = ${moved.step}, due_at = ${timestamp(moved.dueAt ?? undefined)},
        outcome = ${moved.outcome}, updated_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${moved.id}`,
  );
}

/** A dispute, held until the transaction ends: two may not decide it at once. */
export function lockDispute(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<DisputeRow | undefined> {
  return maybe(
    db,
    sql`
      select body, step, due_at, outcome from dispute
      where workspace_id = ${workspaceId} and id = ${id} for no key update`,
    toDispute,
  );
}

export function findEvidence(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<SealedEvidence | undefined> {
  return maybe(
    db,
    sql`
      select evidence, evidence_hash from dispute
      where workspace_id = ${workspaceId} and id = ${id}`,
    (row) => ({ evidence: row.evidence as Evidence, hash: row.evidence_hash as string }),
  );
}

/** Disputes of some agreements, or of all: first those open, by their deadline, then the latest. */
export function listDisputes(
  db: Db,
  workspaceId: string,
  asked: {
    readonly agreements?: readonly string[];
    readonly isOpen?: boolean;
    readonly limit: number;
  },
): Promise<DisputeRow[]> {
  const { isOpen = null, agreements = null } = asked;
  return many(
    db,
    sql`
      select body, step, due_at, outcome from dispute
      where workspace_id = ${workspaceId} 
        and (${agreements}::text[] is null or agreement = any (${agreements}::text[]))
        and (${isOpen}::boolean is null or (outcome is null) = ${isOpen})
      order by outcome is not null, due_at, created_at desc, id desc limit ${asked.limit}`,
    toDispute,
  );
}

/** The disputes that nobody has decided yet, of every agreement. */
export function openDisputes(db: Db, workspaceId: string): Promise<Dispute[]> {
  return many(
    db,
    sql`
      select body from dispute where workspace_id = ${workspaceId} and outcome is null
      order by agreement, starts_at, id limit 10000`,
    (row) => row.body as Dispute,
  );
}

function toDispute(row: Row): DisputeRow {
  return {
    dispute: row.body as Dispute,
    ...(row.step === null ? {} : { step: row.step as number }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at as Instant }),
    ...(row.outcome === null ? {} : { outcome: row.outcome as string }),
  };
}
