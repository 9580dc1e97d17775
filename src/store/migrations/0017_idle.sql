-- Indexes that nothing looks into.
--
-- Why: each row that is written is written into every index as well. Beliefs are asked for by their
-- clock alone. Timers of an owner are asked for until they fire, and those of periods after that;
-- what an import notes as told was never looked for by its owner.
-- Lock: timer against writing while its index is built: one pass over what has not fired.
-- Previous release: can run; it looks longer for the fired timers of periods that it clears away.
drop index breach_recent;
drop index timer_owner;
create index timer_owner on timer (workspace_id, belongs_to)
  where finished_at is null or kind = 'period';
