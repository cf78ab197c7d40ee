-- 座次: how the office wants them to sit; no row: by rank (MTG-3).
create table meeting_seatings (
  meeting_id uuid primary key references meetings,
  -- 会议桌、课桌式
  shape      text not null check (shape in ('board', 'rows')),
  per_row    integer not null check (per_row between 2 and 30),
  -- 主席台: so many face the others
  platform   integer not null check (platform between 0 and 30),
  people     uuid[] not null,
  changed_by uuid not null references people,
  changed_at timestamptz not null
);
