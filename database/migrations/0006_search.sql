-- 检索: one line a record. Who may see it is decided by `records` alone, which every search asks;
-- `seers` only keeps the candidates few.
create table search_entries (
  record_id  uuid primary key references records on delete cascade,
  kind       text not null,
  at         timestamptz not null,
  clearance  smallint not null,
  -- among the newest few thousand: see search_recent
  recent     boolean not null,
  -- the readers of the record, and its permission as search_key() writes it
  seers      uuid[] not null,
  sender     text not null,
  -- more that it is known by: the sender's number, an archive number
  extra      text[] not null,
  -- squashed: title, number and extra with a space between them; the numbers alone; the sender
  named      text not null,
  numbers    text[] not null,
  sent_by    text not null,
  -- of what it is named, and of that, its sender and every text
  name_grams integer[] not null,
  grams      integer[] not null,
  unique (record_id, clearance)
);
-- Looked into for a few words at a time: unpacking would cost more than it saves. Without statistics the planner
-- always takes the index; with them it would rather unpack the whole table, because it does not price the unpacking.
alter table search_entries alter grams set storage external, alter grams set statistics 0, alter name_grams set statistics 0, alter seers set statistics 0;
-- The newest have an index of their own, so that a word of most documents is not gathered from all of them before the
-- first page is shown. Written by the worker alone, so nobody waits for it, and no search reads a pending list.
create index search_recent_entries on search_entries using gin (grams, name_grams, seers) with (fastupdate = off) where recent;
create index search_old_entries on search_entries using gin (grams, name_grams, seers) with (fastupdate = off) where not recent;
create index search_recent_by_date on search_entries (at) where recent;

-- One row: what is as new as that belongs to the newest.
create table search_recent (
  id    boolean primary key default true check (id),
  since timestamptz not null
);
insert into search_recent (since) values ('-infinity');

-- The record's own words and those of its attachments.
create table search_texts (
  record_id uuid not null,
  -- the attachment's file, or zero for the record itself
  part      uuid not null,
  -- Of a classified document nothing is kept but the line of its register.
  clearance smallint not null default 0 constraint search_stub_says_nothing check (clearance = 0),
  -- the attachment's name, and the same squashed
  name      text not null,
  called    text not null,
  body      text not null,
  squashed  text not null,
  -- the place in `body` of each 256th letter of `squashed`
  marks     integer[] not null,
  primary key (record_id, part),
  foreign key (record_id, clearance) references search_entries (record_id, clearance) on delete cascade
);
alter table search_texts alter squashed set storage external;

-- The permissions by which every record of some kind is seen.
create table search_permissions (
  permission text primary key,
  key        uuid not null
);

create function search_key(permission text) returns uuid immutable strict language sql as $$ select md5(permission)::uuid $$;

-- The worker brings the line up to date, before anything else it has to do. What becomes classified is gone from it at once.
create function search_follows_record() returns trigger language plpgsql as $$
begin
  if new.clearance > old.clearance then
    delete from search_texts where record_id = new.id;
    update search_entries set clearance = new.clearance, extra = '{}', named = '', numbers = '{}', name_grams = '{}', grams = '{}' where record_id = new.id;
  end if;
  insert into outbox (at, due, event, data) values (now(), 'epoch', 'search.record_moved', jsonb_build_object('recordId', new.id));
  return null;
end $$;

create trigger search_follows_records after update of readers, all_permission, clearance, title, number on records
  for each row when (old.readers is distinct from new.readers or old.all_permission <> new.all_permission or old.clearance <> new.clearance
    or old.title <> new.title or old.number <> new.number) execute function search_follows_record();
