-- 更正: the next note on the same minutes waits until this one is final.
create unique index meeting_papers_one_open_note on meeting_papers (corrects) where corrects is not null and state <> 'final';
