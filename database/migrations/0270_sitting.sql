-- 开会: when the meeting really began and ended (MTG-7). Written later: nobody wrote while it was going on, so no minutes were measured.
alter table meetings
  add begun_at      timestamptz,
  add begun_by      uuid references people,
  add ended_at      timestamptz,
  add ended_by      uuid references people,
  add written_later boolean not null default false,
  -- what the code at the door says (MTG-5)
  add sign_code     text not null default lpad(floor(random() * 1000000)::int::text, 6, '0'),
  add constraint meetings_ended_after_they_began check (ended_at is null or ended_at >= begun_at);
update meetings set begun_at = starts_at, begun_by = minute_taker_id, ended_at = ends_at, ended_by = minute_taker_id, written_later = true
  where state = 'called' and exists (select from meeting_items i where i.meeting_id = meetings.id and (i.state <> 'planned' or exists (select from resolutions s where s.item_id = i.id)));

-- 用时: from when until when a topic was talked about; its minutes are the sum of these.
create table meeting_talks (
  id         uuid primary key,
  meeting_id uuid not null references meetings,
  item_id    uuid not null references meeting_items,
  began_at   timestamptz not null,
  ended_at   timestamptz check (ended_at >= began_at)
);
create unique index meeting_talks_one_at_a_time on meeting_talks (meeting_id) where ended_at is null;
create index meeting_talks_of on meeting_talks (meeting_id, item_id, began_at);

-- 要点: what was said about a topic, or about none; what is 重点 stands out (MTG-6).
create table meeting_points (
  id         uuid primary key,
  meeting_id uuid not null references meetings,
  item_id    uuid references meeting_items,
  text       text not null,
  key        boolean not null,
  at         timestamptz not null,
  by         uuid not null references people
);
create index meeting_points_of on meeting_points (meeting_id, at, id);

-- 责任人: who carries it out. Of what was resolved before, whoever headed the department.
alter table resolutions add owner_id uuid references people;
update resolutions s set owner_id = coalesce((select o.person_id from posts o where o.department_id = s.department_id and o.role in ('department.head', 'office.director') and o.until is null order by o.since, o.id limit 1), s.recorded_by);
alter table resolutions alter owner_id set not null;
create index resolutions_of_owner on resolutions (owner_id, recorded_at desc, id desc);

-- 签到: one line for everybody who came, in the order they came; who is not of the school is there by name (MTG-5).
create table meeting_attendance (
  id         uuid primary key,
  meeting_id uuid not null references meetings,
  person_id  uuid references people,
  guest      text not null default '',
  -- whom somebody came for
  for_id     uuid references people,
  at         timestamptz not null,
  by         uuid not null references people,
  way        text not null check (way in ('code', 'hand')),
  constraint meeting_attendance_somebody check ((person_id is null) = (guest <> '')),
  constraint meeting_attendance_once unique (meeting_id, person_id)
);
create index meeting_attendance_of on meeting_attendance (meeting_id, at, id);
