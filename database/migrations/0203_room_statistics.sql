-- What the month's figures suggest, once it was proposed to somebody.
create table room_proposals (
  id         uuid primary key,
  month      text not null check (month ~ '^\d{4}-\d{2}$'),
  kind       text not null check (kind in ('few_people', 'missed_series', 'hardly_used', 'often_full')),
  -- a room, or a series
  subject_id uuid not null,
  at         timestamptz not null,
  by         uuid not null references people,
  note       text not null default '',
  constraint room_proposals_once unique (month, kind, subject_id)
);

-- A calendar by its secret address: of a room, or of one's own bookings. Only the hash of the address is kept.
create table room_feeds (
  id         uuid primary key,
  key_hash   text not null unique,
  -- null: the bookings of whoever opened it
  room_id    uuid references rooms,
  person_id  uuid not null references people,
  created_at timestamptz not null,
  ended_at   timestamptz
);
create index room_feeds_of_person on room_feeds (person_id) where ended_at is null;

-- 邀请: who is invited to what was booked, by iTIP mail; each change has the next sequence.
alter table room_bookings add column sequence integer not null default 0;
create table room_invitees (
  booking_id uuid not null references room_bookings,
  person_id  uuid not null references people,
  invited_at timestamptz not null,
  primary key (booking_id, person_id)
);
create index room_invitees_of_person on room_invitees (person_id);
-- A mail may bring a calendar with it (iTIP).
alter table mails add column calendar text;
