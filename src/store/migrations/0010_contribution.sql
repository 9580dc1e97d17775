-- Periods as sums: what each subject contributes, the sums of it, and what became of final ones.
--
-- Why: a report over a year must not look at a year of clocks. What each subject adds is kept, so
-- that a change is the difference of old and new; differences are appended and folded into the
-- cells later, because a hundred batches a second all add to the same month.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them; what it settles meanwhile is counted again when
-- its subjects are next settled.

create table contribution (
  workspace_id text not null,
  subject text not null,
  dimensions jsonb not null,
  body jsonb not null,
  -- Whether time alone will change it: a paused clock, an open cohort, a customer that stays.
  is_moving boolean not null,
  counted_at timestamptz not null,
  primary key (workspace_id, subject)
) with (fillfactor = 85);
create index contribution_moving on contribution (workspace_id, counted_at, subject)
  where is_moving;
select protect('contribution', 'select, insert, update, delete');

create table period_cell (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamptz not null,
  -- "all" with an empty value is the whole; others are team, owner, source, …
  dimension text not null,
  value text not null,
  cell jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, agreement, commitment, starts_at, dimension, value)
) with (fillfactor = 85);
create index period_cell_span on period_cell (workspace_id, agreement, starts_at, dimension);
select protect('period_cell', 'select, insert, update, delete');

create table period_delta (
  workspace_id text not null,
  -- Not a sequence: those begin anew in a store that an archive is read into.
  written_at timestamptz not null default clock_timestamp(),
  id uuid not null default gen_random_uuid(),
  agreement text not null,
  commitment text not null,
  starts_at timestamptz not null,
  body jsonb not null,
  causes jsonb not null default '[]',
  primary key (workspace_id, written_at, id)
);
create index period_delta_span on period_delta (workspace_id, agreement, commitment, starts_at);
select protect('period_delta', 'select, insert, delete');

create table period_correction (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  -- The final period that stands as it was, how often it was corrected, and whose entry this is.
  starts_at timestamptz not null,
  number integer not null check (number > 0),
  entered_in timestamptz not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, agreement, commitment, starts_at, number)
);
create index period_correction_entered
  on period_correction (workspace_id, agreement, entered_in, commitment);
select protect('period_correction', 'select, insert');
select append_only('period_correction');
