-- 移交包: what was given away, when and by whom; its items as they were chosen.
create table archive_packages (
  id          uuid primary key,
  asked_at    timestamptz not null,
  asked_by    uuid not null references people,
  -- 接收单位
  receiver    text not null,
  years       integer[] not null,
  retentions  text[] not null,
  state       text not null check (state in ('waiting', 'running', 'done', 'failed')),
  items       integer not null,
  packed      integer not null default 0,
  files       integer not null default 0,
  finished_at timestamptz,
  why         text not null default '',
  file_id     uuid references files,
  sha256      text,
  size        bigint,
  constraint archive_packages_whole check (state <> 'done' or (file_id is not null and sha256 is not null and size is not null))
);
create unique index archive_packages_one_at_a_time on archive_packages ((true)) where state in ('waiting', 'running');
create index archive_packages_newest on archive_packages (asked_at desc, id desc);

create table archive_package_items (
  package_id uuid not null references archive_packages,
  item_id    uuid not null references archive_items,
  primary key (package_id, item_id)
);
create index archive_package_items_by_item on archive_package_items (item_id);

-- 导入移交包: looked through first, then taken whole or not at all.
create table archive_imports (
  id           uuid primary key,
  asked_at     timestamptz not null,
  asked_by     uuid not null references people,
  file_id      uuid not null references files,
  name         text not null,
  state        text not null check (state in ('checking', 'refused', 'checked', 'importing', 'done', 'failed')),
  -- how far the running step is
  total        integer not null default 0,
  looked       integer not null default 0,
  items        integer not null default 0,
  files        integer not null default 0,
  bytes        bigint not null default 0,
  fault_count  integer not null default 0,
  faults       jsonb not null default '[]',
  -- 机构 of the package, and which department here each is
  institutions jsonb not null default '[]',
  departments  jsonb not null default '{}',
  started_at   timestamptz,
  started_by   uuid references people,
  finished_at  timestamptz,
  why          text not null default '',
  -- what is here now of what the package said
  kept_items   integer,
  kept_files   integer,
  kept_bytes   bigint
);
create unique index archive_imports_one_at_a_time on archive_imports ((true)) where state in ('checking', 'importing');
create index archive_imports_newest on archive_imports (asked_at desc, id desc);
