-- 时限: one clock for each promise that was started. Its times follow from clock_events, the calendar and the
-- length in force; they are written here only so that the board and the tick find them.
create table clocks (
  id            uuid primary key,
  promise       text not null,
  record_id     uuid not null references records,
  -- the part of the record it is about
  item_id       uuid,
  -- whose it is
  person_id     uuid references people,
  department_id uuid references departments,
  started_at    timestamptz not null,
  paused_at     timestamptz,
  stopped_at    timestamptz,
  kind          text not null check (kind in ('elapsed', 'working_days', 'office_hours')),
  -- of that kind of time, as last worked out
  minutes       integer not null check (minutes >= 0),
  -- kind, length, warning and escalation as last worked out: office_hours/720/540/120
  figures       text not null,
  due_at        timestamptz,
  warn_at       timestamptz,
  escalate_at   timestamptz,
  -- the calendar of this year is missing, so there is no due time yet
  missing_year  integer,
  told_warned   timestamptz,
  told_broken   timestamptz,
  told_escalated timestamptz,
  -- the first of warn, due and escalate that is not told yet
  next_at       timestamptz,
  calendar_version uuid not null,
  due_order     timestamptz not null generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored
);
create unique index clocks_one_open on clocks (record_id, promise, coalesce(item_id, '00000000-0000-0000-0000-000000000000')) where stopped_at is null;
create index clocks_by_record on clocks (record_id, started_at);
create index clocks_by_next on clocks (next_at) where next_at is not null;
create index clocks_open_by_due on clocks (due_order, id) where stopped_at is null;
create index clocks_open_by_person on clocks (person_id, due_order, id) where stopped_at is null;
create index clocks_open_by_department on clocks (department_id, due_order, id) where stopped_at is null;
create index clocks_open_by_basis on clocks (promise, figures, calendar_version) where stopped_at is null;

create table clock_events (
  clock_id uuid not null references clocks,
  -- in the order they happened
  position integer not null,
  at       timestamptz not null,
  what     text not null check (what in ('started', 'paused', 'resumed', 'stopped', 'overridden')),
  by       uuid references people,
  reason   text not null default '',
  -- overridden: the date that counts instead; null gives the promise's own back
  due_at   timestamptz,
  primary key (clock_id, position)
);
create trigger clock_events_are_kept before update or delete or truncate on clock_events
  for each statement execute function keep_for_ever();
