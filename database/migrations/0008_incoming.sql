-- An instant inside JSON, written as everywhere else: UTC, milliseconds, Z.
create function as_instant(timestamptz) returns text language sql immutable parallel safe
  return to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
create function as_person(uuid, text) returns json language sql immutable parallel safe
  return case when $1 is not null then json_build_object('id', $1, 'name', $2) end;

-- 来文单位: a directory that learns from what was registered.
create table senders (
  id         uuid primary key,
  name       text not null unique,
  phone      text not null default '',
  email      text not null default '',
  -- the issuer's word of its last document number, such as 国办发
  word       text not null default '',
  times      integer not null default 0,
  last_at    timestamptz not null
);
create index senders_by_use on senders (times desc, name);

-- 收文登记簿: one line a document.
create table incoming_documents (
  id             uuid primary key references records,
  year           integer not null,
  seq            integer not null,
  number         text not null unique,
  state          text not null check (state in ('registered', 'returned', 'accepted', 'proposed', 'instructed', 'dispatched', 'circulating', 'done', 'stub')),
  received_at    timestamptz not null,
  received_by    uuid not null references people,
  delivered_by   text not null default '',
  registered_at  timestamptz not null,
  registered_by  uuid not null references people,
  sender_id      uuid not null references senders,
  sender         text not null,
  sender_number  text not null default '',
  title          text not null,
  written_on     date,
  kind           text not null,
  -- 0 none, 1 秘密, 2 机密, 3 绝密
  secrecy        smallint not null default 0 check (secrecy between 0 and 3),
  secrecy_period text not null default '',
  -- 0 平件, 1 加急, 2 特急
  urgency        smallint not null default 0 check (urgency between 0 and 2),
  copies         integer not null check (copies > 0),
  copy_numbers   text not null default '',
  pages          integer not null check (pages >= 0),
  attachments    integer not null default 0 check (attachments >= 0),
  -- 办件 or 阅件
  handling       text not null check (handling in ('action', 'reading')),
  -- the answer date that the letter itself asks for
  respond_by     timestamptz,
  -- complete, signature, seal, addressee, form: true, false, or absent when not looked at
  checks         jsonb not null default '{}',
  remark         text not null default '',
  -- 会签: two or more departments are concerned (IN-4)
  countersign    boolean not null default false,
  -- 重大
  major          boolean not null default false,
  -- the code on the label of the original
  paper_code     text not null unique,
  paper_with     uuid references people,
  paper_place    text not null default '',
  done_at        timestamptz,
  done_by        uuid references people,
  archive_number text not null default '',
  constraint incoming_one_line_a_number unique (year, seq),
  -- Text of 秘密 and above must not enter the system: its line says neither title nor date nor subject.
  constraint incoming_stub_says_nothing check (secrecy = 0 or (state in ('stub', 'done') and title = ''))
);
create index incoming_by_state on incoming_documents (state, year desc, seq desc);
create index incoming_by_received on incoming_documents (received_at desc);
-- Letters and digits only: 教办〔2024〕15号 and 教办[2024]15号 are one number.
create function incoming_squashed(text) returns text language sql immutable parallel safe
  return regexp_replace(lower(normalize($1, nfkc)), '[^[:alnum:]]', '', 'g');
create index incoming_by_sender_number on incoming_documents (incoming_squashed(sender_number)) where sender_number <> '';
create index incoming_by_sender on incoming_documents (sender_id, year desc, seq desc);
create index incoming_open on incoming_documents (year desc, seq desc) where state not in ('done', 'returned');

-- 初审: accepted, or sent back to where it came from.
create table incoming_reviews (
  document_id uuid primary key references incoming_documents,
  at          timestamptz not null,
  by          uuid not null references people,
  accepted    boolean not null,
  reason      text not null default '',
  constraint incoming_returned_with_reason check (accepted or reason <> '')
);

create table incoming_replacements (
  id          uuid primary key,
  document_id uuid not null references incoming_documents,
  what        text not null check (what in ('damaged', 'missing')),
  details     text not null,
  -- the document waits for the pages, or goes on
  waits       boolean not null,
  how         text not null check (how in ('mail', 'phone')),
  contact     text not null default '',
  said        text not null default '',
  asked_at    timestamptz not null,
  asked_by    uuid not null references people,
  settled_at  timestamptz,
  settled_by  uuid references people,
  settled_how text
);
create index incoming_replacements_by_document on incoming_replacements (document_id);
create index incoming_replacements_open on incoming_replacements (asked_at) where settled_at is null;

-- 拟办
create table incoming_proposals (
  id          uuid primary key,
  document_id uuid not null references incoming_documents,
  at          timestamptz not null,
  by          uuid not null references people,
  text        text not null,
  -- [{ departmentId, role: lead | assist }]
  departments jsonb not null default '[]'
);
create index incoming_proposals_by_document on incoming_proposals (document_id, at);

