-- A topic that turns out to be classified: what was written about its meeting says nothing any more either, in the same transaction, final or not.
-- Only this passes what otherwise stays for ever.
create or replace function meeting_papers_stay() returns trigger language plpgsql as $$
begin
  if current_setting('meetings.erases', true) = 'on' and tg_op = 'UPDATE' then
    return new;
  end if;
  if tg_op = 'DELETE' or (to_jsonb(new) - array['printed_at', 'printed_by', 'copies']) <> (to_jsonb(old) - array['printed_at', 'printed_by', 'copies']) then
    raise exception 'meeting paper % is final', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function meeting_paper_texts_stay() returns trigger language plpgsql as $$
begin
  if current_setting('meetings.erases', true) = 'on' and tg_op = 'UPDATE' then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    raise exception 'what was written stays as it was' using errcode = 'restrict_violation';
  end if;
  if exists (select from meeting_papers p where p.id = new.paper_id and p.state = 'final') then
    raise exception 'meeting paper % is final', new.paper_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function meeting_papers_follow_secrecy() returns trigger language plpgsql as $$
declare
  theirs uuid[] := array(select p.id from meeting_papers p join meeting_items i on i.meeting_id = p.meeting_id where i.topic_id = new.id);
begin
  perform set_config('meetings.erases', 'on', true);
  update meeting_paper_versions set title = '', body = '', attending = '', absent = '', observing = '' where paper_id = any(theirs);
  update minutes_resolutions set text = '' where paper_id = any(theirs);
  update meeting_papers set title = '', why = '' where id = any(theirs);
  perform set_config('meetings.erases', '', true);
  update minutes_corrections set text = '', reason = '' where paper_id = any(theirs);
  update records set title = '', clearance = new.clearance where id = any(theirs) and clearance < new.clearance;
  return null;
end $$;
create trigger meeting_papers_follow_secrecy after update of clearance on records
  for each row when (new.kind = 'topic' and new.clearance > old.clearance) execute function meeting_papers_follow_secrecy();
