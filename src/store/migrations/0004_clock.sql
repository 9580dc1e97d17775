-- Conclusions: clocks as they stand, what was believed of each breach and when, and periods.
--
-- Why: everything here but `breach` can be dropped and remade from facts with the same result.
-- `breach` is what people were told, so it is kept as it was believed. `clock.body` is the engine's
-- whole conclusion; the columns beside it are what lists filter and sort by.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them.

create table clock (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  revision integer not null,
  level text not null,
  commitment text not null,
  subject text not null,
  subject_type text not null,
  cycle integer not null check (cycle > 0),
  state text not null check (state in ('waiting', 'running', 'paused', 'stopped', 'cancelled')),
  verdict text not null check (verdict in ('open', 'met', 'breached', 'excused', 'void')),
  provisional boolean not null default false,
  started_at timestamptz,
  due_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz,
  target_text text,
  target_ms bigint,
  spent_open_ms bigint not null default 0,
  spent_elapsed_ms bigint not null default 0,
  remaining_ms bigint,
  obliged text,
  beneficiary text,
  owner text,
  team text,
  source text,
  title text,
  body jsonb not null,
  -- Paused clocks have no due time and come last.
  due_order timestamptz not null
    generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  is_open boolean not null
    generated always as (state in ('waiting', 'running', 'paused')) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
) with (fillfactor = 85, autovacuum_analyze_scale_factor = 0.02,
  autovacuum_analyze_threshold = 2000);
create index clock_subject on clock (workspace_id, subject);
create index clock_open_due on clock (workspace_id, due_order, id) where is_open;
create index clock_open_owner on clock (workspace_id, owner, due_order, id) where is_open;
create index clock_open_team on clock (workspace_id, team, due_order, id) where is_open;
create index clock_open_agreement on clock (workspace_id, agreement, due_order, id) where is_open;
create index clock_open_breached on clock (workspace_id, due_order, id)
  where is_open and verdict = 'breached';
create index clock_started on clock (workspace_id, started_at, id);
create index clock_breached on clock (workspace_id, breached_at, id) where breached_at is not null;
create index clock_commitment_due on clock (workspace_id, agreement, commitment, due_order);
select protect('clock', 'select, insert, update, delete');

create table breach (
  workspace_id text not null,
  clock_id text not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('found', 'confirmed', 'moved', 'withdrawn')),
  provisional boolean not null default false,
  breached_at timestamptz not null,
  believed_at timestamptz not null,
  reason text,
  -- The fact that changed our mind, where one did.
  cause_source text,
  cause_id text,
  body jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, clock_id, number)
);
create index breach_recent on breach (workspace_id, believed_at, clock_id, number);
select protect('breach', 'select, insert');
select append_only('breach');

create table period (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  status text not null check (status in ('open', 'provisional', 'final')),
  verdict text,
  body jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, agreement, commitment, starts_at)
);
create index period_recent on period (workspace_id, ends_at, agreement, commitment);
select protect('period', 'select, insert, update, delete');
