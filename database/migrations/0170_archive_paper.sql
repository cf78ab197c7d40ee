-- 旧档案目录: a table of old paper that was brought, looked through row by row, and imported once. The table itself is not kept: it may name what is classified.
create table archive_papers (
  id          uuid primary key,
  asked_at    timestamptz not null,
  asked_by    uuid not null references people,
  name        text not null,
  state       text not null check (state in ('checked', 'importing', 'done', 'failed')),
  total       integer not null,
  good        integer not null,
  entered     integer not null default 0,
  started_at  timestamptz,
  started_by  uuid references people,
  finished_at timestamptz,
  why         text not null default ''
);
create unique index archive_papers_one_at_a_time on archive_papers ((true)) where state = 'importing';
create index archive_papers_newest on archive_papers (asked_at desc, id desc);

-- Its rows; those that became items are gone from here, their words are in the catalogue alone.
create table archive_paper_lines (
  paper_id uuid not null references archive_papers,
  line     integer not null,
  said     jsonb not null,
  faults   text[] not null,
  -- the item it becomes; null while it has faults
  item     jsonb,
  primary key (paper_id, line)
);
create index archive_paper_lines_faulty on archive_paper_lines (paper_id, line) where item is null;

-- What came from such a table takes scans later.
alter table archive_items add column paper_id uuid references archive_papers;
create index archive_items_by_paper on archive_items (paper_id, number) where paper_id is not null;
