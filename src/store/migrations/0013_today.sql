-- Today's counters from an index alone, however many clocks are open.
--
-- Why: counting a hundred thousand open clocks from the table itself, and looking into the body of
-- each for its warnings, took longer than a page may. The index holds all that is counted and asked
-- for; the table is vacuumed sooner, so that the index alone is to be believed.
-- Lock: clock is rewritten, for the column, and cannot be read meanwhile: some seconds a million.
-- Previous release: can run, the database itself fills the column.

alter table clock add column is_at_risk boolean not null generated always as (
  verdict = 'open' and state in ('waiting', 'running', 'paused')
  and coalesce(body->'warnings' <> '[]'::jsonb, false)) stored;
alter table clock set (autovacuum_vacuum_scale_factor = 0.05,
  autovacuum_vacuum_insert_scale_factor = 0.05);
create index clock_open_today on clock (workspace_id)
  include (verdict, due_order, is_at_risk, agreement, commitment, owner, team, source)
  where is_open;
