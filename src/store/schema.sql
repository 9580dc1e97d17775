-- Written by tools/schema.ts from the migrated database. Do not edit.

create table agreement (
  workspace_id text not null,
  id text not null,
  title text not null,
  state text not null,
  owner text,
  labels jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'agreed'::text, 'inForce'::text, 'superseded'::text, 'terminated'::text, 'expired'::text])))
);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy own_workspace on agreement using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on agreement to acuerdo_app;

create table agreement_link (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  language text not null,
  token_hash text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_read_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])))
);
CREATE INDEX agreement_link_agreement ON public.agreement_link USING btree (workspace_id, agreement, created_at, id);
alter table agreement_link enable row level security;
alter table agreement_link force row level security;
create policy own_workspace on agreement_link using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on agreement_link to acuerdo_app;

create table api_key (
  workspace_id text not null,
  id text not null,
  title text not null,
  prefix text not null,
  hash text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, hash),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE UNIQUE INDEX api_key_prefix ON public.api_key USING btree (workspace_id, prefix);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy any_workspace on api_key for select to acuerdo_across using (true);
create policy own_workspace on api_key using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on api_key to acuerdo_across;
grant delete, insert, select, update on api_key to acuerdo_app;

create table audit (
  workspace_id text not null,
  number bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  deed text not null,
  target text not null,
  facts jsonb not null default '{}'::jsonb,
  previous_hash text not null,
  hash text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, number),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((number > 0))
);
CREATE INDEX audit_target ON public.audit USING btree (workspace_id, target, number);
alter table audit enable row level security;
alter table audit force row level security;
create policy own_workspace on audit using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on audit to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table breach (
  workspace_id text not null,
  clock_id text not null,
  number integer not null,
  kind text not null,
  provisional boolean not null default false,
  breached_at timestamp with time zone not null,
  believed_at timestamp with time zone not null,
  reason text,
  cause_source text,
  cause_id text,
  body jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, clock_id, number),
  CHECK ((kind = ANY (ARRAY['found'::text, 'confirmed'::text, 'moved'::text, 'withdrawn'::text]))),
  CHECK ((number > 0))
);
alter table breach enable row level security;
alter table breach force row level security;
create policy own_workspace on breach using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on breach to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.breach FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table calendar (
  workspace_id text not null,
  id text not null,
  number integer not null,
  text text not null,
  document jsonb not null,
  content_hash text not null,
  effective_from timestamp with time zone not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id, number),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((number > 0))
);
alter table calendar enable row level security;
alter table calendar force row level security;
create policy own_workspace on calendar using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on calendar to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table claim (
  workspace_id text not null,
  credit text not null,
  agreement text not null,
  claimed_at timestamp with time zone not null,
  due_at timestamp with time zone,
  verdict text not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, credit),
  CHECK ((verdict = ANY (ARRAY['open'::text, 'met'::text, 'breached'::text, 'excused'::text, 'void'::text])))
);
CREATE INDEX claim_agreement ON public.claim USING btree (workspace_id, agreement, credit);
alter table claim enable row level security;
alter table claim force row level security;
create policy own_workspace on claim using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on claim to acuerdo_app;

