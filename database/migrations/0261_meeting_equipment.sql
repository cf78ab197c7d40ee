-- 设备测算: what a meeting needs, counted from its people. The office's own table, changed as it wishes (MTG-3).
create table meeting_equipment_rules (
  id           uuid primary key default gen_random_uuid(),
  position     integer not null,
  name         text not null check (name <> ''),
  unit         text not null,
  -- so many of it
  each         integer not null check (each between 1 and 500),
  -- for every so many people; 0: for the meeting as a whole
  per          integer not null check (per between 0 and 1000),
  spare        integer not null check (spare between 0 and 500),
  -- only where at least so many come
  least_people integer not null check (least_people between 0 and 5000)
);
create unique index meeting_equipment_rules_once on meeting_equipment_rules (name);

insert into meeting_equipment_rules (position, name, unit, each, per, spare, least_people) values
  (1, '座椅', '把', 1, 1, 2, 0), (2, '名签', '个', 1, 1, 0, 0), (3, '饮用水', '瓶', 1, 1, 2, 0), (4, '纸笔', '套', 1, 1, 0, 0), (5, '话筒', '支', 1, 8, 0, 12),
  (6, '投影仪', '台', 1, 0, 0, 0), (7, '翻页笔', '支', 1, 0, 0, 0), (8, '录音笔', '支', 1, 0, 1, 0), (9, '签到表', '张', 1, 30, 0, 0);

-- 会场准备: a record of its own, which the technicians see without the meeting's agenda.
create table meeting_preparations (
  id             uuid primary key references records,
  meeting_id     uuid not null unique references meetings,
  -- for how many it was counted
  people         integer not null,
  handed_over_at timestamptz,
  handed_over_by uuid references people,
  handed_over_note text not null default '',
  constraint meeting_preparations_handed_over check ((handed_over_at is null) = (handed_over_by is null))
);

create table meeting_equipment (
  id             uuid primary key,
  preparation_id uuid not null references meeting_preparations,
  position       integer not null,
  name           text not null check (name <> ''),
  unit           text not null,
  count          integer not null check (count between 0 and 5000),
  -- what the table said; null: the office added it
  usual          integer,
  remark         text not null default '',
  state          text not null default 'open' check (state in ('open', 'ready', 'defect')),
  checked_at     timestamptz,
  checked_by     uuid references people,
  defect         text not null default '',
  constraint meeting_equipment_once unique (preparation_id, name),
  constraint meeting_equipment_checked check ((state = 'open') = (checked_at is null) and (state = 'open') = (checked_by is null) and (state = 'defect') = (defect <> ''))
);
