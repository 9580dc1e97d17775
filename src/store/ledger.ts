/** The ledger of credits: one chain of hashes a workspace, so that a row edited later is found. */
import { createHash } from "node:crypto";
import sql, { join } from "sql-template-tag";
import type { LedgerRow } from "../engine/ledger.ts";
import { brokenSeal, type Sealed, sealRows } from "../engine/ledger-chain.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, maybe, run } from "./db.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Appends rows, numbered and sealed after those there are. The workspace's row is held until the
 * transaction ends, as it is for the audit: a chain has one end.
 */
export async function appendLedger(
  db: Db,
  { workspaceId, now }: Recording,
  rows: readonly LedgerRow[],
): Promise<readonly LedgerRow[]> {
  if (rows.length === 0) return [];
  await run(db, sql`select from workspace where workspace_id = ${workspaceId} for no key update`);
  const last = await lastSealed(db, workspaceId);
  const numbered = rows.map((row, index) => ({ ...row, number: (last?.number ?? 0) + index + 1 }));
  const records = sealRows(numbered, sha256, last?.hash ?? "").map(toRecord);
  await run(
    db,
    sql`
      insert into ledger (workspace_id, number, credit, agreement, standing, customer, party,
        amount, currency, at, body, previous_hash, hash, created_at)
      select ${workspaceId}, number, credit, agreement, standing, customer, party, amount, currency,
        at, body, previous_hash, hash, ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (number bigint, credit text,
        agreement text, standing text, customer text, party text, amount numeric, currency text,
        at timestamptz, body jsonb, previous_hash text, hash text)`,
  );
  return numbered;
}

function lastSealed(db: Db, workspaceId: string) {
  return maybe(
    db,
    sql`
      select number, hash from ledger where workspace_id = ${workspaceId}
      order by number desc limit 1`,
    (row) => ({ number: row.number as number, hash: row.hash as string }),
  );
}

function toRecord({ row, previous, hash }: Sealed<LedgerRow>) {
  return {
    number: row.number,
    credit: row.credit,
    agreement: row.agreement,
    standing: row.standing,
    customer: row.customer,
    party: row.party,
    amount: row.amount,
    currency: row.currency,
    at: timestamp(row.at),
    body: row,
    previous_hash: previous,
    hash,
  };
}

/** Rows that one answer holds at most. */
const MOST_ROWS = 100_000;

/** The rows of agreements, or of all, and of one customer, in the order of the chain. */
export function ledgerRows(
  db: Db,
  workspaceId: string,
  asked: { readonly agreements?: readonly string[]; readonly customer?: string } = {},
): Promise<LedgerRow[]> {
  const where = [sql`workspace_id = ${workspaceId}`];
  if (asked.agreements) where.push(sql`agreement = any (${[...asked.agreements]})`);
  if (asked.customer !== undefined) where.push(sql`customer = ${asked.customer}`);
  return many(
    db,
    sql`
      select body from ledger where ${join(where, " and ")}
      order by number limit ${MOST_ROWS}`,
    (row) => row.body as LedgerRow,
  );
}

export type LedgerFinding = { readonly rows: number; readonly brokenAt?: number };

const PAGE = 1_000;

/** Walks the whole chain: a row changed, removed, or put in between breaks it where it is. */
export async function verifyLedger(db: Db, workspaceId: string): Promise<LedgerFinding> {
  let rows = 0;
  let previous = "";
  for (;;) {
    const page = await sealedPage(db, workspaceId, rows);
    const numbered = page.findIndex(({ number }, index) => number !== rows + index + 1);
    const broken = brokenSeal(page, sha256, previous) ?? page.length;
    const edited = page.findIndex(({ isTold }) => !isTold);
    const first = Math.min(...[numbered, edited].filter((at) => at >= 0), broken);
    if (first < page.length) return { rows: rows + first, brokenAt: rows + first + 1 };
    rows += page.length;
    previous = page.at(-1)?.hash ?? previous;
    if (page.length < PAGE) return { rows };
  }
}

/** `isTold`: the columns that lists and sums read say what the sealed row says. */
function sealedPage(db: Db, workspaceId: string, after: number) {
  return many(
    db,
    sql`
      select number, body, previous_hash, hash,
        (credit, agreement, standing, customer, party, amount, currency) is not distinct from
          (body->>'credit', body->>'agreement', body->>'standing', body->>'customer',
            body->>'party', (body->>'amount')::numeric, body->>'currency') as told
      from ledger where workspace_id = ${workspaceId} and number > ${after}
      order by number limit ${PAGE}`,
    (row) => ({
      number: row.number as number,
      row: row.body as LedgerRow,
      previous: row.previous_hash as string,
      hash: row.hash as string,
      isTold: row.told as boolean,
    }),
  );
}
