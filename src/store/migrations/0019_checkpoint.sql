-- An index of the subjects that have a checkpoint.
--
-- Why: every history is read from its checkpoint on, and hardly any subject has one: to find that
-- out of a thousand subjects must cost next to nothing, however little the server's statistics
-- know of a new workspace.
-- Lock: subject against writing for one pass over it.
-- Previous release: can run, and never looks into it.
create index subject_checkpoint on subject (workspace_id, id) include (checkpoint_at)
  where checkpoint_at is not null;
