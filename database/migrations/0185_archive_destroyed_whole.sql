-- The content of a record was destroyed: nothing is left of it but what the registers say, and nothing is added any more.
alter table records add column erased_at timestamptz;
update records r set erased_at = i.destroyed_at from archive_items i where i.record_id = r.id and i.destroyed_at is not null;

-- A version is never changed; only that of a document that was destroyed loses its text, and keeps the sum of what was signed.
drop trigger outgoing_versions_are_kept on outgoing_versions;
create function outgoing_version_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.body = '' and new.note = '' and new.attending = '' and new.absent = '' and new.observing = '' and new.body_file is null
    and to_jsonb(new) - array['body', 'note', 'attending', 'absent', 'observing', 'body_file'] = to_jsonb(old) - array['body', 'note', 'attending', 'absent', 'observing', 'body_file']
    and exists (select from records where id = old.document_id and erased_at is not null) then
    return new;
  end if;
  raise exception '% is never changed', tg_table_name;
end $$;
create trigger outgoing_versions_are_kept before update or delete on outgoing_versions for each row execute function outgoing_version_kept();
create trigger outgoing_versions_are_not_emptied before truncate on outgoing_versions for each statement execute function keep_for_ever();
update outgoing_versions v set body = '', note = '', attending = '', absent = '', observing = '', body_file = null from records r where r.id = v.document_id and r.erased_at is not null;
delete from search_texts t using records r where r.id = t.record_id and r.erased_at is not null;
insert into outbox (at, due, event, data) select now(), 'epoch', 'search.record_moved', jsonb_build_object('recordId', id) from records where erased_at is not null;

-- What is kept for ever is never destroyed.
alter table archive_items add constraint archive_permanent_stays check (destroyed_at is null or retention <> 'Y');

-- A list that was approved and is given up: its items are free again, and it stays.
alter table archive_destructions
  drop constraint archive_destructions_state_check,
  add constraint archive_destructions_state_check check (state in ('asked', 'approved', 'returned', 'refused', 'recalled', 'done', 'given_up')),
  add column given_up_at timestamptz,
  add column given_up_by uuid references people,
  add column given_up_why text not null default '',
  add constraint archive_destructions_given_up check ((state = 'given_up') = (given_up_at is not null) and (state = 'given_up') = (given_up_by is not null) and (state = 'given_up') = (given_up_why <> ''));
drop trigger archive_destructions_stay_done on archive_destructions;
create trigger archive_destructions_stay_done before update on archive_destructions
  for each row when (old.state in ('done', 'given_up')) execute function keep_for_ever();

-- A package whose ZIP was taken off the disk: what was in it, its sum and who had it removed stay.
alter table archive_packages
  drop constraint archive_packages_state_check,
  add constraint archive_packages_state_check check (state in ('waiting', 'running', 'done', 'failed', 'removed')),
  add column removed_at timestamptz,
  -- null: something in it had been destroyed before packages were removed by hand
  add column removed_by uuid references people,
  add column removed_why text not null default '',
  add constraint archive_packages_removed check ((state = 'removed') = (removed_at is not null) and (state <> 'removed' or (file_id is null and removed_why <> '')));
update archive_packages k set state = 'removed', file_id = null, removed_at = now(), removed_why = '包内有已销毁的档案'
  where state = 'done' and exists (select from archive_package_items p join archive_items i on i.id = p.item_id where p.package_id = k.id and i.destroyed_at is not null);

-- Of a package that was brought, the ZIP is kept until it is imported, refused or given up; its sum stays.
alter table archive_imports
  drop constraint archive_imports_state_check,
  add constraint archive_imports_state_check check (state in ('checking', 'refused', 'checked', 'importing', 'done', 'failed', 'dropped')),
  alter column file_id drop not null,
  add column sha256 text;
update archive_imports m set sha256 = f.sha256 from files f where f.id = m.file_id;
update archive_imports set file_id = null where state in ('refused', 'done');
alter table archive_imports alter column sha256 set not null;
