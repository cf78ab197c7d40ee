-- What the calendar was before each change, so that the last one can be taken back, and the one before it, and so on.
alter table calendar_changes add column state_before jsonb;
alter table calendar_changes add column undoes uuid references calendar_changes;
create unique index calendar_changes_undone_once on calendar_changes (undoes) where undoes is not null;
