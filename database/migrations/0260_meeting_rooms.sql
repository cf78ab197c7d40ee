-- 会议的会议室: the booking that a meeting has, and what was wished for with it. No row: the place is elsewhere and only named (MTG-3).
create table meeting_rooms (
  meeting_id uuid primary key references meetings,
  booking_id uuid not null unique references room_bookings,
  room_id    uuid not null references rooms,
  equipment  jsonb not null default '[]',
  -- why it is asked for later than the rules of rooms allow
  exception  text
);
