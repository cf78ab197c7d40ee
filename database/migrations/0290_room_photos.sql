-- 会议室照片. A room is a record, so that whoever sees rooms sees them.
insert into records (id, kind, title, all_permission, at) select id, 'room', name, 'rooms.read', created_at from rooms;

create table room_photos (
  id       uuid primary key,
  room_id  uuid not null references rooms,
  file_id  uuid not null references files,
  added_at timestamptz not null,
  added_by uuid not null references people,
  unique (room_id, file_id)
);
