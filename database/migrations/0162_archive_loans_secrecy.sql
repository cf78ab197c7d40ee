-- What turns out to be classified says nothing in its loans either, in the same transaction.
create function archive_loans_follow_secrecy() returns trigger language plpgsql as $$
begin
  update records set title = '', clearance = new.secrecy where id in (select id from archive_loans where item_id = new.id) and clearance < new.secrecy;
  return null;
end $$;
create trigger archive_loans_follow_secrecy after update of secrecy on archive_items
  for each row when (new.secrecy > old.secrecy) execute function archive_loans_follow_secrecy();
