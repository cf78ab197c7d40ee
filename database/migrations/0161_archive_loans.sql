-- 借阅: each request is a record of its own, with its approval.
create table archive_loans (
  id            uuid primary key references records,
  item_id       uuid not null references archive_items,
  borrower_id   uuid not null references people,
  department_id uuid not null references departments,
  why           text not null check (why <> ''),
  -- 查阅、外借、复制
  how           text not null check (how in ('read', 'lend', 'copy')),
  until         date not null,
  state         text not null check (state in ('asked', 'approved', 'refused', 'out', 'returned', 'given')),
  asked_at      timestamptz not null,
  decided_at    timestamptz,
  handed_at     timestamptz,
  handed_by     uuid references people,
  condition_out text not null default '',
  returned_at   timestamptz,
  received_by   uuid references people,
  whole         boolean,
  condition_in  text not null default '',
  constraint archive_loans_back check ((state = 'returned') = (returned_at is not null and whole is not null))
);
-- One original is with one person.
create unique index archive_loans_one_original on archive_loans (item_id) where state = 'out';
create unique index archive_loans_asked_once on archive_loans (item_id, borrower_id, how) where state in ('asked', 'approved', 'out');
create index archive_loans_newest on archive_loans (asked_at desc, id desc);
create index archive_loans_of_item on archive_loans (item_id, asked_at desc);

-- 续借
create table archive_renewals (
  id         uuid primary key,
  loan_id    uuid not null references archive_loans,
  asked_at   timestamptz not null,
  until      date not null,
  why        text not null,
  decided_at timestamptz,
  decided_by uuid references people,
  granted    boolean,
  reason     text not null default ''
);
create unique index archive_renewals_one_open on archive_renewals (loan_id) where decided_at is null;