create table clock (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  revision integer not null,
  level text not null,
  commitment text not null,
  subject text not null,
  subject_type text not null,
  cycle integer not null,
  state text not null,
  verdict text not null,
  provisional boolean not null default false,
  started_at timestamp with time zone,
  due_at timestamp with time zone,
  breached_at timestamp with time zone,
  stopped_at timestamp with time zone,
  target_text text,
  target_ms bigint,
  spent_open_ms bigint not null default 0,
  spent_elapsed_ms bigint not null default 0,
  remaining_ms bigint,
  obliged text,
  beneficiary text,
  owner text,
  team text,
  source text,
  title text,
  body jsonb not null,
  due_order timestamp with time zone not null generated always as (COALESCE(due_at, 'infinity'::timestamp with time zone)) stored,
  is_open boolean not null generated always as ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'paused'::text]))) stored,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  is_at_risk boolean not null generated always as (((verdict = 'open'::text) AND (state = ANY (ARRAY['waiting'::text, 'running'::text, 'paused'::text])) AND COALESCE(((body -> 'warnings'::text) <> '[]'::jsonb), false))) stored,
  worth numeric,
  worth_order numeric not null generated always as (COALESCE((- worth), 'Infinity'::numeric)) stored,
  PRIMARY KEY (workspace_id, id),
  CHECK ((cycle > 0)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'paused'::text, 'stopped'::text, 'cancelled'::text]))),
  CHECK ((verdict = ANY (ARRAY['open'::text, 'met'::text, 'breached'::text, 'excused'::text, 'void'::text])))
);
CREATE INDEX clock_breached ON public.clock USING btree (workspace_id, breached_at, id) WHERE (breached_at IS NOT NULL);
CREATE INDEX clock_commitment_due ON public.clock USING btree (workspace_id, agreement, commitment, due_order);
CREATE INDEX clock_open_agreement ON public.clock USING btree (workspace_id, agreement, due_order, id) WHERE is_open;
CREATE INDEX clock_open_breached ON public.clock USING btree (workspace_id, due_order, id) WHERE (is_open AND (verdict = 'breached'::text));
CREATE INDEX clock_open_due ON public.clock USING btree (workspace_id, due_order, id) WHERE is_open;
CREATE INDEX clock_open_owner ON public.clock USING btree (workspace_id, owner, due_order, id) WHERE is_open;
CREATE INDEX clock_open_team ON public.clock USING btree (workspace_id, team, due_order, id) WHERE is_open;
CREATE INDEX clock_open_today ON public.clock USING btree (workspace_id) INCLUDE (verdict, due_order, is_at_risk, agreement, commitment, owner, team, source) WHERE is_open;
CREATE INDEX clock_open_worth ON public.clock USING btree (workspace_id, worth_order, due_order, id) WHERE is_open;
CREATE INDEX clock_started ON public.clock USING btree (workspace_id, started_at, id);
CREATE INDEX clock_subject ON public.clock USING btree (workspace_id, subject);
alter table clock enable row level security;
alter table clock force row level security;
create policy own_workspace on clock using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on clock to acuerdo_app;

create table contribution (
  workspace_id text not null,
  subject text not null,
  dimensions jsonb not null,
  body jsonb not null,
  is_moving boolean not null,
  counted_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, subject)
);
CREATE INDEX contribution_moving ON public.contribution USING btree (workspace_id, counted_at, subject) WHERE is_moving;
alter table contribution enable row level security;
alter table contribution force row level security;
create policy own_workspace on contribution using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on contribution to acuerdo_app;

create table correction (
  workspace_id text not null,
  id text not null,
  kind text not null,
  agreement text not null,
  subject text,
  made_at timestamp with time zone not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  CHECK ((kind = ANY (ARRAY['waiver'::text, 'dispute'::text, 'exclusion'::text, 'revocation'::text])))
);
CREATE INDEX correction_agreement ON public.correction USING btree (workspace_id, agreement, made_at, id);
CREATE INDEX correction_subject ON public.correction USING btree (workspace_id, subject) WHERE (subject IS NOT NULL);
alter table correction enable row level security;
alter table correction force row level security;
create policy own_workspace on correction using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on correction to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table delivery (
  workspace_id text not null,
  id text not null,
  channel text not null,
  recipient text not null,
  group_key text,
  happened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  body jsonb not null,
  leased_until timestamp with time zone,
  leased_by text,
  attempts integer not null default 0,
  last_error text,
  delivered_at timestamp with time zone,
  dead_at timestamp with time zone,
  lateness_ms bigint,
  created_at timestamp with time zone not null,
  about text,
  PRIMARY KEY (workspace_id, id),
  CHECK ((channel = ANY (ARRAY['inbox'::text, 'email'::text, 'slack'::text, 'teams'::text, 'webhook'::text, 'connector'::text]))),
  CHECK (((delivered_at IS NULL) OR (dead_at IS NULL)))
);
CREATE INDEX delivery_about ON public.delivery USING btree (workspace_id, about) WHERE (about IS NOT NULL);
CREATE INDEX delivery_dead ON public.delivery USING btree (workspace_id, dead_at, id) WHERE (dead_at IS NOT NULL);
CREATE INDEX delivery_due ON public.delivery USING btree (workspace_id, due_at, id) WHERE ((delivered_at IS NULL) AND (dead_at IS NULL));
CREATE INDEX delivery_recent ON public.delivery USING btree (workspace_id, created_at, id);
CREATE INDEX delivery_recipient ON public.delivery USING btree (workspace_id, recipient, due_at);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy any_workspace on delivery for select to acuerdo_across using (true);
create policy own_workspace on delivery using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on delivery to acuerdo_across;
grant delete, insert, select, update on delivery to acuerdo_app;

