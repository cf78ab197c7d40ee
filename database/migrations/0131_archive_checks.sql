-- 固化核验: every file of the archive read again and held against the sum it had when it was archived.
create table archive_checks (
  id          uuid primary key,
  asked_at    timestamptz not null,
  -- null: by the calendar
  asked_by    uuid references people,
  state       text not null check (state in ('waiting', 'running', 'done', 'failed')),
  total       integer not null default 0,
  looked      integer not null default 0,
  changed     integer not null default 0,
  missing     integer not null default 0,
  finished_at timestamptz,
  why         text not null default ''
);
create unique index archive_checks_one_at_a_time on archive_checks ((true)) where state in ('waiting', 'running');
create index archive_checks_newest on archive_checks (asked_at desc, id desc);

create table archive_check_faults (
  check_id uuid not null references archive_checks,
  item_id  uuid not null,
  position integer not null,
  found    text not null check (found in ('changed', 'missing')),
  primary key (check_id, item_id, position),
  foreign key (item_id, position) references archive_files
);
