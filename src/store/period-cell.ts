/**
 * Periods as sums: cells by dimension and value, and the differences that are not folded into them
 * yet. Why appended and folded: docs/internals/periods.md.
 */
import sql from "sql-template-tag";
import { type Cell, emptyCell } from "../engine/measure-cell.ts";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, many, one, run } from "./db.ts";
import type { EventKey } from "./event.ts";

/** The whole has a dimension of its own, with the value "". */
export const WHOLE = "all";

/** What a value of a dimension of one period gains and loses. */
export type Shift = {
  readonly dimension: string;
  readonly value: string;
  readonly added: Cell;
  readonly taken: Cell;
};

export type PeriodKey = {
  readonly agreement: string;
  readonly commitment: string;
  readonly from: Instant;
};

/** `causes`: the facts that made the difference, as many as are worth naming. */
export type PeriodDelta = PeriodKey & {
  readonly shifts: readonly Shift[];
  readonly causes: readonly EventKey[];
};

export type PeriodCell = PeriodKey & {
  readonly dimension: string;
  readonly value: string;
  readonly cell: Cell;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Appends differences: no row that another batch writes as well is touched. */
export function appendDeltas(
  db: Db,
  workspaceId: string,
  deltas: readonly PeriodDelta[],
): Promise<number> {
  const records = deltas.map(({ agreement, commitment, from, shifts, causes }) => {
    const body = shifts.map(toPacked);
    return { agreement, commitment, starts_at: timestamp(from), body, causes };
  });
  return run(
    db,
    sql`
      insert into period_delta (workspace_id, agreement, commitment, starts_at, body, causes)
      select ${workspaceId}, agreement, commitment, starts_at, body, causes
      from ${table(
        records,
        `told (agreement text, commitment text,
        starts_at timestamptz, body jsonb, causes jsonb)`,
      )}`,
  );
}

/**
 * Whether this transaction alone may fold an agreement's differences; they wait where it may not.
 */
export function holdFolding(db: Db, workspaceId: string, agreement: string): Promise<boolean> {
  const key = `fold ${workspaceId} ${agreement}`;
  return one(
    db,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as held`,
    ({ held }) => held as boolean,
  );
}

/** Takes the oldest differences of an agreement out, in the order in which they were written. */
export function takeDeltas(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly limit: number },
): Promise<PeriodDelta[]> {
  return many(
    db,
    sql`
      with taken as (
        delete from period_delta
        where workspace_id = ${workspaceId} and (written_at, id) in (
          select written_at, id from period_delta
          where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
          order by written_at, id limit ${asked.limit})
        returning written_at, id, agreement, commitment, starts_at, body, causes
      )
      select agreement, commitment, starts_at, body, causes from taken order by written_at, id`,
    toDelta,
  );
}

/** The periods of a span, of one commitment or of all; the last instant is not among them. */
export type CellsAsked = {
  readonly agreement: string;
  readonly commitment?: string;
  readonly dimension: string;
  readonly from: Instant;
  readonly to: Instant;
};

export function pendingDeltas(
  db: Db,
  workspaceId: string,
  { agreement, commitment, from, to }: Omit<CellsAsked, "dimension">,
): Promise<PeriodDelta[]> {
  const only = commitment ?? null;
  return many(
    db,
    sql`
      select agreement, commitment, starts_at, body, causes from period_delta
      where workspace_id = ${workspaceId} and agreement = ${agreement}
        and (${only}::text is null or commitment = ${only})
        and starts_at >= ${timestamp(from)} and starts_at < ${timestamp(to)}
      order by written_at, id`,
    toDelta,
  );
}

/** More values of a dimension than these are not shown in one report. */
const MOST_CELLS = 100_000;

export function listCells(db: Db, workspaceId: string, asked: CellsAsked): Promise<PeriodCell[]> {
  const commitment = asked.commitment ?? null;
  return many(
    db,
    sql`
      select agreement, commitment, starts_at, dimension, value, cell from period_cell
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
        and (${commitment}::text is null or commitment = ${commitment})
        and starts_at >= ${timestamp(asked.from)} and starts_at < ${timestamp(asked.to)}
        and dimension = ${asked.dimension}
      order by starts_at desc, commitment, value limit ${MOST_CELLS}`,
    toCell,
  );
}

type CellName = Omit<PeriodCell, "cell">;

/** The cells of these names that there are, held until the transaction ends. */
export function lockCells(
  db: Db,
  workspaceId: string,
  names: readonly CellName[],
): Promise<PeriodCell[]> {
  return many(
    db,
    sql`
      select held.agreement, held.commitment, held.starts_at, held.dimension, held.value, held.cell
      from ${table(
        names.map(toName),
        `asked (agreement text,
        commitment text, starts_at timestamptz, dimension text, value text)`,
      )}
      cross join lateral (
        select agreement, commitment, starts_at, dimension, value, cell from period_cell
        where workspace_id = ${workspaceId} and agreement = asked.agreement
          and commitment = asked.commitment and starts_at = asked.starts_at
          and dimension = asked.dimension and value = asked.value
        for no key update
      ) as held`,
    toCell,
  );
}

export function saveCells(
  db: Db,
  { workspaceId, now }: Recording,
  cells: readonly PeriodCell[],
): Promise<number> {
  const records = cells.map(({ cell, ...name }) => ({ ...toName(name), cell }));
  return run(
    db,
    sql`
      insert into period_cell (workspace_id, agreement, commitment, starts_at, dimension, value,
        cell, updated_at)
      select ${workspaceId}, agreement, commitment, starts_at, dimension, value, cell,
        ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `told (agreement text, commitment text,
        starts_at timestamptz, dimension text, value text, cell jsonb)`,
      )}
      on conflict (workspace_id, agreement, commitment, starts_at, dimension, value) do update
        set cell = excluded.cell, updated_at = excluded.updated_at`,
  );
}

function toName({ agreement, commitment, from, dimension, value }: CellName) {
  return { agreement, commitment, starts_at: timestamp(from), dimension, value };
}

/** A shift without its names, and without what is nothing: there are many, and all are alike. */
type Packed = readonly [dimension: string, value: string, added: Cell, taken?: Cell];

function toPacked({ dimension, value, added, taken }: Shift): Packed {
  const isGain = Object.keys(taken).length === 0;
  return isGain ? [dimension, value, added] : [dimension, value, added, taken];
}

/** A shift that a former release wrote has its names. */
function toShift(told: Packed | Shift): Shift {
  if ("dimension" in told) return told;
  const [dimension, value, added, taken = emptyCell] = told;
  return { dimension, value, added, taken };
}

function toDelta(row: Readonly<Record<string, unknown>>): PeriodDelta {
  return {
    agreement: row.agreement as string,
    commitment: row.commitment as string,
    from: row.starts_at as Instant,
    shifts: (row.body as readonly (Packed | Shift)[]).map(toShift),
    causes: row.causes as readonly EventKey[],
  };
}

function toCell(row: Readonly<Record<string, unknown>>): PeriodCell {
  return {
    agreement: row.agreement as string,
    commitment: row.commitment as string,
    from: row.starts_at as Instant,
    dimension: row.dimension as string,
    value: row.value as string,
    cell: row.cell as Cell,
  };
}