create table dispute (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamp with time zone not null,
  body jsonb not null,
  evidence jsonb not null,
  evidence_hash text not null,
  created_at timestamp with time zone not null,
  step integer,
  due_at timestamp with time zone,
  outcome text,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX dispute_agreement ON public.dispute USING btree (workspace_id, agreement, created_at, id);
CREATE INDEX dispute_open ON public.dispute USING btree (workspace_id, agreement, starts_at) WHERE (outcome IS NULL);
alter table dispute enable row level security;
alter table dispute force row level security;
create policy own_workspace on dispute using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on dispute to acuerdo_app;
CREATE TRIGGER frozen_evidence BEFORE UPDATE ON public.dispute FOR EACH ROW EXECUTE FUNCTION refuse_evidence();

create table draft (
  workspace_id text not null,
  agreement_id text not null,
  text text not null,
  version integer not null,
  updated_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, agreement_id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreement(workspace_id, id),
  CHECK ((version > 0))
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own_workspace on draft using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on draft to acuerdo_app;

create table event (
  workspace_id text not null,
  source text not null,
  id text not null,
  type text not null,
  subject text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  sequence jsonb,
  actor_id text,
  actor_kind text,
  data jsonb not null default '{}'::jsonb,
  erased_at timestamp with time zone,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, source, id),
  CHECK ((actor_kind = ANY (ARRAY['human'::text, 'automation'::text, 'integration'::text]))),
  CHECK ((jsonb_typeof(data) = 'object'::text)),
  CHECK ((id <> ''::text)),
  CHECK ((jsonb_typeof(sequence) = ANY (ARRAY['string'::text, 'number'::text]))),
  CHECK ((source <> ''::text)),
  CHECK ((subject <> ''::text)),
  CHECK ((type <> ''::text))
);
CREATE INDEX event_history ON public.event USING btree (workspace_id, subject, occurred_at);
CREATE INDEX event_recent ON public.event USING brin (workspace_id, created_at) WITH (autosummarize='on');
alter table event enable row level security;
alter table event force row level security;
create policy own_workspace on event using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on event to acuerdo_app;
grant update (actor_id, data, erased_at) on event to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table event_subject (
  workspace_id text not null,
  subject text not null,
  source text not null,
  event_id text not null,
  role text,
  occurred_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, subject, source, event_id),
  CHECK ((subject <> ''::text))
);
alter table event_subject enable row level security;
alter table event_subject force row level security;
create policy own_workspace on event_subject using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on event_subject to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event_subject FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table handoff (
  workspace_id text not null,
  subject text not null,
  agreement text not null,
  handoff text not null,
  round integer not null,
  at timestamp with time zone not null,
  answer text,
  is_complete boolean not null,
  source text,
  campaign text,
  owner text,
  body jsonb not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, subject, agreement, handoff, round),
  CHECK ((round > 0))
);
CREATE INDEX handoff_queue ON public.handoff USING btree (workspace_id, agreement, answer, at, subject);
alter table handoff enable row level security;
alter table handoff force row level security;
create policy own_workspace on handoff using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on handoff to acuerdo_app;

