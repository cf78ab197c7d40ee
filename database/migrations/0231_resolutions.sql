-- 决议台账: one row per resolution for ever, with its number (MTG-9).
create table resolutions (
  id            uuid primary key references records,
  number        text not null unique,
  item_id       uuid not null references meeting_items,
  text          text not null,
  department_id uuid not null references departments,
  assisting     uuid[] not null default '{}',
  due_on        date not null,
  state         text not null check (state in ('open', 'reported', 'done', 'dropped')),
  recorded_by   uuid not null references people,
  recorded_at   timestamptz not null,
  urged_at      timestamptz,
  closed_at     timestamptz,
  closed_by     uuid references people,
  closed_why    text not null default '',
  constraint resolutions_closed check ((state in ('done', 'dropped')) = (closed_at is not null))
);
create index resolutions_newest on resolutions (recorded_at desc, id desc);
create index resolutions_open on resolutions (recorded_at desc, id desc) where state in ('open', 'reported');
create index resolutions_of_department on resolutions (department_id, recorded_at desc, id desc);
create index resolutions_of_item on resolutions (item_id);

-- What was reported of it, with evidence among the files.
create table resolution_reports (
  id            uuid primary key,
  resolution_id uuid not null references resolutions,
  at            timestamptz not null,
  by            uuid not null references people,
  text          text not null,
  finished      boolean not null
);
create index resolution_reports_of on resolution_reports (resolution_id, at);

-- 延期: each is a row, so that they can be counted.
create table resolution_deferrals (
  id            uuid primary key,
  resolution_id uuid not null references resolutions,
  at            timestamptz not null,
  by            uuid not null references people,
  until         date not null,
  why           text not null,
  decided_at    timestamptz,
  decided_by    uuid references people,
  granted       boolean,
  reason        text not null default ''
);
create unique index resolution_deferrals_one_open on resolution_deferrals (resolution_id) where decided_at is null;
create index resolution_deferrals_of on resolution_deferrals (resolution_id, at);
