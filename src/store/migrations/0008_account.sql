-- People and how they are known: accounts, sessions, passwords, second factors, single sign-on.
--
-- Why: a person may belong to several workspaces, so an account belongs to none; what it may do in
-- one is its row in `member`. These tables have a schema of their own and no workspace_id: the
-- product reads them by account, and nothing of a company lies in them. The identity library writes
-- `person`, `session`, `credential`, `verification` and `two_factor`; their shape is its shape.
-- Lock: none that matters, the tables are new.
-- Previous release: can run, it knows none of them.

create schema account;
grant usage on schema account to acuerdo_app;

create table account.person (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table account.session (
  id text primary key,
  person_id text not null references account.person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- The workspace that is open in it.
  workspace_id text,
  -- A session that a workspace's own provider vouched for opens that workspace and no other.
  bound_to text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_person on account.session (person_id);

create table account.credential (
  id text primary key,
  person_id text not null references account.person on delete cascade,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_person on account.credential (person_id);

create table account.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on account.verification (identifier);
create index verification_expiry on account.verification (expires_at);

create table account.two_factor (
  id text primary key,
  person_id text not null unique references account.person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Failed tries to sign in, by account and by address; `key` is a hash, so no table of addresses.
create table account.attempt (
  key text primary key,
  failures integer not null check (failures > 0),
  locked_until timestamptz,
  updated_at timestamptz not null
);
create index attempt_age on account.attempt (updated_at);

-- The one-time link that makes the first owner: one row, replaced when the link is shown again.
create table account.owner_link (
  id boolean primary key default true check (id),
  token_hash text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null
);

-- What signs cookies and encrypts second factors; made at the first start.
create table account.secret (
  id boolean primary key default true check (id),
  value text not null,
  created_at timestamptz not null
);

grant select, insert, update, delete on account.person, account.session, account.credential,
  account.verification, account.two_factor, account.attempt, account.owner_link to acuerdo_app;
grant select, insert on account.secret to acuerdo_app;

-- Single sign-on of one workspace: its provider, which vouches for its people and nobody else's.
create table single_sign_on (
  workspace_id text primary key references workspace,
  issuer text not null check (issuer <> ''),
  client_id text not null,
  -- Encrypted with the secret above.
  client_secret text not null,
  -- The addresses whose holders may join without an invitation, and as what.
  domains text[] not null default '{}',
  joins_as text check (joins_as in ('manager', 'member', 'auditor')),
  updated_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select protect('single_sign_on', 'select, insert, update, delete');

-- A key is found by its prefix and then compared, so that no comparison of secrets is left to an index.
create unique index api_key_prefix on api_key (workspace_id, prefix);
