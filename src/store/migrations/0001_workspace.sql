-- Workspaces, their people, and the two guards every later table is put under.
--
-- Why: one company's rows may never be seen from another's, even by a statement that forgets its
-- `where`; and what is a fact may not be rewritten, even by a programmer in a hurry.
-- Lock: none that matters, the tables are new.
-- Previous release: there is none.

-- Puts a table under row-level security, for its owner too, and grants the product's role only `deeds`.
create function protect(guarded regclass, deeds text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy own_workspace on %s'
    ' using (workspace_id = current_setting(''acuerdo.workspace'', true))'
    ' with check (workspace_id = current_setting(''acuerdo.workspace'', true))', guarded);
  execute format('grant %s on %s to acuerdo_app', deeds, guarded);
end $$;

-- Lets the role that looks for work read a table in every workspace.
create function open_across(guarded regclass) returns void language plpgsql as $$
begin
  execute format('create policy any_workspace on %s for select to acuerdo_across using (true)', guarded);
  execute format('grant select on %s to acuerdo_across', guarded);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

-- Makes a table append-only whoever asks, its owner included.
create function append_only(guarded regclass) returns void language plpgsql as $$
begin
  execute format(
    'create trigger append_only before update or delete or truncate on %s'
    ' for each statement execute function refuse_change()', guarded);
end $$;

create table workspace (
  workspace_id text primary key check (workspace_id <> ''),
  title text not null,
  language text not null check (language in ('es', 'en')),
  time_zone text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null
);
select protect('workspace', 'select, insert, update');
select open_across('workspace');

create table member (
  workspace_id text not null references workspace,
  account_id text not null,
  role text not null
    check (role in ('owner', 'admin', 'manager', 'member', 'auditor', 'counterparty')),
  title text,
  email text,
  team text,
  -- The agreements a counterparty is limited to; null for everyone else.
  agreements text[],
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, account_id),
  check ((role = 'counterparty') = (agreements is not null))
);
select protect('member', 'select, insert, update, delete');
select open_across('member');

create table invitation (
  workspace_id text not null references workspace,
  id text not null,
  email text not null,
  role text not null
    check (role in ('owner', 'admin', 'manager', 'member', 'auditor', 'counterparty')),
  agreements text[],
  token_hash text not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);
select protect('invitation', 'select, insert, update, delete');
select open_across('invitation');

create table api_key (
  workspace_id text not null references workspace,
  id text not null,
  title text not null,
  -- What is shown of a key after it was given out, and the SHA-256 of the whole of it.
  prefix text not null,
  hash text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, hash)
);
select protect('api_key', 'select, insert, update, delete');
select open_across('api_key');

create table idempotency_key (
  workspace_id text not null references workspace,
  key text not null,
  request_hash text not null,
  -- Null while the first request is still being answered.
  status integer,
  response jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, key)
);
create index idempotency_key_expiry on idempotency_key (workspace_id, expires_at);
select protect('idempotency_key', 'select, insert, update, delete');
