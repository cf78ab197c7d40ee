-- A shelf is a place whose readers many records share. Who may read is asked of the shelf at the time of asking, so a
-- right that is taken away is gone at once from everything that stands on it. Levels: 1 see, 2 read, 3 edit, 4 manage.
create table shelf_keys (
  shelf_id uuid not null,
  key      uuid not null,
  level    smallint not null check (level between 1 and 4),
  primary key (shelf_id, key)
);
create index shelf_keys_of_key on shelf_keys (key, shelf_id) include (level);

alter table records add shelf_id uuid;
alter table search_entries add shelf_id uuid;

-- A key that a person holds until a moment, such as that of a link they opened.
create table passes (
  person_id uuid not null references people,
  key       uuid not null,
  ends_at   timestamptz not null,
  primary key (person_id, key)
);
create index passes_of_key on passes (key);

-- Keys of a record's readers beside people and departments: everybody, the members of a department, the holders of a role.
create function everybody_key() returns uuid immutable language sql as $$ select md5('everybody')::uuid $$;
create function members_key(department uuid) returns uuid immutable strict language sql as $$ select md5('members:' || department)::uuid $$;
create function role_key(role text) returns uuid immutable strict language sql as $$ select md5('role:' || role)::uuid $$;

drop trigger search_follows_records on records;
create trigger search_follows_records after update of readers, all_permission, clearance, title, number, shelf_id on records
  for each row when (old.readers is distinct from new.readers or old.all_permission <> new.all_permission or old.clearance <> new.clearance
    or old.title <> new.title or old.number <> new.number or old.shelf_id is distinct from new.shelf_id) execute function search_follows_record();

-- 文档库: folders and files in one tree. A file is a record with the same id; its shelf is its folder's, unless it has rights of its own.
create table library_items (
  id         uuid primary key,
  parent_id  uuid references library_items,
  root_id    uuid not null references library_items,
  -- what stands at the top: a department's, a project's, the school's own
  space      text check (space in ('department', 'project', 'school')),
  department_id uuid references departments on delete cascade,
  is_folder  boolean not null,
  name       text not null check (name <> ''),
  shelf_id   uuid not null,
  -- takes the rights of the folder above
  inherits   boolean not null default true,
  created_by uuid references people,
  created_at timestamptz not null,
  -- files: the version that counts now
  version    integer,
  file_id    uuid references files,
  type       text not null default '',
  size       bigint not null default 0,
  changed_by uuid references people,
  changed_at timestamptz not null,
  tags       text[] not null default '{}',
  -- 签出: who works on it now
  locked_by  uuid references people,
  locked_at  timestamptz,
  lock_note  text not null default '',
  trashed_by uuid references people,
  trashed_at timestamptz,
  -- roots: bytes of all versions below, and how many are allowed when not the usual number
  used       bigint not null default 0,
  quota      bigint check (quota > 0),
  constraint library_root_or_below check ((parent_id is null) = (space is not null) and (parent_id is not null or (is_folder and root_id = id))),
  constraint library_file_has_content check (is_folder = (file_id is null) and is_folder = (version is null))
);
create unique index library_one_a_department on library_items (department_id) where department_id is not null;
create index library_items_below on library_items (parent_id, is_folder desc, name, id);
create index library_items_by_root on library_items (root_id);
create index library_items_on_shelf on library_items (shelf_id);
create index library_items_trashed on library_items (trashed_at) where trashed_at is not null;
create index library_items_by_tag on library_items using gin (tags);
create index library_items_by_file on library_items (file_id);

create table library_versions (
  item_id  uuid not null references library_items on delete cascade,
  number   integer not null,
  file_id  uuid not null references files,
  comment  text not null default '',
  by       uuid not null references people,
  at       timestamptz not null,
  -- it is an older one again
  restores integer,
  primary key (item_id, number)
);
create index library_versions_by_file on library_versions (file_id);

-- Rights given here, beside those that come from above.
create table library_grants (
  id         uuid primary key,
  item_id    uuid not null references library_items on delete cascade,
  kind       text not null check (kind in ('person', 'department', 'head', 'role', 'everybody', 'link')),
  -- whom the key stands for: a person, a department
  subject_id uuid,
  role       text,
  key        uuid not null,
  level      smallint not null check (level between 1 and 4),
  given_by   uuid references people,
  given_at   timestamptz not null,
  -- links end
  ends_at    timestamptz,
  constraint library_granted_once unique (item_id, key)
);
create index library_grants_of_key on library_grants (key);

-- The school's own folder, and one of every department for as long as there is one.
insert into library_items (id, root_id, space, is_folder, name, shelf_id, inherits, created_at, changed_at)
  values ('00000000-0000-7000-8140-000000000001', '00000000-0000-7000-8140-000000000001', 'school', true, '全校', '00000000-0000-7000-8140-000000000001', false, now(), now());
insert into library_grants (id, item_id, kind, role, key, level, given_at) values
  ('00000000-0000-7000-8140-000000000002', '00000000-0000-7000-8140-000000000001', 'role', 'office.director', role_key('office.director'), 4, now()),
  ('00000000-0000-7000-8140-000000000003', '00000000-0000-7000-8140-000000000001', 'role', 'office.clerk', role_key('office.clerk'), 4, now()),
  ('00000000-0000-7000-8140-000000000004', '00000000-0000-7000-8140-000000000001', 'everybody', null, everybody_key(), 2, now());
insert into shelf_keys (shelf_id, key, level) select item_id, key, level from library_grants;

create function library_id(text) returns uuid immutable strict language sql as $$ select overlay(overlay(md5($1) placing '8' from 13) placing '8' from 17)::uuid $$;

create function library_folder_of_department() returns trigger language plpgsql as $$
declare root uuid := library_id('library:' || new.id);
begin
  if tg_op = 'UPDATE' then
    update library_items set name = new.name where id = root;
    return null;
  end if;
  insert into library_items (id, root_id, space, department_id, is_folder, name, shelf_id, inherits, created_at, changed_at)
    values (root, root, 'department', new.id, true, new.name, root, false, now(), now());
  insert into library_grants (id, item_id, kind, subject_id, key, level, given_at) values
    (library_id('library.head:' || new.id), root, 'head', new.id, new.id, 4, now()),
    (library_id('library.members:' || new.id), root, 'department', new.id, members_key(new.id), 3, now());
  insert into shelf_keys (shelf_id, key, level) values (root, new.id, 4), (root, members_key(new.id), 3) on conflict do nothing;
  return null;
end $$;
create trigger library_folders_of_departments after insert or update of name on departments for each row execute function library_folder_of_department();

insert into library_items (id, root_id, space, department_id, is_folder, name, shelf_id, inherits, created_at, changed_at)
  select library_id('library:' || id), library_id('library:' || id), 'department', id, true, name, library_id('library:' || id), false, now(), now() from departments;
insert into library_grants (id, item_id, kind, subject_id, key, level, given_at)
  select library_id('library.head:' || id), library_id('library:' || id), 'head', id, id, 4, now() from departments
  union all select library_id('library.members:' || id), library_id('library:' || id), 'department', id, members_key(id), 3, now() from departments;
insert into shelf_keys (shelf_id, key, level)
  select library_id('library:' || id), id, 4 from departments union all select library_id('library:' || id), members_key(id), 3 from departments;
