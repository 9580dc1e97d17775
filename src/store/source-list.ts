/** Sources as they stand: what each told of lately, and up to when its facts are known. */
import sql from "sql-template-tag";
import { DAY, type Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many } from "./db.ts";

/**
 * `weekBefore` and `fortnightBefore`: facts of the same hours as those since the last one, a week
 * and two weeks earlier. `lagMs`: within it nine of ten facts arrive. All of the last three weeks.
 */
export type SourceRow = {
  readonly source: string;
  readonly recent: number;
  readonly lastAt: Instant | null;
  readonly lagMs: number | null;
  readonly weekBefore: number;
  readonly fortnightBefore: number;
  readonly knownUntil: Instant | null;
};

/** Three weeks: a week of silence, and the same hours two weeks before it. */
const WINDOW = 21 * DAY;
const WEEK = 7 * DAY;
const MOST_SOURCES = 1_000;

/** Every source that ever told of something or has a watermark, by name. */
export function sourceList(db: Db, workspaceId: string, now: Instant): Promise<SourceRow[]> {
  const since = timestamp((now - WINDOW) as Instant);
  const at = timestamp(now);
  const [week, fortnight] = [`${WEEK} milliseconds`, `${2 * WEEK} milliseconds`];
  return many(
    db,
    sql`
      with recursive named as (
        (select source from event where workspace_id = ${workspaceId} order by source limit 1)
        union all
        select (select e.source from event as e
          where e.workspace_id = ${workspaceId} and e.source > named.source
          order by e.source limit 1)
        from named where named.source is not null
      ), recent as materialized (
        select source, occurred_at, recorded_at from event
        where workspace_id = ${workspaceId} and created_at >= ${since}::timestamptz
          and occurred_at >= ${since}::timestamptz and occurred_at <= ${at}::timestamptz
      ), told as (
        select source, count(*) as recent, max(occurred_at) as last_at,
          percentile_disc(0.9) within group (order by recorded_at - occurred_at) as lag
        from recent group by source
      ), known as (
        select source from named where source is not null
        union select source from watermark where workspace_id = ${workspaceId}
      )
      select known.source, coalesce(told.recent, 0) as recent, told.last_at,
        (extract(epoch from told.lag) * 1000)::bigint as lag_ms, watermark.known_until,
        (select count(*) from recent as r where r.source = known.source
          and r.occurred_at > told.last_at - ${week}::interval
          and r.occurred_at <= ${at}::timestamptz - ${week}::interval) as week_before,
        (select count(*) from recent as r where r.source = known.source
          and r.occurred_at > told.last_at - ${fortnight}::interval
          and r.occurred_at <= ${at}::timestamptz - ${fortnight}::interval) as fortnight_before
      from known
      left join told on told.source = known.source
      left join watermark
        on watermark.workspace_id = ${workspaceId} and watermark.source = known.source
      order by known.source limit ${MOST_SOURCES}`,
    (row) => ({
      source: row.source as string,
      recent: row.recent as number,
      lastAt: row.last_at as Instant | null,
      lagMs: row.lag_ms as number | null,
      weekBefore: row.week_before as number,
      fortnightBefore: row.fortnight_before as number,
      knownUntil: row.known_until as Instant | null,
    }),
  );
}
