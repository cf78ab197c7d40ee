-- Which lines of the ledger somebody finds under one of their keys (a person, a department, a permission that sees all of a kind), the newest
-- first: as archive_lines. Whoever sees few of many resolutions is led to them. Whether a line is seen is still asked of its record.
create table resolution_lines (
  key           uuid        not null,
  resolution_id uuid        not null references resolutions on delete cascade,
  recorded_at   timestamptz not null,
  is_open       boolean     not null,
  primary key (resolution_id, key)
);
create index resolution_lines_newest on resolution_lines (key, recorded_at desc, resolution_id desc);
create index resolution_lines_open on resolution_lines (key, recorded_at desc, resolution_id desc) where is_open;

create function resolution_keep_lines(resolution uuid) returns void language sql as $$
  delete from resolution_lines l using records r where r.id = resolution and l.resolution_id = resolution and l.key <> all (r.readers) and l.key <> search_key(r.all_permission);
  insert into resolution_lines (key, resolution_id, recorded_at, is_open)
    select k.key, s.id, s.recorded_at, s.state in ('open', 'reported') from resolutions s join records r on r.id = s.id
      cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k
    where s.id = resolution
    on conflict (resolution_id, key) do update set is_open = excluded.is_open where resolution_lines.is_open <> excluded.is_open;
$$;

insert into resolution_lines (key, resolution_id, recorded_at, is_open)
  select k.key, s.id, s.recorded_at, s.state in ('open', 'reported') from resolutions s join records r on r.id = s.id
    cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k;

create function resolution_lines_of_resolution() returns trigger language plpgsql as $$
begin
  perform resolution_keep_lines(new.id);
  return null;
end $$;
create trigger resolution_lines_begin after insert on resolutions for each row execute function resolution_lines_of_resolution();
create trigger resolution_lines_close after update of state on resolutions for each row when (old.state <> new.state) execute function resolution_lines_of_resolution();

create function resolution_lines_of_readers() returns trigger language plpgsql as $$
begin
  if new.kind = 'resolution' then perform resolution_keep_lines(new.id); end if;
  return null;
end $$;
create trigger resolution_lines_follow_readers after update of readers, all_permission on records
  for each row when (old.readers is distinct from new.readers or old.all_permission <> new.all_permission) execute function resolution_lines_of_readers();
