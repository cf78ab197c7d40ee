-- 上次查看: when somebody last looked into a folder; what was changed by others since then is new to them.
create table library_looks (
  person_id uuid not null references people on delete cascade,
  folder_id uuid not null references library_items on delete cascade,
  at        timestamptz not null,
  primary key (person_id, folder_id)
);

-- 关注: somebody is told, a few minutes later and in one line, what changed in a folder and below it.
create table library_follows (
  person_id uuid not null references people on delete cascade,
  folder_id uuid not null references library_items on delete cascade,
  told_at   timestamptz not null,
  primary key (person_id, folder_id)
);

create index library_files_by_change on library_items (changed_at desc, id desc) where not is_folder;