create table idempotency_key (
  workspace_id text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE INDEX idempotency_key_expiry ON public.idempotency_key USING btree (workspace_id, expires_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own_workspace on idempotency_key using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on idempotency_key to acuerdo_app;

create table intake (
  workspace_id text not null,
  id text not null,
  source text not null,
  title text not null,
  digest text not null,
  mapping jsonb not null,
  made_by text not null,
  created_at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source),
  CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
);
CREATE INDEX intake_withdrawn ON public.intake USING btree (workspace_id, source) WHERE (withdrawn_at IS NOT NULL);
alter table intake enable row level security;
alter table intake force row level security;
create policy own_workspace on intake using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on intake to acuerdo_app;
CREATE TRIGGER frozen_intake BEFORE UPDATE ON public.intake FOR EACH ROW EXECUTE FUNCTION refuse_intake();

create table invitation (
  workspace_id text not null,
  id text not null,
  email text not null,
  role text not null,
  agreements text[],
  token_hash text not null,
  invited_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  customers text[],
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, token_hash),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'auditor'::text, 'counterparty'::text])))
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy any_workspace on invitation for select to acuerdo_across using (true);
create policy own_workspace on invitation using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on invitation to acuerdo_across;
grant delete, insert, select, update on invitation to acuerdo_app;

create table ledger (
  workspace_id text not null,
  number bigint not null,
  credit text not null,
  agreement text not null,
  standing text not null,
  customer text,
  party text not null,
  amount numeric not null,
  currency text not null,
  at timestamp with time zone not null,
  body jsonb not null,
  previous_hash text not null,
  hash text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, number),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((number > 0)),
  CHECK ((standing = ANY (ARRAY['proposed'::text, 'claimed'::text, 'approved'::text, 'applied'::text, 'declined'::text, 'expired'::text])))
);
CREATE INDEX ledger_agreement ON public.ledger USING btree (workspace_id, agreement, number);
CREATE INDEX ledger_customer ON public.ledger USING btree (workspace_id, customer, number);
alter table ledger enable row level security;
alter table ledger force row level security;
create policy own_workspace on ledger using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on ledger to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table loop_entry (
  workspace_id text not null,
  subject text not null,
  at timestamp with time zone not null,
  dimensions jsonb not null,
  cell jsonb not null,
  PRIMARY KEY (workspace_id, subject, at)
);
CREATE INDEX loop_entry_at ON public.loop_entry USING btree (workspace_id, at, subject);
alter table loop_entry enable row level security;
alter table loop_entry force row level security;
create policy own_workspace on loop_entry using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on loop_entry to acuerdo_app;

create table member (
  workspace_id text not null,
  account_id text not null,
  role text not null,
  title text,
  email text,
  team text,
  agreements text[],
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  customers text[],
  PRIMARY KEY (workspace_id, account_id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK (((role = 'counterparty'::text) = (agreements IS NOT NULL))),
  CHECK (((customers IS NULL) OR (role = 'counterparty'::text))),
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'auditor'::text, 'counterparty'::text])))
);
alter table member enable row level security;
alter table member force row level security;
create policy any_workspace on member for select to acuerdo_across using (true);
create policy own_workspace on member using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on member to acuerdo_across;
grant delete, insert, select, update on member to acuerdo_app;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  PRIMARY KEY (name)
);

create table notice (
  workspace_id text not null,
  id text not null,
  account_id text not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  body jsonb not null,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX notice_inbox ON public.notice USING btree (workspace_id, account_id, created_at, id);
alter table notice enable row level security;
alter table notice force row level security;
create policy own_workspace on notice using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on notice to acuerdo_app;

create table period (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  status text not null,
  verdict text,
  body jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, agreement, commitment, starts_at),
  CHECK ((ends_at > starts_at)),
  CHECK ((status = ANY (ARRAY['open'::text, 'provisional'::text, 'final'::text])))
);
CREATE INDEX period_recent ON public.period USING btree (workspace_id, ends_at, agreement, commitment);
alter table period enable row level security;
alter table period force row level security;
create policy own_workspace on period using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on period to acuerdo_app;

create table period_cell (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamp with time zone not null,
  dimension text not null,
  value text not null,
  cell jsonb not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, agreement, commitment, starts_at, dimension, value)
);
CREATE INDEX period_cell_span ON public.period_cell USING btree (workspace_id, agreement, starts_at, dimension);
alter table period_cell enable row level security;
alter table period_cell force row level security;
create policy own_workspace on period_cell using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on period_cell to acuerdo_app;

