-- 议题: what a department asks to have talked about (MTG-1). It is never lost: returned, deferred or dealt with, its line stays.
create table meeting_topics (
  id            uuid primary key references records,
  title         text not null,
  reason        text not null,
  department_id uuid not null references departments,
  applied_by    uuid not null references people,
  applied_at    timestamptz not null,
  minutes       integer not null check (minutes between 1 and 480),
  wished_on     date,
  attendees     uuid[] not null default '{}',
  state         text not null check (state in ('applied', 'returned', 'scheduled', 'deferred', 'dealt', 'withdrawn')),
  -- why it was returned or withdrawn
  said          text not null default '',
  -- the document that is so important that it came by itself (IN-5)
  source_id     uuid references records,
  proposal_id   uuid unique references agenda_proposals
);
create index meeting_topics_newest on meeting_topics (applied_at desc, id desc);
create index meeting_topics_waiting on meeting_topics (applied_at, id) where state in ('applied', 'deferred');
create index meeting_topics_by_source on meeting_topics (source_id) where source_id is not null;

-- What turns out to be classified says nothing in its topic either, in the same transaction.
create function meeting_topics_follow_secrecy() returns trigger language plpgsql as $$
begin
  update records set title = '', clearance = new.clearance where id in (select id from meeting_topics where source_id = new.id) and clearance < new.clearance;
  update meeting_topics set title = '', reason = '' where source_id = new.id;
  return null;
end $$;
create trigger meeting_topics_follow_secrecy after update of clearance on records
  for each row when (new.clearance > old.clearance) execute function meeting_topics_follow_secrecy();

-- 会议
create table meetings (
  id           uuid primary key references records,
  kind         text not null check (kind in ('leaders', 'routine', 'special', 'staff')),
  title        text not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  place        text not null,
  chair_id     uuid not null references people,
  minute_taker_id uuid not null references people,
  prepare      text not null default '',
  -- why it is called at shorter notice than is promised (MTG-2); empty: it is not
  urgent_why   text not null default '',
  state        text not null check (state in ('draft', 'approving', 'approved', 'called', 'cancelled')),
  version      integer not null default 1,
  made_by      uuid not null references people,
  made_at      timestamptz not null,
  department_id uuid not null references departments,
  called_at    timestamptz,
  called_by    uuid references people,
  cancelled_at timestamptz,
  cancelled_why text not null default '',
  constraint meetings_end_after_they_start check (ends_at > starts_at)
);
create index meetings_newest on meetings (starts_at desc, id desc);
create index meetings_going_on on meetings (starts_at) where state <> 'cancelled';
create index meetings_urgent on meetings (starts_at) where urgent_why <> '' and called_at is not null;

-- 参会人: attends or observes, and what they answered.
create table meeting_people (
  meeting_id uuid not null references meetings,
  person_id  uuid not null references people,
  part       text not null check (part in ('attends', 'observes')),
  position   integer not null,
  reply      text check (reply in ('comes', 'deputy', 'leave')),
  replied_at timestamptz,
  deputy_id  uuid references people,
  why        text not null default '',
  urged_at   timestamptz,
  primary key (meeting_id, person_id),
  constraint meeting_people_deputy check ((reply = 'deputy') = (deputy_id is not null))
);
create index meeting_people_of_person on meeting_people (person_id, meeting_id);

-- 议程: a topic as one meeting took it up.
create table meeting_items (
  id           uuid primary key,
  meeting_id   uuid not null references meetings,
  topic_id     uuid not null references meeting_topics,
  position     integer not null,
  minutes      integer not null check (minutes between 1 and 480),
  presenter_id uuid not null references people,
  state        text not null check (state in ('planned', 'dealt', 'deferred')),
  why          text not null default '',
  constraint meeting_items_topic_once unique (meeting_id, topic_id)
);
create unique index meeting_items_topic_in_one_meeting on meeting_items (topic_id) where state = 'planned';
create index meeting_items_of_topic on meeting_items (topic_id);

-- 变更: each change of a meeting that people know of, with the reason.
create table meeting_changes (
  id         uuid primary key,
  meeting_id uuid not null references meetings,
  at         timestamptz not null,
  by         uuid not null references people,
  why        text not null,
  before     jsonb not null
);
create index meeting_changes_of_meeting on meeting_changes (meeting_id, at);
