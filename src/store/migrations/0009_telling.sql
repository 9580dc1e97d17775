-- Telling people: addresses of three kinds, secrets that are rotated, and whose turn it is.
--
-- Why: a delivery must be found by the clock it is about, so that a withdrawal reaches those who were
-- told and nobody else; an address that fails rests for a while, for every worker alike.
-- Lock: brief, on webhook and delivery; the indexes are built while deliveries wait.
-- Previous release: can run, the new columns have defaults.

alter table webhook
  -- Ours signed (Standard Webhooks), or an incoming webhook of Slack or a workflow of Teams.
  add column kind text not null default 'standard' check (kind in ('standard', 'slack', 'teams')),
  add column title text,
  -- The secret before the last rotation signs as well until then.
  add column former_secret text,
  add column former_until timestamptz,
  -- Failures in a row, and until when the address is left alone because of them.
  add column failures integer not null default 0 check (failures >= 0),
  add column rests_until timestamptz,
  add column paused_because text;

alter table delivery add column about text;
create index delivery_about on delivery (workspace_id, about) where about is not null;
create index delivery_recipient on delivery (workspace_id, recipient, due_at);

-- What a step that hands work out remembers between two turns.
create table turn (
  workspace_id text not null,
  id text not null,
  memory jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
select protect('turn', 'select, insert, update');
