-- Agreements, their published revisions, the drafts on the way there, and calendars by version.
--
-- Why: a clock keeps the revision it started under, so a published text can never change.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them.

create table agreement (
  workspace_id text not null references workspace,
  id text not null,
  title text not null,
  state text not null
    check (state in ('draft', 'proposed', 'agreed', 'inForce', 'superseded', 'terminated', 'expired')),
  owner text,
  labels jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
select protect('agreement', 'select, insert, update');

create table draft (
  workspace_id text not null,
  agreement_id text not null,
  text text not null,
  -- Goes up by one with each save: two people editing one draft find out.
  version integer not null check (version > 0),
  updated_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, agreement_id),
  foreign key (workspace_id, agreement_id) references agreement
);
select protect('draft', 'select, insert, update, delete');

create table revision (
  workspace_id text not null,
  agreement_id text not null,
  number integer not null check (number > 0),
  text text not null,
  document jsonb not null,
  content_hash text not null,
  effective_from timestamptz not null,
  -- The end of its own term. A later revision ends it sooner, and that is read from the later one.
  effective_until timestamptz check (effective_until > effective_from),
  -- What becomes of the clocks that run when it takes effect.
  existing text not null check (existing in ('keep', 'recompute')),
  published_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, agreement_id, number),
  foreign key (workspace_id, agreement_id) references agreement
);
create index revision_effective on revision (workspace_id, effective_from, agreement_id, number);
select protect('revision', 'select, insert');
select append_only('revision');

create table calendar (
  workspace_id text not null references workspace,
  id text not null,
  number integer not null check (number > 0),
  text text not null,
  document jsonb not null,
  content_hash text not null,
  effective_from timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id, number)
);
select protect('calendar', 'select, insert');
select append_only('calendar');
