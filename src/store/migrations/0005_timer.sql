-- Effects waiting to happen: timers, deliveries, and what lies in people's inboxes.
--
-- Why: what must happen later is a row, leased to a worker for a while; a worker that dies gives it
-- back by the clock. A finished row stays, so that recomputing cannot tell anybody twice.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them.

create table timer (
  workspace_id text not null,
  id text not null,
  kind text not null
    check (kind in ('warning', 'breach', 'escalation', 'pauseLimit', 'period', 'schedule')),
  -- What it belongs to: a clock's subject, an agreement. All of one owner are replaced together.
  belongs_to text not null,
  due_at timestamptz not null,
  body jsonb not null default '{}',
  leased_until timestamptz,
  leased_by text,
  attempts integer not null default 0,
  finished_at timestamptz,
  lateness_ms bigint,
  created_at timestamptz not null,
  primary key (workspace_id, id)
) with (fillfactor = 85, autovacuum_analyze_scale_factor = 0.02,
  autovacuum_analyze_threshold = 2000);
create index timer_due on timer (workspace_id, due_at, id) where finished_at is null;
create index timer_owner on timer (workspace_id, belongs_to);
select protect('timer', 'select, insert, update, delete');
select open_across('timer');

create table delivery (
  workspace_id text not null,
  id text not null,
  channel text not null
    check (channel in ('inbox', 'email', 'slack', 'teams', 'webhook', 'connector')),
  recipient text not null,
  -- Deliveries of one group to one recipient may travel in one message.
  group_key text,
  -- The instant of what it tells, and when it was due to be told.
  happened_at timestamptz not null,
  due_at timestamptz not null,
  body jsonb not null,
  leased_until timestamptz,
  leased_by text,
  attempts integer not null default 0,
  last_error text,
  delivered_at timestamptz,
  dead_at timestamptz,
  lateness_ms bigint,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (delivered_at is null or dead_at is null)
) with (fillfactor = 85, autovacuum_analyze_scale_factor = 0.02,
  autovacuum_analyze_threshold = 2000);
create index delivery_due on delivery (workspace_id, due_at, id)
  where delivered_at is null and dead_at is null;
create index delivery_dead on delivery (workspace_id, dead_at, id) where dead_at is not null;
create index delivery_recent on delivery (workspace_id, created_at, id);
select protect('delivery', 'select, insert, update, delete');
select open_across('delivery');

create table notice (
  workspace_id text not null,
  id text not null,
  account_id text not null,
  kind text not null,
  happened_at timestamptz not null,
  body jsonb not null,
  read_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index notice_inbox on notice (workspace_id, account_id, created_at, id);
select protect('notice', 'select, insert, update, delete');

create table webhook (
  workspace_id text not null references workspace,
  id text not null,
  url text not null,
  secret text not null,
  types text[] not null,
  paused_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
select protect('webhook', 'select, insert, update, delete');

create table rule (
  workspace_id text not null references workspace,
  id text not null,
  title text not null,
  document jsonb not null,
  is_enabled boolean not null,
  -- What a rule remembers between two turns: whose turn it is in a round robin.
  memory jsonb not null default '{}',
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
select protect('rule', 'select, insert, update, delete');

create table task (
  workspace_id text not null,
  id text not null,
  title text not null,
  subject text,
  clock_id text,
  account_id text,
  due_at timestamptz,
  done_at timestamptz,
  body jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index task_open on task (workspace_id, account_id, due_at, id) where done_at is null;
create index task_subject on task (workspace_id, subject);
select protect('task', 'select, insert, update, delete');
