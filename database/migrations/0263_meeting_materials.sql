-- 会议材料: asked of somebody by a date, handed in, given to those called, read (MTG-4). One of 秘密 and above is a stub:
-- no title, no file; only who holds the paper and where.
create table meeting_materials (
  id             uuid primary key references records,
  meeting_id     uuid not null references meetings,
  -- null: of the meeting as a whole
  topic_id       uuid references meeting_topics,
  title          text not null,
  secrecy        smallint not null check (secrecy between 0 and 3),
  secrecy_period text not null default '',
  place          text not null default '',
  owner_id       uuid not null references people,
  due_at         timestamptz,
  -- 装袋: paper copies, numbered for whom, taken back
  bagged         boolean not null,
  -- whoever was given it reads it until the meeting is over
  ends_after     boolean not null,
  asked_at       timestamptz not null,
  asked_by       uuid not null references people,
  urged_at       timestamptz,
  handed_in_at   timestamptz,
  distributed_at timestamptz,
  ended_at       timestamptz,
  withdrawn_at   timestamptz,
  withdrawn_why  text not null default '',
  constraint meeting_materials_stub check (case when secrecy > 0 then title = '' and due_at is null and handed_in_at is null and bagged else title <> '' end)
);
create index meeting_materials_of_meeting on meeting_materials (meeting_id, asked_at);
create index meeting_materials_of_topic on meeting_materials (topic_id) where topic_id is not null;
create index meeting_materials_to_end on meeting_materials (meeting_id) where ends_after and distributed_at is not null and ended_at is null;

-- 阅读回执
create table meeting_material_readers (
  material_id uuid not null references meeting_materials,
  person_id   uuid not null references people,
  given_at    timestamptz not null,
  read_at     timestamptz,
  primary key (material_id, person_id)
);

-- 纸质件: which number lies in whose bag, and when it came back
create table meeting_material_copies (
  material_id uuid not null references meeting_materials,
  number      integer not null check (number > 0),
  person_id   uuid not null references people,
  returned_at timestamptz,
  returned_to uuid references people,
  primary key (material_id, number),
  constraint meeting_material_copies_once unique (material_id, person_id),
  constraint meeting_material_copies_returned check ((returned_at is null) = (returned_to is null))
);
