-- 消息: what a person is told in the application.
create table messages (
  id        uuid primary key,
  person_id uuid not null references people,
  what      text not null,
  params    jsonb not null default '{}',
  record_id uuid references records,
  at        timestamptz not null,
  read_at   timestamptz
);
create index messages_by_person on messages (person_id, id desc);
create index messages_unread on messages (person_id) where read_at is null;

-- 邮件登记: every mail with what became of it. A mail that cannot be sent waits and is tried again.
create table mails (
  id         uuid primary key,
  at         timestamptz not null,
  to_address text not null,
  to_person  uuid references people,
  cc         text[] not null default '{}',
  subject    text not null,
  body       text not null,
  file_ids   uuid[] not null default '{}',
  record_id  uuid references records,
  state      text not null check (state in ('waiting', 'sent', 'failed', 'no_address')),
  tries      integer not null default 0,
  tried_at   timestamptz,
  sent_at    timestamptz,
  error      text not null default ''
);
create index mails_by_record on mails (record_id, id);
create index mails_newest on mails (id desc);
create index mails_waiting on mails (at) where state = 'waiting';
