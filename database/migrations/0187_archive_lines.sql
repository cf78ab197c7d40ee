-- Which lines of the catalogue somebody finds under one of their keys (a person, a department, a permission that sees all of a kind), in its
-- order: as incoming_lines (docs/decisions/0011), for whoever sees a part of it. Kept by the database itself; whether a line is seen is still asked of its record.
create table archive_lines (
  key       uuid     not null,
  item_id   uuid     not null references archive_items on delete cascade,
  year_back integer  not null,
  rank      smallint not null,
  code      text     not null,
  seq       integer  not null,
  primary key (item_id, key)
);
create index archive_lines_in_order on archive_lines (key, year_back, rank, code, seq) include (item_id);

create function archive_keep_lines(record uuid) returns void language sql as $$
  delete from archive_lines l using archive_items i, records r
    where i.record_id = record and r.id = record and l.item_id = i.id and l.key <> all (r.readers) and l.key <> search_key(r.all_permission);
  insert into archive_lines (key, item_id, year_back, rank, code, seq)
    select k.key, i.id, i.year_back, i.rank, i.code, i.seq from archive_items i join records r on r.id = i.record_id
      cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k
    where i.record_id = record
    on conflict (item_id, key) do update set year_back = excluded.year_back, rank = excluded.rank, code = excluded.code, seq = excluded.seq
      where (archive_lines.year_back, archive_lines.rank, archive_lines.code, archive_lines.seq) is distinct from (excluded.year_back, excluded.rank, excluded.code, excluded.seq);
$$;

insert into archive_lines (key, item_id, year_back, rank, code, seq)
  select k.key, i.id, i.year_back, i.rank, i.code, i.seq from archive_items i join records r on r.id = i.record_id
    cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k;

create function archive_lines_of_item() returns trigger language plpgsql as $$
begin
  perform archive_keep_lines(new.record_id);
  return null;
end $$;
create trigger archive_lines_begin after insert on archive_items for each row execute function archive_lines_of_item();
create trigger archive_lines_move after update of year, retention, code, seq on archive_items for each row execute function archive_lines_of_item();

create function archive_lines_of_readers() returns trigger language plpgsql as $$
begin
  if exists (select from archive_items where record_id = new.id) then perform archive_keep_lines(new.id); end if;
  return null;
end $$;
create trigger archive_lines_follow_readers after update of readers, all_permission on records
  for each row when (old.readers is distinct from new.readers or old.all_permission <> new.all_permission) execute function archive_lines_of_readers();
