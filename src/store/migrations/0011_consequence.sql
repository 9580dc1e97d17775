-- What follows: corrections, disputes with their evidence, the ledger, reviews, hand-overs as they were.
--
-- Why: people are paid, and argue, on its word: what was decided, owed and seen is appended, sealed
-- where money is concerned, and never changed.
-- Lock: brief, on subject, while its small index is built; the tables are new.
-- Previous release: can run, it knows none of them, and settles without corrections.

-- When the first fact of a workspace happened: periods are told from there on.
create index subject_first on subject (workspace_id, first_at);

create table correction (
  workspace_id text not null,
  id text not null,
  kind text not null check (kind in ('waiver', 'dispute', 'exclusion', 'revocation')),
  agreement text not null,
  -- Of one clock: its subject, so that settling finds it; null where a whole agreement is meant.
  subject text,
  made_at timestamptz not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index correction_subject on correction (workspace_id, subject) where subject is not null;
create index correction_agreement on correction (workspace_id, agreement, made_at, id);
select protect('correction', 'select, insert');
select append_only('correction');

create table dispute (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamptz not null,
  body jsonb not null,
  evidence jsonb not null,
  evidence_hash text not null,
  created_at timestamptz not null,
  -- The parts that move: the step it is at, until when, and how it ended.
  step integer,
  due_at timestamptz,
  outcome text,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index dispute_agreement on dispute (workspace_id, agreement, created_at, id);
create index dispute_open on dispute (workspace_id, agreement, starts_at) where outcome is null;
select protect('dispute', 'select, insert, update');

-- The claim and the evidence are frozen, whoever asks.
create function refuse_evidence() returns trigger language plpgsql as $$
begin
  if (old.body, old.evidence, old.evidence_hash) is distinct from
     (new.body, new.evidence, new.evidence_hash) then
    raise exception 'the evidence of a dispute is never changed'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger frozen_evidence before update on dispute
  for each row execute function refuse_evidence();

create table ledger (
  workspace_id text not null references workspace,
  number bigint not null check (number > 0),
  credit text not null,
  agreement text not null,
  standing text not null
    check (standing in ('proposed', 'claimed', 'approved', 'applied', 'declined', 'expired')),
  customer text,
  party text not null,
  amount numeric not null,
  currency text not null,
  at timestamptz not null,
  body jsonb not null,
  previous_hash text not null,
  hash text not null,
  created_at timestamptz not null,
  primary key (workspace_id, number)
);
create index ledger_agreement on ledger (workspace_id, agreement, number);
create index ledger_customer on ledger (workspace_id, customer, number);
select protect('ledger', 'select, insert');
select append_only('ledger');

create table review (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  state text not null check (state in ('opened', 'held', 'signed', 'closed')),
  due_at timestamptz not null,
  -- The review as its deeds, and what was on its table when it was held.
  body jsonb not null,
  agenda jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index review_agreement on review (workspace_id, agreement, due_at, id);
select protect('review', 'select, insert, update');

create table handoff (
  workspace_id text not null,
  subject text not null,
  agreement text not null,
  handoff text not null,
  round integer not null check (round > 0),
  at timestamptz not null,
  answer text,
  is_complete boolean not null,
  source text,
  campaign text,
  owner text,
  -- What travelled, as it was then; the answer comes later.
  body jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, subject, agreement, handoff, round)
);
create index handoff_queue on handoff (workspace_id, agreement, answer, at, subject);
select protect('handoff', 'select, insert, update, delete');

create table loop_entry (
  workspace_id text not null,
  subject text not null,
  at timestamptz not null,
  dimensions jsonb not null,
  cell jsonb not null,
  primary key (workspace_id, subject, at)
);
create index loop_entry_at on loop_entry (workspace_id, at, subject);
select protect('loop_entry', 'select, insert, update, delete');
