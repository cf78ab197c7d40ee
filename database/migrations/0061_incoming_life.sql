-- 作废: a line that was registered by mistake keeps its number and says why it counts no more.
alter table incoming_documents drop constraint incoming_documents_state_check;
alter table incoming_documents add constraint incoming_documents_state_check
  check (state in ('registered', 'returned', 'accepted', 'proposed', 'instructed', 'dispatched', 'circulating', 'done', 'stub', 'void'));
create table incoming_voids (
  document_id uuid primary key references incoming_documents,
  at          timestamptz not null,
  by          uuid not null references people,
  reason      text not null check (reason <> '')
);
drop index incoming_open;
create index incoming_open on incoming_documents (year desc, seq desc) where state not in ('done', 'returned', 'void');

-- A document may turn out to be classified after it was registered: then its line says nothing more either.
alter table incoming_documents drop constraint incoming_stub_says_nothing;
alter table incoming_documents add constraint incoming_stub_says_nothing
  check (secrecy = 0 or (state in ('stub', 'done', 'returned', 'void') and title = '' and remark = ''));

-- What was sent back may come again: a new line that names the old one.
alter table incoming_documents add column previous_id uuid references incoming_documents;
create unique index incoming_comes_again_once on incoming_documents (previous_id) where previous_id is not null;

-- A lost original is said to be lost until it is found.
alter table incoming_documents add column paper_lost_at timestamptz;

alter table senders add column address text not null default '';
-- another spelling of this sender
alter table senders add column merged_into uuid references senders;

-- A leader may send it back to 拟办, and may word an instruction anew; every wording is in the history.
alter table incoming_instructions add column sent_back boolean not null default false;
alter table incoming_instructions add column amended_at timestamptz;

-- What a department returned waits until the office has sent it to another, or said that it will not; what the office took back waits for nothing.
alter table incoming_parts add column settled_at timestamptz;

alter table incoming_readings add column recalled_at timestamptz;
drop index incoming_one_reading_a_person;
create unique index incoming_one_reading_a_person on incoming_readings (document_id, person_id) where read_at is null and recalled_at is null;

alter table incoming_tasks add column withdrawn_at timestamptz;
