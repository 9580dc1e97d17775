-- Sources: what has come in lately.
--
-- Why: the page of sources asks when each last told of something; without this it would read every
-- event there ever was. Events are appended in the order of their creation, so that an index of
-- blocks is enough: a few kilobytes, and next to nothing on the way in.
-- Lock: on event, against writing, while the index is built: one pass over the table.
-- Previous release: can run, it knows nothing of it.
create index event_recent on event using brin (workspace_id, created_at) with (autosummarize = on);
