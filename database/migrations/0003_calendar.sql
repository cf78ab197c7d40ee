-- 校历 the school calendar: which years are published, and the days that differ from an ordinary week.
create table calendar_years (
  year         integer primary key check (year between 1992 and 2200),
  published_at timestamptz,
  -- null: came with the product
  published_by uuid references people,
  -- the notice by which its holidays are laid down
  source       text not null default ''
);

create table calendar_days (
  day  text primary key check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  kind text not null check (kind in ('holiday', 'makeup', 'morning', 'afternoon', 'closed')),
  name text not null default ''
);

create table terms (
  id     uuid primary key,
  name   text not null,
  starts text not null,
  ends   text not null,
  constraint terms_in_order check (starts < ends)
);

-- 作息时间: the office's hours for a range of days; the one without dates is for the rest of the year.
create table timetables (
  id       uuid primary key,
  name     text not null,
  starts   text,
  ends     text,
  -- 1 Monday … 7 Sunday
  weekdays integer[] not null,
  -- [{"from": "08:00", "to": "12:00"}, …]; empty: closed
  spans    jsonb not null,
  constraint timetables_in_order check ((starts is null) = (ends is null) and starts <= ends)
);
create unique index timetables_one_for_the_rest on timetables ((starts is null)) where starts is null;

-- One row: whoever keeps tables of the calendar sees by it that they are old.
create table calendar_version (
  id      boolean primary key default true check (id),
  version uuid not null
);

create function calendar_has_changed() returns trigger language plpgsql as $$
begin
  update calendar_version set version = gen_random_uuid();
  return null;
end $$;

create trigger calendar_years_change after insert or update or delete on calendar_years
  for each statement execute function calendar_has_changed();
create trigger calendar_days_change after insert or update or delete on calendar_days
  for each statement execute function calendar_has_changed();
create trigger timetables_change after insert or update or delete on timetables
  for each statement execute function calendar_has_changed();

create table calendar_changes (
  id      uuid primary key,
  at      timestamptz not null,
  by      uuid not null references people,
  -- the year it is about, if one
  year    integer,
  -- marked, confirmed, published, withdrawn, term, timetable
  what    text not null,
  subject text not null,
  before  text not null default '',
  after   text not null default '',
  why     text not null default ''
);
create index calendar_changes_by_year on calendar_changes (year, id desc);
create trigger calendar_changes_are_kept before update or delete or truncate on calendar_changes
  for each statement execute function keep_for_ever();

insert into calendar_version (version) values (gen_random_uuid());

insert into timetables (id, name, weekdays, spans) values
  ('00000000-0000-7000-8000-00000000ca01', '日常作息', '{1,2,3,4,5}', '[{"from": "08:00", "to": "12:00"}, {"from": "13:30", "to": "17:30"}]');

insert into calendar_years (year, published_at, source) values
  (2025, '2024-11-12T00:00:00Z', '国务院办公厅关于2025年部分节假日安排的通知'),
  (2026, '2025-11-04T00:00:00Z', '国务院办公厅关于2026年部分节假日安排的通知');

insert into calendar_days (day, kind, name) values
  ('2025-01-01', 'holiday', '元旦'),
  ('2025-01-26', 'makeup', '春节'),
  ('2025-01-28', 'holiday', '春节'),
  ('2025-01-29', 'holiday', '春节'),
  ('2025-01-30', 'holiday', '春节'),
  ('2025-01-31', 'holiday', '春节'),
  ('2025-02-01', 'holiday', '春节'),
  ('2025-02-02', 'holiday', '春节'),
  ('2025-02-03', 'holiday', '春节'),
  ('2025-02-04', 'holiday', '春节'),
  ('2025-02-08', 'makeup', '春节'),
  ('2025-04-04', 'holiday', '清明节'),
  ('2025-04-05', 'holiday', '清明节'),
  ('2025-04-06', 'holiday', '清明节'),
  ('2025-04-27', 'makeup', '劳动节'),
  ('2025-05-01', 'holiday', '劳动节'),
  ('2025-05-02', 'holiday', '劳动节'),
  ('2025-05-03', 'holiday', '劳动节'),
  ('2025-05-04', 'holiday', '劳动节'),
  ('2025-05-05', 'holiday', '劳动节'),
  ('2025-05-31', 'holiday', '端午节'),
  ('2025-06-01', 'holiday', '端午节'),
  ('2025-06-02', 'holiday', '端午节'),
  ('2025-09-28', 'makeup', '国庆节'),
  ('2025-10-01', 'holiday', '国庆节'),
  ('2025-10-02', 'holiday', '国庆节'),
  ('2025-10-03', 'holiday', '国庆节'),
  ('2025-10-04', 'holiday', '国庆节'),
  ('2025-10-05', 'holiday', '国庆节'),
  ('2025-10-06', 'holiday', '中秋节'),
  ('2025-10-07', 'holiday', '国庆节'),
  ('2025-10-08', 'holiday', '国庆节'),
  ('2025-10-11', 'makeup', '国庆节'),
  ('2026-01-01', 'holiday', '元旦'),
  ('2026-01-02', 'holiday', '元旦'),
  ('2026-01-03', 'holiday', '元旦'),
  ('2026-01-04', 'makeup', '元旦'),
  ('2026-02-14', 'makeup', '春节'),
  ('2026-02-15', 'holiday', '春节'),
  ('2026-02-16', 'holiday', '春节'),
  ('2026-02-17', 'holiday', '春节'),
  ('2026-02-18', 'holiday', '春节'),
  ('2026-02-19', 'holiday', '春节'),
  ('2026-02-20', 'holiday', '春节'),
  ('2026-02-21', 'holiday', '春节'),
  ('2026-02-22', 'holiday', '春节'),
  ('2026-02-23', 'holiday', '春节'),
  ('2026-02-28', 'makeup', '春节'),
  ('2026-04-04', 'holiday', '清明节'),
  ('2026-04-05', 'holiday', '清明节'),
  ('2026-04-06', 'holiday', '清明节'),
  ('2026-05-01', 'holiday', '劳动节'),
  ('2026-05-02', 'holiday', '劳动节'),
  ('2026-05-03', 'holiday', '劳动节'),
  ('2026-05-04', 'holiday', '劳动节'),
  ('2026-05-05', 'holiday', '劳动节'),
  ('2026-05-09', 'makeup', '劳动节'),
  ('2026-06-19', 'holiday', '端午节'),
  ('2026-06-20', 'holiday', '端午节'),
  ('2026-06-21', 'holiday', '端午节'),
  ('2026-09-20', 'makeup', '国庆节'),
  ('2026-09-25', 'holiday', '中秋节'),
  ('2026-09-26', 'holiday', '中秋节'),
  ('2026-09-27', 'holiday', '中秋节'),
  ('2026-10-01', 'holiday', '国庆节'),
  ('2026-10-02', 'holiday', '国庆节'),
  ('2026-10-03', 'holiday', '国庆节'),
  ('2026-10-04', 'holiday', '国庆节'),
  ('2026-10-05', 'holiday', '国庆节'),
  ('2026-10-06', 'holiday', '国庆节'),
  ('2026-10-07', 'holiday', '国庆节'),
  ('2026-10-10', 'makeup', '国庆节');
