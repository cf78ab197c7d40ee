-- A topic that turns out to be classified: its materials are stubs from now on, in the same transaction. Their files are erased; the bytes go after it.
create function meeting_materials_follow_secrecy() returns trigger language plpgsql as $$
declare
  theirs uuid[] := array(select id from meeting_materials where topic_id = new.id and secrecy < new.clearance);
  sums text[] := array(select distinct f.sha256 from attachments a join files f on f.id = a.file_id where a.record_id = any(theirs));
begin
  update meeting_materials set title = '', withdrawn_why = '', secrecy = new.clearance, due_at = null, handed_in_at = null, distributed_at = null, bagged = true where id = any(theirs);
  update records set title = '', clearance = new.clearance where id = any(theirs) and clearance < new.clearance;
  update blobs set erased_at = now(), text = null, text_state = 'none', text_why = 'classified' where sha256 = any(sums);
  if cardinality(sums) > 0 then
    insert into outbox (at, due, event, data) values (now(), 'epoch', 'incoming.files_erased', jsonb_build_object('erased', to_jsonb(sums)));
  end if;
  return null;
end $$;
create trigger meeting_materials_follow_secrecy after update of clearance on records
  for each row when (new.kind = 'topic' and new.clearance > old.clearance) execute function meeting_materials_follow_secrecy();