-- 批示: one row for each leader who is asked, in order.
create table incoming_instructions (
  id          uuid primary key,
  document_id uuid not null references incoming_documents,
  leader_id   uuid not null references people,
  position    integer not null,
  -- null until it is this leader's turn
  asked_at    timestamptz,
  given_at    timestamptz,
  given_by    uuid references people,
  text        text,
  withdrawn_at timestamptz
);
create index incoming_instructions_by_document on incoming_instructions (document_id, position);
create unique index incoming_instructions_once on incoming_instructions (document_id, leader_id) where given_at is null and withdrawn_at is null;

-- A sentence of an instruction that became somebody's task.
create table incoming_tasks (
  id             uuid primary key,
  document_id    uuid not null references incoming_documents,
  instruction_id uuid references incoming_instructions,
  sentence       text not null,
  person_id      uuid not null references people,
  due_at         timestamptz not null,
  set_at         timestamptz not null,
  set_by         uuid not null references people,
  done_at        timestamptz,
  done_by        uuid references people,
  result         text
);
create index incoming_tasks_by_document on incoming_tasks (document_id);

-- 承办: a department's part of a document.
create table incoming_parts (
  id            uuid primary key,
  document_id   uuid not null references incoming_documents,
  department_id uuid not null references departments,
  role          text not null check (role in ('lead', 'assist')),
  dispatched_at timestamptz not null,
  dispatched_by uuid not null references people,
  note          text not null default '',
  signed_at     timestamptz,
  signed_by     uuid references people,
  assigned_to   uuid references people,
  assigned_at   timestamptz,
  assigned_by   uuid references people,
  report        text,
  reported_at   timestamptz,
  opinion       text,
  opinion_at    timestamptz,
  opinion_by    uuid references people,
  outcome       text check (outcome in ('done', 'partly', 'not_done')),
  result        text,
  closed_at     timestamptz,
  closed_by     uuid references people,
  returned_at   timestamptz,
  returned_by   uuid references people,
  returned_why  text,
  constraint incoming_part_is_closed_or_returned check (num_nonnulls(closed_at, returned_at) < 2),
  constraint incoming_part_closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create index incoming_parts_by_document on incoming_parts (document_id);
create index incoming_parts_by_department on incoming_parts (department_id, dispatched_at desc);
create unique index incoming_one_lead on incoming_parts (document_id) where role = 'lead' and returned_at is null;
create unique index incoming_one_part_a_department on incoming_parts (document_id, department_id) where returned_at is null;

-- 传阅
create table incoming_readings (
  id            uuid primary key,
  document_id   uuid not null references incoming_documents,
  person_id     uuid not null references people,
  -- readers of one position read at the same time; the next position waits for them
  position      integer not null,
  added_by      uuid not null references people,
  added_at      timestamptz not null,
  sent_at       timestamptz,
  read_at       timestamptz,
  read_by       uuid references people,
  note          text
);
create index incoming_readings_by_document on incoming_readings (document_id, position);
create unique index incoming_one_reading_a_person on incoming_readings (document_id, person_id) where read_at is null;

-- 催办: each urge, how, whom, and what they said.
create table incoming_urges (
  id          uuid primary key,
  document_id uuid not null references incoming_documents,
  -- the part, reading, instruction, task or replacement that is late
  item_id     uuid not null,
  item        text not null check (item in ('part', 'reading', 'instruction', 'task', 'replacement')),
  -- whom: somebody inside, or in the words of the record somebody outside
  person_id   uuid references people,
  whom        text not null,
  at          timestamptz not null,
  by          uuid not null references people,
  how         text not null check (how in ('app', 'phone', 'mail')),
  phone       text not null default '',
  outcome     text check (outcome in ('told', 'no_answer', 'told_deputy')),
  said        text not null default '',
  called_at   timestamptz,
  called_by   uuid references people
);
create index incoming_urges_by_document on incoming_urges (document_id, at);
create index incoming_urges_by_item on incoming_urges (item_id, at);
-- 电话催办单: calls still to be made
create index incoming_calls_open on incoming_urges (at) where how = 'phone' and called_at is null;

-- 答复来文单位
create table incoming_answers (
  id              uuid primary key,
  document_id     uuid not null references incoming_documents,
  at              timestamptz not null,
  by              uuid not null references people,
  how             text not null check (how in ('document', 'mail', 'phone', 'visit')),
  outgoing_number text not null default '',
  text            text not null
);
create index incoming_answers_by_document on incoming_answers (document_id, at);

-- 重大事项: proposed for a meeting's agenda; the meetings module takes it up.
create table agenda_proposals (
  id          uuid primary key,
  record_id   uuid not null references records,
  title       text not null,
  why         text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null references people,
  taken_up_at timestamptz
);
create unique index agenda_proposals_once on agenda_proposals (record_id) where taken_up_at is null;

-- 原件交接: offered by whoever holds it, taken by the next; the last taken row says who has it.
create table incoming_handovers (
  id          uuid primary key,
  document_id uuid not null references incoming_documents,
  from_person uuid references people,
  offered_at  timestamptz not null,
  offered_by  uuid not null references people,
  taken_at    timestamptz,
  taken_by    uuid references people,
  place       text not null default '',
  note        text not null default '',
  cancelled_at timestamptz
);
create index incoming_handovers_by_document on incoming_handovers (document_id, offered_at);
create unique index incoming_one_handover_open on incoming_handovers (document_id) where taken_at is null and cancelled_at is null;
