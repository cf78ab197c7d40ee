-- The bytes, once each, named by their SHA-256. A row is written only after the file is safely on disk.
create table blobs (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size > 0),
  -- what the bytes are, whatever the name says
  type       text not null,
  created_at timestamptz not null,
  -- erased: classified text was found in it, or nobody uses it any more
  erased_at  timestamptz,
  text_state text not null default 'waiting' check (text_state in ('waiting', 'read', 'unreadable', 'none')),
  text_why   text not null default '',
  text       text,
  pages      integer,
  read_at    timestamptz
);
create index blobs_waiting on blobs (created_at) where text_state = 'waiting';

create table files (
  id          uuid primary key,
  sha256      text not null references blobs,
  name        text not null,
  size        bigint not null,
  type        text not null,
  uploaded_by uuid not null references people,
  uploaded_at timestamptz not null
);
create index files_by_blob on files (sha256);

create table attachments (
  id          uuid primary key,
  record_id   uuid not null references records,
  file_id     uuid not null references files,
  role        text not null,
  -- a later version of the same file of the record
  version     integer not null default 1,
  replaces    uuid references attachments,
  attached_by uuid not null references people,
  attached_at timestamptz not null,
  unique (record_id, file_id)
);
create index attachments_by_file on attachments (file_id);

-- A large file on its way, in pieces; it goes on where it stopped.
create table uploads (
  id         uuid primary key,
  person_id  uuid not null references people,
  name       text not null,
  size       bigint not null check (size > 0),
  received   bigint not null default 0,
  started_at timestamptz not null,
  touched_at timestamptz not null
);
