-- What stands between two companies: claims as clocks, counterparties of one customer, links to read by.
--
-- Why: a claim has a time in which it is decided, and that is kept like any other clock; where one
-- agreement serves many customers, each counterparty sees its own alone; and an agreement can be
-- shown to somebody who has no account.
-- Lock: brief, on member and invitation: a column without a value each; the tables are new.
-- Previous release: can run; it knows no customers of members, so it shows agreements whole.

alter table member add column customers text[];
alter table member add check (customers is null or role = 'counterparty');
alter table invitation add column customers text[];

-- The decision on a claimed credit: concluded from the ledger and written anew whenever it moves.
create table claim (
  workspace_id text not null,
  credit text not null,
  agreement text not null,
  claimed_at timestamptz not null,
  due_at timestamptz,
  verdict text not null check (verdict in ('open', 'met', 'breached', 'excused', 'void')),
  updated_at timestamptz not null,
  primary key (workspace_id, credit)
);
create index claim_agreement on claim (workspace_id, agreement, credit);
select protect('claim', 'select, insert, update');

-- A link that shows one agreement to whoever holds it; of its text only the hash is kept.
create table agreement_link (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  language text not null check (language in ('es', 'en')),
  token_hash text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_read_at timestamptz,
  primary key (workspace_id, id)
);
create index agreement_link_agreement on agreement_link (workspace_id, agreement, created_at, id);
select protect('agreement_link', 'select, insert, update');
