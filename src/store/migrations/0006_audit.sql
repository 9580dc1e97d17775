-- Who did what: one chain of hashes a workspace, each row sealing all before it.
--
-- Why: an auditor must be able to see that no row was changed, removed or put in between.
-- Lock: none that matters, the table is new.
-- Previous release: can run, it knows nothing of it.

create table audit (
  workspace_id text not null references workspace,
  number bigint not null check (number > 0),
  at timestamptz not null,
  actor text not null,
  deed text not null,
  target text not null,
  facts jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  created_at timestamptz not null,
  primary key (workspace_id, number)
);
create index audit_target on audit (workspace_id, target, number);
select protect('audit', 'select, insert');
select append_only('audit');
