-- Facts: events, the other subjects they touch, the fold of each subject, and how far sources are known.
--
-- Why: everything else is a conclusion from these rows. The largest tables carry no foreign keys:
-- each would lock the one row of the workspace from every transaction at once, and row-level security
-- already holds the only thing it would. Hash partitions by workspace_id can be put under `event`
-- as it stands, because its only unique key begins with it.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them.

create table event (
  workspace_id text not null,
  source text not null check (source <> ''),
  id text not null check (id <> ''),
  type text not null check (type <> ''),
  subject text not null check (subject <> ''),
  occurred_at timestamptz not null,
  -- When we, or the system it was imported from, learnt of it.
  recorded_at timestamptz not null,
  -- Text or number as the source gave it; only the engine compares them.
  sequence jsonb check (jsonb_typeof(sequence) in ('string', 'number')),
  actor_id text,
  actor_kind text check (actor_kind in ('human', 'automation', 'integration')),
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  erased_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, source, id)
) with (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 2000);
create index event_history on event (workspace_id, subject, occurred_at);
select protect('event', 'select, insert, update (data, actor_id, erased_at)');

-- A fact stays; privacy erasure takes the person out of it and leaves a mark, once and for good.
create function refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.erased_at is not null and
    (to_jsonb(old) - '{data,actor_id,erased_at}'::text[]) =
    (to_jsonb(new) - '{data,actor_id,erased_at}'::text[]) then
    return new;
  end if;
  raise exception 'events are never changed or deleted, only erased of a person'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update or delete on event
  for each row execute function refuse_event_change();
create trigger keep_all before truncate on event
  for each statement execute function refuse_change();

create table event_subject (
  workspace_id text not null,
  subject text not null check (subject <> ''),
  source text not null,
  event_id text not null,
  role text,
  occurred_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, subject, source, event_id)
);
select protect('event_subject', 'select, insert');
select append_only('event_subject');

create table subject (
  workspace_id text not null,
  id text not null check (id <> ''),
  type text not null,
  attributes jsonb not null default '{}',
  -- The engine's state after the event at checkpoint_at, from which a long history is gone on with.
  checkpoint jsonb,
  checkpoint_at timestamptz,
  events integer not null default 0 check (events >= 0),
  first_at timestamptz,
  last_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  check ((checkpoint is null) = (checkpoint_at is null))
) with (fillfactor = 85, autovacuum_analyze_scale_factor = 0.02,
  autovacuum_analyze_threshold = 2000);
create index subject_recent on subject (workspace_id, type, last_at, id);
select protect('subject', 'select, insert, update');

create table watermark (
  workspace_id text not null references workspace,
  source text not null,
  known_until timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, source)
);
select protect('watermark', 'select, insert, update');
