-- Each piece of an upload is a file of its own: two pages that send the same piece cannot mix their bytes.
alter table uploads
  add column pieces text[] not null default '{}',
  add column fingerprint text not null default '',
  add column file_id uuid references files (id) on delete set null;
create index uploads_by_person on uploads (person_id);