create table period_correction (
  workspace_id text not null,
  agreement text not null,
  commitment text not null,
  starts_at timestamp with time zone not null,
  number integer not null,
  entered_in timestamp with time zone not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, agreement, commitment, starts_at, number),
  CHECK ((number > 0))
);
CREATE INDEX period_correction_entered ON public.period_correction USING btree (workspace_id, agreement, entered_in, commitment);
alter table period_correction enable row level security;
alter table period_correction force row level security;
create policy own_workspace on period_correction using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on period_correction to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.period_correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table period_delta (
  workspace_id text not null,
  written_at timestamp with time zone not null default clock_timestamp(),
  id uuid not null default gen_random_uuid(),
  agreement text not null,
  commitment text not null,
  starts_at timestamp with time zone not null,
  body jsonb not null,
  causes jsonb not null default '[]'::jsonb,
  PRIMARY KEY (workspace_id, written_at, id)
);
CREATE INDEX period_delta_span ON public.period_delta USING btree (workspace_id, agreement, commitment, starts_at);
alter table period_delta enable row level security;
alter table period_delta force row level security;
create policy own_workspace on period_delta using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select on period_delta to acuerdo_app;

create table review (
  workspace_id text not null,
  id text not null,
  agreement text not null,
  state text not null,
  due_at timestamp with time zone not null,
  body jsonb not null,
  agenda jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  CHECK ((state = ANY (ARRAY['opened'::text, 'held'::text, 'signed'::text, 'closed'::text])))
);
CREATE INDEX review_agreement ON public.review USING btree (workspace_id, agreement, due_at, id);
alter table review enable row level security;
alter table review force row level security;
create policy own_workspace on review using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on review to acuerdo_app;

