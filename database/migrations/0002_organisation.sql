create table school (
  -- one row only
  id        boolean primary key default true check (id),
  name      text not null,
  short     text not null,
  -- the issuer's word in document numbers, e.g. 江实校
  code      text not null default '',
  sample    boolean not null default false
);

create table departments (
  id        uuid primary key,
  parent_id uuid references departments,
  name      text not null unique,
  short     text not null,
  phone     text not null default '',
  -- the order of the office's own directory
  position  integer not null default 0,
  closed_at timestamptz
);

create table people (
  id         uuid primary key,
  username   text not null unique check (username = lower(username)),
  name       text not null,
  phone      text not null default '',
  email      text not null default '',
  -- argon2id; null: an account that cannot sign in yet
  password   text,
  totp       text,
  -- a secret that was shown but not yet confirmed by a code
  totp_waiting text,
  -- the half minute of the code last used: a code opens one session only
  totp_step  integer not null default 0,
  -- hashes of recovery codes not used yet
  recovery   text[] not null default '{}',
  -- highest 密级 the person may see: 0 none, 1 秘密, 2 机密, 3 绝密
  clearance  smallint not null default 0 check (clearance between 0 and 3),
  large_text boolean not null default false,
  locale     text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  -- the post in which the person acts now
  acting_post_id uuid,
  -- a one-time password was given: it is changed before anything else
  must_change boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

-- A person's seat in a department, with the role that goes with it.
create table posts (
  id            uuid primary key,
  person_id     uuid not null references people,
  department_id uuid not null references departments,
  role          text not null,
  title         text not null,
  -- departments a vice-principal is in charge of are rows of oversight below
  since         timestamptz not null,
  until         timestamptz,
  constraint posts_in_order check (until is null or until > since)
);
create unique index posts_once on posts (person_id, department_id, role) where until is null;
create index posts_by_department on posts (department_id, role) where until is null;
alter table people add foreign key (acting_post_id) references posts;

-- A post the system administrator wrote down; it becomes one when the security administrator gives it.
create table post_requests (
  id            uuid primary key,
  person_id     uuid not null references people,
  department_id uuid not null references departments,
  role          text not null,
  title         text not null,
  asked_by      uuid not null references people,
  asked_at      timestamptz not null,
  settled_at    timestamptz,
  settled_by    uuid references people,
  given         boolean
);
create index post_requests_open on post_requests (id) where settled_at is null;

-- 分管: which leader is in charge of which department.
create table oversight (
  department_id uuid not null references departments,
  person_id     uuid not null references people,
  primary key (department_id, person_id)
);

-- 请假与代理: who acts for whom, when, for what.
create table leaves (
  id         uuid primary key,
  person_id  uuid not null references people,
  deputy_id  uuid not null references people,
  starts     timestamptz not null,
  ends       timestamptz not null,
  -- 'all', or the name of a module such as 'incoming'
  scope      text not null default 'all',
  reason     text not null default '',
  ended_at   timestamptz,
  created_by uuid not null references people,
  created_at timestamptz not null,
  constraint leaves_in_order check (starts < ends),
  constraint leaves_not_self check (person_id <> deputy_id)
);
create index leaves_by_person on leaves (person_id, ends);
create index leaves_by_deputy on leaves (deputy_id, ends);

create table sessions (
  token_hash text primary key,
  id         uuid not null unique,
  person_id  uuid not null references people,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  -- absolute end, whatever is done in between
  ends_at    timestamptz not null,
  address    text not null default '',
  agent      text not null default ''
);
create index sessions_by_person on sessions (person_id);

create table access_tokens (
  token_hash text primary key,
  id         uuid not null unique,
  person_id  uuid not null references people,
  name       text not null,
  created_at timestamptz not null,
  ends_at    timestamptz,
  used_at    timestamptz,
  revoked_at timestamptz
);
create index access_tokens_by_person on access_tokens (person_id);

-- Tries to sign in that have not succeeded, for throttling per account and per address.
create table sign_in_failures (
  id      uuid primary key,
  subject text not null,
  at      timestamptz not null
);
create index sign_in_failures_by_subject on sign_in_failures (subject, at);
create index sign_in_failures_by_age on sign_in_failures (at);

-- Differences from what the modules declare, made by the security administrator.
create table role_permissions (
  role       text not null,
  permission text not null,
  granted    boolean not null,
  primary key (role, permission)
);

-- Who may see a record of any module: the one place from which lists, files and search decide.
create table records (
  id         uuid primary key,
  kind       text not null,
  number     text not null default '',
  title      text not null,
  -- people or departments it was sent to
  readers    uuid[] not null default '{}',
  -- the permission that sees every record of the kind
  all_permission text not null,
  -- 密级: 0 none, 1 秘密, 2 机密, 3 绝密
  clearance  smallint not null default 0 check (clearance between 0 and 3),
  at         timestamptz not null
);
create index records_by_reader on records using gin (readers);

-- 办理过程: what happened to a record, in order; opinions in full. Rows are only added.
create table history (
  id           bigint generated always as identity primary key,
  record_id    uuid not null references records,
  at           timestamptz not null,
  actor_id     uuid not null references people,
  on_behalf_of uuid references people,
  post         text not null default '',
  what         text not null,
  details      jsonb not null default '{}'
);
create index history_by_record on history (record_id, id);
create trigger history_is_kept before update or delete or truncate on history
  for each statement execute function keep_for_ever();

-- 待办、待阅: one row for each thing somebody is asked to do or to read.
create table todos (
  id            uuid primary key,
  -- exactly one of the two: a person, or whoever signs for a department
  person_id     uuid references people,
  department_id uuid references departments,
  kind          text not null check (kind in ('act', 'read')),
  record_id     uuid not null references records,
  -- what is asked, such as 'incoming.sign_for'; worded by the module
  what          text not null,
  -- the part of the record it is about
  item_id       uuid,
  asked_by      uuid not null references people,
  asked_at      timestamptz not null,
  due_at        timestamptz,
  clock_id      uuid,
  seen_at       timestamptz,
  done_at       timestamptz,
  done_by       uuid references people,
  -- taken back by whoever asked: neither open nor done
  withdrawn_at  timestamptz,
  constraint todos_asked_of_one check (num_nonnulls(person_id, department_id) = 1)
);
create index todos_open_by_person on todos (person_id, due_at) where done_at is null and withdrawn_at is null;
create index todos_open_by_department on todos (department_id, due_at) where done_at is null and withdrawn_at is null;
create index todos_by_record on todos (record_id);
create index todos_done_by on todos (done_by, done_at desc) where done_at is not null;
create index todos_asked_by on todos (asked_by, asked_at desc);
