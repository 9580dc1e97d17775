-- Subjects by their first and latest fact: only those that have one.
--
-- Why: a row is added to be held before anything is known of it, and was written into both indexes
-- for nothing. And where the server's statistics knew nothing of a workspace yet, it looked a
-- subject up by reading the whole workspace in one of them: a quarter of what a batch cost it.
-- Lock: subject against writing for two passes over it.
-- Previous release: can run; a list of subjects that does not ask for a latest fact is sorted.
drop index subject_first;
drop index subject_recent;
create index subject_first on subject (workspace_id, first_at) where first_at is not null;
create index subject_recent on subject (workspace_id, type, last_at, id) where last_at is not null;
