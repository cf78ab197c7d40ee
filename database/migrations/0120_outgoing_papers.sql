-- The final PDF and DOCX of a sealed document: asked for, made, or why they could not be made.
create table outgoing_papers (
  document_id uuid primary key references outgoing_documents,
  state       text not null check (state in ('waiting', 'ready', 'failed')),
  asked_at    timestamptz not null,
  asked_by    uuid not null references people,
  made_at     timestamptz,
  why         text not null default ''
);

-- The impression, in millimetres across.
alter table seals add column width smallint not null default 42 check (width between 10 and 60);
