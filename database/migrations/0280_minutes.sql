-- 会议纪要、更正、每周情况、每月报告: what the office writes about meetings. Each save is a version, and none is lost (MTG-8, MTG-9).
create table meeting_papers (
  id          uuid primary key references records,
  kind        text not null check (kind in ('minutes', 'note', 'weekly', 'monthly')),
  -- 拟稿, 已发参会人征求意见, 审核中, 定稿
  state       text not null check (state in ('draft', 'sent', 'approving', 'final')),
  number      text unique,
  title       text not null,
  version     integer not null default 1,
  meeting_id  uuid references meetings,
  -- 更正: the minutes on which it hangs, and why
  corrects    uuid references meeting_papers,
  why         text not null default '',
  covers_from date,
  covers_to   date,
  -- 分发: the departments that get the final version
  departments uuid[] not null default '{}',
  made_at     timestamptz not null,
  -- null: it was made by itself
  made_by     uuid references people,
  sent_at     timestamptz,
  sent_by     uuid references people,
  -- until when attendees may ask for corrections
  open_until  timestamptz,
  printed_at  timestamptz,
  printed_by  uuid references people,
  copies      integer not null default 0,
  final_at    timestamptz,
  final_by    uuid references people,
  constraint meeting_papers_about check ((kind in ('minutes', 'note')) = (meeting_id is not null) and (kind in ('weekly', 'monthly')) = (covers_from is not null and covers_to is not null) and (kind = 'note') = (corrects is not null)),
  constraint meeting_papers_final check ((state = 'final') = (final_at is not null) and (state <> 'final' or kind in ('weekly', 'monthly') or number is not null))
);
create unique index meeting_papers_minutes_once on meeting_papers (meeting_id) where kind = 'minutes';
-- One for each week and month, however many workers make them.
create unique index meeting_papers_period_once on meeting_papers (kind, covers_from) where covers_from is not null;
create index meeting_papers_newest on meeting_papers (made_at desc, id desc) where meeting_id is not null;
create index meeting_papers_reports on meeting_papers (covers_to desc, id desc) where covers_from is not null;
create index meeting_papers_corrections on meeting_papers (corrects) where corrects is not null;

create table meeting_paper_versions (
  paper_id  uuid not null references meeting_papers,
  version   integer not null,
  at        timestamptz not null,
  -- null: drawn from what was recorded
  by        uuid references people,
  title     text not null,
  body      text not null,
  attending text not null default '',
  absent    text not null default '',
  observing text not null default '',
  primary key (paper_id, version)
);

-- 修改意见: what an attendee asked to have put right, and whether it was taken, with the reason.
create table minutes_corrections (
  id         uuid primary key,
  paper_id   uuid not null references meeting_papers,
  at         timestamptz not null,
  by         uuid not null references people,
  text       text not null,
  decided_at timestamptz,
  decided_by uuid references people,
  taken      boolean,
  reason     text not null default '',
  constraint minutes_corrections_decided check ((decided_at is null) = (taken is null))
);
create index minutes_corrections_of on minutes_corrections (paper_id, at, id);

-- 阅: the attendees have the electronic version, the departments the final one; each says when it was read.
create table minutes_receipts (
  id            uuid primary key,
  paper_id      uuid not null references meeting_papers,
  person_id     uuid references people,
  department_id uuid references departments,
  sent_at       timestamptz not null,
  read_at       timestamptz,
  read_by       uuid references people,
  constraint minutes_receipts_whose check (num_nonnulls(person_id, department_id) = 1),
  constraint minutes_receipts_read check ((read_at is null) = (read_by is null))
);
create unique index minutes_receipts_person on minutes_receipts (paper_id, person_id) where person_id is not null;
create unique index minutes_receipts_department on minutes_receipts (paper_id, department_id) where department_id is not null;

-- What the minutes say was resolved, as it stood when they became final. The ledger alone says how it stands now.
create table minutes_resolutions (
  paper_id      uuid not null references meeting_papers,
  position      integer not null,
  resolution_id uuid not null references resolutions,
  number        text not null,
  text          text not null,
  department    text not null,
  owner         text not null,
  due_on        date not null,
  primary key (paper_id, position)
);

-- 定稿不改: what is final is corrected by a note with its own number. Only that it was printed is still written down.
create function meeting_papers_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - array['printed_at', 'printed_by', 'copies']) <> (to_jsonb(old) - array['printed_at', 'printed_by', 'copies']) then
    raise exception 'meeting paper % is final', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger meeting_papers_stay before update or delete on meeting_papers for each row when (old.state = 'final') execute function meeting_papers_stay();

create function meeting_paper_texts_stay() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was written stays as it was' using errcode = 'restrict_violation';
  end if;
  if exists (select from meeting_papers p where p.id = new.paper_id and p.state = 'final') then
    raise exception 'meeting paper % is final', new.paper_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger meeting_paper_versions_stay before insert or update or delete on meeting_paper_versions for each row execute function meeting_paper_texts_stay();
create trigger minutes_resolutions_stay before insert or update or delete on minutes_resolutions for each row execute function meeting_paper_texts_stay();
