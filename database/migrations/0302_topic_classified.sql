-- A topic that turns out to be classified, all of it in the same transaction: its own files, the evidence about what was resolved, the scanned pages of the
-- meetings that talked about it and the papers kept of their minutes are erased; messages, mails and reports say nothing of it any more.
-- Minutes that are not final are drawn anew without it, and their clocks go on; what is final becomes a stub.
create or replace function meeting_papers_follow_secrecy() returns trigger language plpgsql as $$
declare
  theirs uuid[] := array(select p.id from meeting_papers p join meeting_items i on i.meeting_id = p.meeting_id where i.topic_id = new.id);
  stubs uuid[] := array(select p.id from meeting_papers p where p.id = any(theirs) and (p.kind = 'note' or p.state = 'final'));
begin
  perform set_config('meetings.erases', 'on', true);
  update meeting_paper_versions set title = '', body = '', attending = '', absent = '', observing = '' where paper_id = any(theirs);
  update minutes_resolutions set text = '' where paper_id = any(theirs);
  update meeting_papers set title = '', why = '', dropped_why = '' where id = any(theirs);
  perform set_config('meetings.erases', '', true);
  update minutes_corrections set text = '', reason = '' where paper_id = any(theirs);
  update records set title = '' where id = any(theirs);
  update records set clearance = new.clearance where id = any(stubs) and clearance < new.clearance;
  delete from search_texts where record_id = any(theirs);
  return null;
end $$;

create function meeting_topic_files_follow_secrecy() returns trigger language plpgsql as $$
declare
  held uuid[] := array(select meeting_id from meeting_items where topic_id = new.id);
  resolved uuid[] := array(select s.id from resolutions s join meeting_items i on i.id = s.item_id where i.topic_id = new.id);
  theirs uuid[] := resolved || new.id || array(select id from meeting_papers where meeting_id = any(held));
  sums text[] := array(select distinct f.sha256 from attachments a join files f on f.id = a.file_id where a.record_id = any(theirs) or (a.record_id = any(held) and a.role = 'record'));
  said text;
begin
  update blobs set erased_at = now(), text = null, text_state = 'none', text_why = 'classified' where sha256 = any(sums);
  delete from search_texts where part in (select id from files where sha256 = any(sums));
  if cardinality(sums) > 0 then
    insert into outbox (at, due, event, data) values (now(), 'epoch', 'incoming.files_erased', jsonb_build_object('erased', to_jsonb(sums)));
  end if;
  update messages set params = '{}' where record_id = any(theirs);
  update mails set subject = '', body = '', file_ids = '{}' where record_id = any(theirs);
  -- 周汇总、月报告: the cell behind the number.
  perform set_config('meetings.erases', 'on', true);
  for said in select number from resolutions where id = any(resolved) loop
    update meeting_paper_versions v set body = regexp_replace(v.body, '(' || said || E')\t[^\t\n]*', E'\\1\t（涉密，另行记录）', 'g')
      from meeting_papers p where p.id = v.paper_id and p.covers_from is not null and strpos(v.body, said) > 0;
  end loop;
  perform set_config('meetings.erases', '', true);
  insert into outbox (at, due, event, data) values (now(), 'epoch', 'meetings.topic_classified', jsonb_build_object('topicId', new.id));
  return null;
end $$;
create trigger meeting_topic_files_follow_secrecy after update of clearance on records
  for each row when (new.kind = 'topic' and new.clearance > old.clearance) execute function meeting_topic_files_follow_secrecy();
