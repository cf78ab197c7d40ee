-- 签到、离场、巡查: whether who booked a room is in it.
alter table rooms add column door_code text not null default lpad(floor(random() * 1000000)::int::text, 6, '0') check (door_code ~ '^\d{6}$');
-- 门口屏: an address that shows a room to everybody who stands at its door
alter table rooms add column screen_key text not null default replace(gen_random_uuid()::text, '-', '');
create unique index rooms_by_screen on rooms (screen_key);

alter table room_bookings add column signed_in_at timestamptz;
alter table room_bookings add column signed_in_by uuid references people;
alter table room_bookings add column left_at timestamptz;
alter table room_bookings add column reminded_at timestamptz;
alter table room_bookings add column overstay_told_at timestamptz;
create index room_bookings_to_begin on room_bookings (starts_at) where state in ('asked', 'booked');
create index room_bookings_to_end on room_bookings (ends_at) where state = 'used' and left_at is null and overstay_told_at is null;

create table room_patrols (
  id         uuid primary key,
  room_id    uuid not null references rooms,
  booking_id uuid references room_bookings,
  at         timestamptz not null,
  by         uuid not null references people,
  -- as it should be, nobody there, others there, those before still there
  found      text not null check (found in ('right', 'empty', 'others', 'overstay')),
  note       text not null default ''
);
create index room_patrols_of_room on room_patrols (room_id, at desc);
create index room_patrols_newest on room_patrols (at desc, id desc);
