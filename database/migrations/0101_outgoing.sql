-- 机关代字: each series runs by itself in each year.
create table outgoing_series (
  word      text primary key check (word <> ''),
  name      text not null,
  layout    text not null check (layout in ('file', 'upward', 'letter', 'minutes', 'order')),
  position  integer not null,
  closed_at timestamptz
);

-- 发文登记簿: one line a document.
create table outgoing_documents (
  id             uuid primary key references records,
  state          text not null check (state in ('draft', 'approving', 'signed', 'checked', 'numbered', 'sealed', 'issued', 'dropped')),
  -- which way it goes to be signed (OUT-2)
  route          text not null check (route in ('ordinary', 'policy', 'upward')),
  kind           text not null,
  layout         text not null check (layout in ('file', 'upward', 'letter', 'minutes', 'order')),
  urgency        smallint not null default 0 check (urgency between 0 and 2),
  title          text not null,
  reason         text not null,
  drafter_id     uuid not null references people,
  department_id  uuid not null references departments,
  created_at     timestamptz not null,
  -- 会签: departments whose business it is as well
  countersign    uuid[] not null default '{}',
  -- the record it answers
  answers        uuid references records,
  version        integer not null default 1,
  -- what was signed, fixed by its hash
  signed_version integer,
  signed_hash    text,
  signed_at      timestamptz,
  signed_by      uuid references people,
  checked_at     timestamptz,
  checked_by     uuid references people,
  number         text unique,
  numbered_at    timestamptz,
  sealed_at      timestamptz,
  copies         integer not null default 0 check (copies >= 0),
  printed_at     timestamptz,
  printed_by     uuid references people,
  issued_at      timestamptz,
  issued_by      uuid references people,
  issue_day      date,
  dropped_why    text,
  archive_number text not null default '',
  constraint outgoing_signed check ((signed_at is null) = (signed_hash is null) and (signed_at is null) = (signed_version is null)),
  constraint outgoing_numbered_once_checked check (number is null or checked_at is not null),
  constraint outgoing_sealed_once_numbered check (sealed_at is null or number is not null)
);
create index outgoing_by_created on outgoing_documents (created_at desc, id desc);
create index outgoing_by_state on outgoing_documents (state, created_at desc, id desc);
create index outgoing_by_drafter on outgoing_documents (drafter_id, created_at desc, id desc);
create index outgoing_by_answered on outgoing_documents (answers) where answers is not null;

-- Every version that was saved. None is ever changed.
create table outgoing_versions (
  document_id uuid not null references outgoing_documents,
  version     integer not null check (version > 0),
  at          timestamptz not null,
  by          uuid not null references people,
  title       text not null,
  body        text not null,
  -- an uploaded draft instead of a written one
  body_file   uuid references files,
  attachments text[] not null default '{}',
  main_to     text[] not null default '{}',
  copy_to     text[] not null default '{}',
  note        text not null default '',
  -- draft, or typo: a slip of the pen corrected after signing
  change      text not null default 'draft' check (change in ('draft', 'typo', 'substance')),
  why         text not null default '',
  hash        text not null,
  primary key (document_id, version)
);
create trigger outgoing_versions_are_kept before update or delete or truncate on outgoing_versions
  for each statement execute function keep_for_ever();

-- Every number ever given out of a series: taken by a document, reserved for one, or void.
create table outgoing_numbers (
  series      text not null references outgoing_series,
  year        integer not null,
  seq         integer not null check (seq > 0),
  state       text not null check (state in ('taken', 'reserved', 'void')),
  document_id uuid references outgoing_documents,
  why         text not null default '',
  at          timestamptz not null,
  by          uuid not null references people,
  primary key (series, year, seq),
  constraint outgoing_numbers_whose check ((state = 'taken') = (document_id is not null) and (state = 'taken' or why <> ''))
);
create unique index outgoing_numbers_one_a_document on outgoing_numbers (document_id) where state = 'taken';

create table seals (
  id         uuid primary key,
  name       text not null unique,
  keeper_id  uuid not null references people,
  -- the impression, a picture with a clear ground
  picture    uuid references files,
  created_at timestamptz not null,
  retired_at timestamptz
);

-- 用印登记
create table seal_uses (
  id           uuid primary key,
  seal_id      uuid not null references seals,
  document_id  uuid not null references outgoing_documents,
  reason       text not null,
  copies       integer not null check (copies > 0),
  approved_by  uuid not null references people,
  sealed_by    uuid not null references people,
  witnessed_by uuid references people,
  at           timestamptz not null,
  constraint seal_uses_witness check (witnessed_by is distinct from sealed_by)
);
create index seal_uses_newest on seal_uses (at desc, id desc);
create index seal_uses_by_document on seal_uses (document_id);

-- 分发登记: who gets it, by which way, and that they have it.
create table outgoing_deliveries (
  id            uuid primary key,
  document_id   uuid not null references outgoing_documents,
  unit          text not null,
  -- of this school: it arrives in the inbox
  department_id uuid references departments,
  how           text not null check (how in ('electronic', 'paper')),
  copies        integer not null default 0 check (copies >= 0),
  copy_numbers  text not null default '',
  sent_at       timestamptz not null,
  received_at   timestamptz,
  received_by   uuid references people,
  -- who came for the paper, as they signed
  collector     text not null default '',
  signature     text not null default '',
  handed_by     uuid references people,
  returned_at   timestamptz,
  returned_to   uuid references people,
  constraint outgoing_deliveries_once unique (document_id, unit, how)
);
create index outgoing_deliveries_by_document on outgoing_deliveries (document_id);
create index outgoing_deliveries_newest on outgoing_deliveries (sent_at desc, id desc);
