-- 协办人: who works on a department's part beside the one who is responsible for it
create table incoming_helpers (
  id           uuid primary key,
  part_id      uuid not null references incoming_parts,
  person_id    uuid not null references people,
  assigned_at  timestamptz not null,
  assigned_by  uuid not null references people,
  report       text,
  reported_at  timestamptz,
  withdrawn_at timestamptz
);
create unique index incoming_helper_once on incoming_helpers (part_id, person_id) where withdrawn_at is null;
create index incoming_helpers_by_person on incoming_helpers (person_id);
