-- 销毁清册: each is a record of its own, with its approval. What was destroyed stays in it for ever.
create table archive_destructions (
  id          uuid primary key references records,
  year        integer not null,
  seq         integer not null check (seq > 0),
  number      text not null,
  -- 鉴定意见
  appraisal   text not null check (appraisal <> ''),
  state       text not null check (state in ('asked', 'approved', 'returned', 'refused', 'recalled', 'done')),
  made_at     timestamptz not null,
  made_by     uuid not null references people,
  decided_at  timestamptz,
  -- the day on which it was destroyed, before two 监销人
  done_on     date,
  done_at     timestamptz,
  done_by     uuid references people,
  witness_a   uuid references people,
  witness_b   uuid references people,
  constraint archive_destructions_in_order unique (year, seq),
  constraint archive_destructions_end check ((state = 'done') = (done_at is not null)),
  constraint archive_destructions_witnessed check ((done_by is null) = (witness_a is null) and (done_by is null) = (witness_b is null) and (done_by is null) = (done_on is null) and witness_a <> witness_b and done_by <> witness_a and done_by <> witness_b)
);
create index archive_destructions_newest on archive_destructions (made_at desc, id desc);
create trigger archive_destructions_are_kept before delete or truncate on archive_destructions
  for each statement execute function keep_for_ever();
create trigger archive_destructions_stay_done before update on archive_destructions
  for each row when (old.state = 'done') execute function keep_for_ever();

-- 销毁 or 续存, as it was approved.
create table archive_destruction_items (
  list_id    uuid not null references archive_destructions,
  position   integer not null check (position > 0),
  item_id    uuid not null references archive_items,
  verdict    text not null check (verdict in ('destroy', 'keep')),
  keep_until integer,
  why        text not null default '',
  primary key (list_id, position),
  constraint archive_destruction_items_once unique (list_id, item_id),
  constraint archive_destruction_items_kept check ((verdict = 'keep') = (keep_until is not null) and (verdict = 'destroy' or why <> ''))
);
create index archive_destruction_items_by_item on archive_destruction_items (item_id);
create trigger archive_destruction_items_are_kept before update or delete or truncate on archive_destruction_items
  for each statement execute function keep_for_ever();

alter table archive_items
  -- 续存: the last year through which it is kept longer
  add column kept_until integer,
  add column destroyed_at timestamptz,
  add column destruction_id uuid references archive_destructions,
  -- its retention is over when this year is; never where it is kept for ever
  add column due_after integer generated always as (case retention when 'D30' then greatest(year + 30, kept_until) when 'D10' then greatest(year + 10, kept_until) end) stored,
  add constraint archive_destroyed check ((destroyed_at is null) = (destruction_id is null) and (destroyed_at is null or withdrawn_at is null));
create index archive_items_due on archive_items (year, retention, code, seq) where due_after is not null and destroyed_at is null and withdrawn_at is null;
create index archive_items_destroyed on archive_items (destruction_id) where destruction_id is not null;

-- The line of what was destroyed stays, and so does that it was.
create trigger archive_destroyed_stays before update on archive_items
  for each row when (old.destroyed_at is not null and (new.destroyed_at, new.destruction_id, new.number) is distinct from (old.destroyed_at, old.destruction_id, old.number)) execute function keep_for_ever();
create trigger archive_destroyed_line_stays before delete on archive_items
  for each row when (old.destroyed_at is not null) execute function keep_for_ever();