create table revision (
  workspace_id text not null,
  agreement_id text not null,
  number integer not null,
  text text not null,
  document jsonb not null,
  content_hash text not null,
  effective_from timestamp with time zone not null,
  effective_until timestamp with time zone,
  existing text not null,
  published_by text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, agreement_id, number),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreement(workspace_id, id),
  CHECK ((effective_until > effective_from)),
  CHECK ((existing = ANY (ARRAY['keep'::text, 'recompute'::text]))),
  CHECK ((number > 0))
);
CREATE INDEX revision_effective ON public.revision USING btree (workspace_id, effective_from, agreement_id, number);
alter table revision enable row level security;
alter table revision force row level security;
create policy own_workspace on revision using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select on revision to acuerdo_app;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table rule (
  workspace_id text not null,
  id text not null,
  title text not null,
  document jsonb not null,
  is_enabled boolean not null,
  memory jsonb not null default '{}'::jsonb,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table rule enable row level security;
alter table rule force row level security;
create policy own_workspace on rule using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on rule to acuerdo_app;

create table single_sign_on (
  workspace_id text not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  domains text[] not null default '{}'::text[],
  joins_as text,
  updated_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((issuer <> ''::text)),
  CHECK ((joins_as = ANY (ARRAY['manager'::text, 'member'::text, 'auditor'::text])))
);
alter table single_sign_on enable row level security;
alter table single_sign_on force row level security;
create policy own_workspace on single_sign_on using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on single_sign_on to acuerdo_app;

create table subject (
  workspace_id text not null,
  id text not null,
  type text not null,
  attributes jsonb not null default '{}'::jsonb,
  checkpoint jsonb,
  checkpoint_at timestamp with time zone,
  events integer not null default 0,
  first_at timestamp with time zone,
  last_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  CHECK (((checkpoint IS NULL) = (checkpoint_at IS NULL))),
  CHECK ((events >= 0)),
  CHECK ((id <> ''::text))
);
CREATE INDEX subject_checkpoint ON public.subject USING btree (workspace_id, id) INCLUDE (checkpoint_at) WHERE (checkpoint_at IS NOT NULL);
CREATE INDEX subject_first ON public.subject USING btree (workspace_id, first_at) WHERE (first_at IS NOT NULL);
CREATE INDEX subject_recent ON public.subject USING btree (workspace_id, type, last_at, id) WHERE (last_at IS NOT NULL);
alter table subject enable row level security;
alter table subject force row level security;
create policy own_workspace on subject using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on subject to acuerdo_app;

create table task (
  workspace_id text not null,
  id text not null,
  title text not null,
  subject text,
  clock_id text,
  account_id text,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  body jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX task_open ON public.task USING btree (workspace_id, account_id, due_at, id) WHERE (done_at IS NULL);
CREATE INDEX task_subject ON public.task USING btree (workspace_id, subject);
alter table task enable row level security;
alter table task force row level security;
create policy own_workspace on task using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on task to acuerdo_app;

create table timer (
  workspace_id text not null,
  id text not null,
  kind text not null,
  belongs_to text not null,
  due_at timestamp with time zone not null,
  body jsonb not null default '{}'::jsonb,
  leased_until timestamp with time zone,
  leased_by text,
  attempts integer not null default 0,
  finished_at timestamp with time zone,
  lateness_ms bigint,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  CHECK ((kind = ANY (ARRAY['warning'::text, 'breach'::text, 'escalation'::text, 'pauseLimit'::text, 'period'::text, 'schedule'::text])))
);
CREATE INDEX timer_due ON public.timer USING btree (workspace_id, due_at, id) WHERE (finished_at IS NULL);
CREATE INDEX timer_owner ON public.timer USING btree (workspace_id, belongs_to) WHERE ((finished_at IS NULL) OR (kind = 'period'::text));
alter table timer enable row level security;
alter table timer force row level security;
create policy any_workspace on timer for select to acuerdo_across using (true);
create policy own_workspace on timer using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on timer to acuerdo_across;
grant delete, insert, select, update on timer to acuerdo_app;

create table turn (
  workspace_id text not null,
  id text not null,
  memory jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id)
);
alter table turn enable row level security;
alter table turn force row level security;
create policy own_workspace on turn using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on turn to acuerdo_app;

create table watermark (
  workspace_id text not null,
  source text not null,
  known_until timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, source),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table watermark enable row level security;
alter table watermark force row level security;
create policy own_workspace on watermark using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant insert, select, update on watermark to acuerdo_app;

create table webhook (
  workspace_id text not null,
  id text not null,
  url text not null,
  secret text not null,
  types text[] not null,
  paused_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kind text not null default 'standard'::text,
  title text,
  former_secret text,
  former_until timestamp with time zone,
  failures integer not null default 0,
  rests_until timestamp with time zone,
  paused_because text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  CHECK ((failures >= 0)),
  CHECK ((kind = ANY (ARRAY['standard'::text, 'slack'::text, 'teams'::text])))
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy own_workspace on webhook using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant delete, insert, select, update on webhook to acuerdo_app;

create table workspace (
  workspace_id text not null,
  title text not null,
  language text not null,
  time_zone text not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  CHECK ((workspace_id <> ''::text))
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy any_workspace on workspace for select to acuerdo_across using (true);
create policy own_workspace on workspace using ((workspace_id = current_setting('acuerdo.workspace'::text, true))) with check ((workspace_id = current_setting('acuerdo.workspace'::text, true)));
grant select on workspace to acuerdo_across;
grant insert, select, update on workspace to acuerdo_app;

CREATE OR REPLACE FUNCTION public.append_only(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format(
    'create trigger append_only before update or delete or truncate on %s'
    ' for each statement execute function refuse_change()', guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.open_across(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy any_workspace on %s for select to acuerdo_across using (true)', guarded);
  execute format('grant select on %s to acuerdo_across', guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.protect(guarded regclass, deeds text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy own_workspace on %s'
    ' using (workspace_id = current_setting(''acuerdo.workspace'', true))'
    ' with check (workspace_id = current_setting(''acuerdo.workspace'', true))', guarded);
  execute format('grant %s on %s to acuerdo_app', deeds, guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.erased_at is not null and
    (to_jsonb(old) - '{data,actor_id,erased_at}'::text[]) =
    (to_jsonb(new) - '{data,actor_id,erased_at}'::text[]) then
    return new;
  end if;
  raise exception 'events are never changed or deleted, only erased of a person'
    using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.body, old.evidence, old.evidence_hash) is distinct from
     (new.body, new.evidence, new.evidence_hash) then
    raise exception 'the evidence of a dispute is never changed'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_intake()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.withdrawn_at is not null or (old.source, old.title, old.digest, old.mapping, old.made_by)
     is distinct from (new.source, new.title, new.digest, new.mapping, new.made_by) then
    raise exception 'an intake is never changed, and taken back only once'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;
