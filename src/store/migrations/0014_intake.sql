-- Intakes: files brought in by a person, each a source of its own, and whether one was taken back.
--
-- Why: who brought the wrong file must be able to say so, though facts are never deleted: the facts
-- of an intake that was taken back stay as they are and are left out of whatever is judged.
-- Lock: none; the table is new.
-- Previous release: can run; it would judge by what was taken back.
create table intake (
  workspace_id text not null,
  id text not null,
  source text not null,
  title text not null,
  -- What the file and its mapping were, to know the same file again.
  digest text not null,
  mapping jsonb not null,
  made_by text not null,
  created_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, source),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index intake_withdrawn on intake (workspace_id, source) where withdrawn_at is not null;
select protect('intake', 'select, insert, update');

-- Taking back is said once and for ever; nothing else of an intake changes.
create function refuse_intake() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or (old.source, old.title, old.digest, old.mapping, old.made_by)
     is distinct from (new.source, new.title, new.digest, new.mapping, new.made_by) then
    raise exception 'an intake is never changed, and taken back only once'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger frozen_intake before update on intake
  for each row execute function refuse_intake();
