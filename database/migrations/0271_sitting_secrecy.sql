-- A topic that turns out to be classified: what was said and resolved about it says nothing any more either, in the same transaction.
create function meeting_topic_said_follows_secrecy() returns trigger language plpgsql as $$
declare
  resolved uuid[] := array(select s.id from resolutions s join meeting_items i on i.id = s.item_id where i.topic_id = new.id);
begin
  update meeting_points set text = '' where item_id in (select id from meeting_items where topic_id = new.id);
  update resolutions set text = '' where id = any(resolved);
  update resolution_reports set text = '' where resolution_id = any(resolved);
  update resolution_deferrals set why = '', reason = '' where resolution_id = any(resolved);
  update records set title = '', clearance = new.clearance where id = any(resolved) and clearance < new.clearance;
  return null;
end $$;
create trigger meeting_topic_said_follows_secrecy after update of clearance on records
  for each row when (new.kind = 'topic' and new.clearance > old.clearance) execute function meeting_topic_said_follows_secrecy();
