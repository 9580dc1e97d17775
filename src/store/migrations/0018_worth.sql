-- What the subject of a clock is worth, beside the clock, so that the dearest are read from an index.
--
-- Why: a page of what is worth most looked into the subject of every open clock first. Settling
-- writes the column from now on; here it is filled from what is known of subjects. Those of unknown
-- worth come last, by the instant they are due.
-- Lock: clock is rewritten, and cannot be read meanwhile: some tens of seconds a million.
-- Previous release: can run; it leaves the column as it is, and sorts by the subjects themselves.

alter table clock add column worth numeric;

-- The owner fills the column in every workspace at once.
alter table clock no force row level security;
alter table subject no force row level security;
update clock set worth = trim_scale(told.worth)
from (
  select workspace_id, id, coalesce(
    case when attributes->>'amount' ~ '^-?\d{1,18}(\.\d{1,12})?$'
      then (attributes->>'amount')::numeric end,
    case when attributes->>'expectedValue' ~ '^-?\d{1,18}(\.\d{1,12})?$'
      then (attributes->>'expectedValue')::numeric end,
    case when attributes->>'value' ~ '^-?\d{1,18}(\.\d{1,12})?$'
      then (attributes->>'value')::numeric end) as worth
  from subject) as told
where clock.workspace_id = told.workspace_id and clock.subject = told.id and told.worth is not null;
alter table clock force row level security;
alter table subject force row level security;

alter table clock add column worth_order numeric not null
  generated always as (coalesce(-worth, 'infinity')) stored;
create index clock_open_worth on clock (workspace_id, worth_order, due_order, id) where is_open;
