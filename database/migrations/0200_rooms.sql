-- 会议室: the register of rooms, and what is booked of them. A room is booked once at a time, and the database itself sees to it.
create extension if not exists btree_gist;

create table rooms (
  id             uuid primary key,
  name           text not null check (name <> ''),
  building       text not null default '',
  -- 普通、大型: how many working days ahead, and who approves
  class          text not null check (class in ('ordinary', 'large')),
  seats          integer not null check (seats > 0),
  -- by weekday from Monday: {from, to}, or null where it is closed
  hours          jsonb not null check (jsonb_array_length(hours) = 7),
  -- who may book; both empty: everybody
  departments    uuid[] not null default '{}',
  roles          text[] not null default '{}',
  -- booked without anybody's approval
  free           boolean not null default false,
  remark         text not null default '',
  position       integer not null,
  created_at     timestamptz not null,
  created_by     uuid not null references people,
  out_of_use_at  timestamptz,
  out_of_use_by  uuid references people,
  out_of_use_why text,
  constraint rooms_out_of_use check ((out_of_use_at is null) = (out_of_use_by is null) and (out_of_use_at is null) = (out_of_use_why is null))
);
create unique index rooms_names_differ on rooms (name);

-- 设备: what a room has, and what is carried to it from one stock for all
create table room_equipment (
  id       uuid primary key,
  name     text not null check (name <> ''),
  movable  integer not null default 0 check (movable >= 0),
  position integer not null
);
create unique index room_equipment_names_differ on room_equipment (name);

create table room_fixtures (
  room_id      uuid not null references rooms,
  equipment_id uuid not null references room_equipment,
  count        integer not null check (count > 0),
  primary key (room_id, equipment_id)
);

-- 停用时段: exams and the like; of one room or of all, except for whoever is named
create table room_blackouts (
  id         uuid primary key,
  room_id    uuid references rooms,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  during     tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  reason     text not null check (reason <> ''),
  excepted   uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid not null references people,
  ended_at   timestamptz,
  ended_by   uuid references people,
  constraint room_blackouts_in_order check (starts_at < ends_at)
);
create index room_blackouts_during on room_blackouts using gist (during) where ended_at is null;

create table room_bookings (
  id             uuid primary key references records,
  number         text not null unique,
  room_id        uuid not null references rooms,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  during         tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  people         integer not null check (people > 0),
  title          text not null check (title <> ''),
  -- its title is shown to the organiser alone
  private        boolean not null,
  organiser_id   uuid not null references people,
  department_id  uuid not null references departments,
  state          text not null check (state in ('asked', 'booked', 'used', 'refused', 'cancelled', 'released', 'no_show')),
  asked_at       timestamptz not null,
  -- asked for later than the rules allow, with the reason
  exception      text,
  approval_id    uuid,
  decided_at     timestamptz,
  ended_at       timestamptz,
  ended_by       uuid references people,
  ended_why      text not null default '',
  constraint room_bookings_in_order check (starts_at < ends_at),
  constraint room_bookings_one_at_a_time exclude using gist (room_id with =, during with &&) where (state in ('asked', 'booked', 'used'))
);
create index room_bookings_by_room on room_bookings (room_id, starts_at);
create index room_bookings_by_day on room_bookings (starts_at, id);
create index room_bookings_of_organiser on room_bookings (organiser_id, starts_at desc, id desc);
create index room_bookings_by_approval on room_bookings (approval_id) where state = 'asked';

create table room_booking_equipment (
  booking_id   uuid not null references room_bookings,
  equipment_id uuid not null references room_equipment,
  count        integer not null check (count > 0),
  primary key (booking_id, equipment_id)
);
