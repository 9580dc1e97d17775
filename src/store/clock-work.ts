/** What the work of one commitment is like: how long it takes, and when it comes. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many, one } from "./db.ts";

export type WorkAsked = {
  readonly agreement: string;
  readonly commitment: string;
  readonly from: Instant;
  readonly to: Instant;
};

export type WorkSpread = {
  readonly clocks: number;
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
  readonly bins: readonly { readonly uptoMs: number; readonly clocks: number }[];
};

/** Upper ends of the bins: minutes, hours and days that people think in. */
const bins = [5, 15, 30, 60, 120, 240, 480, 960, 1_440, 2_880, 7_200, 14_400].map(
  (minutes) => minutes * 60_000,
);

/** Time spent by the clocks that started in the span and ended. */
export function spreadOfWork(db: Db, workspaceId: string, asked: WorkAsked): Promise<WorkSpread> {
  return one(
    db,
    sql`
      with ended as (
        select spent_open_ms as ms from clock
        where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
          and commitment = ${asked.commitment} and state = 'stopped'
          and started_at >= ${timestamp(asked.from)} and started_at < ${timestamp(asked.to)}
      )
      select count(*) as clocks,
        percentile_disc(0.5) within group (order by ms) as p50,
        percentile_disc(0.9) within group (order by ms) as p90,
        (select array_agg((select count(*) from ended where ms <= upto)::integer order by upto)
          from unnest(${bins}::bigint[]) as upto) as counts
      from ended`,
    (row) => ({
      clocks: row.clocks as number,
      p50Ms: row.p50 as number | null,
      p90Ms: row.p90 as number | null,
      bins: bins.map((uptoMs, index) => ({
        uptoMs,
        clocks: (row.counts as number[])[index] ?? 0,
      })),
    }),
  );
}

export type WorkCell = {
  readonly weekday: number;
  readonly hour: number;
  readonly clocks: number;
  readonly breached: number;
};

/** Clocks by the weekday (1 Monday … 7 Sunday) and hour at which they started, in a time zone. */
export function heatOfWork(
  db: Db,
  workspaceId: string,
  asked: WorkAsked & { readonly timeZone: string },
): Promise<WorkCell[]> {
  return many(
    db,
    sql`
      select extract(isodow from started_at at time zone ${asked.timeZone})::integer as weekday,
        extract(hour from started_at at time zone ${asked.timeZone})::integer as hour,
        count(*) as clocks, count(*) filter (where verdict = 'breached') as breached
      from clock
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
        and commitment = ${asked.commitment}
        and started_at >= ${timestamp(asked.from)} and started_at < ${timestamp(asked.to)}
      group by 1, 2 order by 1, 2`,
    (row) => ({
      weekday: row.weekday as number,
      hour: row.hour as number,
      clocks: row.clocks as number,
      breached: row.breached as number,
    }),
  );
}
