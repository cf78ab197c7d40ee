-- 更正作废: a note begun by mistake, with who, when and why. It stays readable as it was and does not hold up the next.
alter table meeting_papers
  add dropped_at  timestamptz,
  add dropped_by  uuid references people,
  add dropped_why text not null default '',
  drop constraint meeting_papers_state_check,
  add constraint meeting_papers_state_check check (state in ('draft', 'sent', 'approving', 'final', 'dropped')),
  add constraint meeting_papers_dropped check ((state = 'dropped') = (dropped_at is not null) and (state <> 'dropped' or kind = 'note' and dropped_by is not null));
drop index meeting_papers_one_open_note;
create unique index meeting_papers_one_open_note on meeting_papers (corrects) where corrects is not null and state not in ('final', 'dropped');
drop trigger meeting_papers_stay on meeting_papers;
create trigger meeting_papers_stay before update or delete on meeting_papers for each row when (old.state in ('final', 'dropped')) execute function meeting_papers_stay();
