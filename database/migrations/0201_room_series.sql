-- 系列预订 is approved as one; 候补 waits for a time that somebody else has, and what falls free is kept for the first who waits.
create table room_series (
  id            uuid primary key references records,
  number        text not null unique,
  room_id       uuid not null references rooms,
  rule          text not null,
  organiser_id  uuid not null references people,
  asked_at      timestamptz not null
);

alter table room_bookings add column series_id uuid references room_series;
create index room_bookings_of_series on room_bookings (series_id, starts_at) where series_id is not null;
alter table room_bookings drop constraint room_bookings_state_check;
alter table room_bookings add constraint room_bookings_state_check check (state in ('offered', 'asked', 'booked', 'used', 'refused', 'cancelled', 'released', 'no_show'));
alter table room_bookings drop constraint room_bookings_one_at_a_time;
alter table room_bookings add constraint room_bookings_one_at_a_time exclude using gist (room_id with =, during with &&) where (state in ('offered', 'asked', 'booked', 'used'));

create table room_waits (
  id            uuid primary key,
  -- null: any room that fits
  room_id       uuid references rooms,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  during        tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  people        integer not null check (people > 0),
  title         text not null check (title <> ''),
  private       boolean not null,
  equipment     jsonb not null default '[]',
  organiser_id  uuid not null references people,
  department_id uuid not null references departments,
  asked_at      timestamptz not null,
  -- a date of a series that was skipped, and why
  series_id     uuid references room_series,
  reasons       text[] not null default '{}',
  state         text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'withdrawn', 'over')),
  offered_until timestamptz,
  booking_id    uuid references room_bookings,
  constraint room_waits_in_order check (starts_at < ends_at),
  constraint room_waits_offer check (state <> 'offered' or (offered_until is not null and booking_id is not null))
);
create index room_waits_waiting on room_waits using gist (during) where state = 'waiting';
create index room_waits_offered on room_waits (offered_until) where state = 'offered';
create index room_waits_of_organiser on room_waits (organiser_id, starts_at desc, id desc);
create index room_waits_of_series on room_waits (series_id) where series_id is not null;
create index room_waits_by_booking on room_waits (booking_id) where booking_id is not null;
