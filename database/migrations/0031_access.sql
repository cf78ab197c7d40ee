-- A token that only reads, and addresses from which a person signed in before.
alter table access_tokens add reads_only boolean not null default false;

create table known_addresses (
  person_id uuid not null references people,
  address   text not null,
  at        timestamptz not null,
  primary key (person_id, address)
);
create index known_addresses_by_age on known_addresses (at);

-- Somebody who left the school: their open work goes on under both names.
alter table people add left_at timestamptz;
alter table people add successor_id uuid references people;
create index people_by_successor on people (successor_id) where successor_id is not null;
alter table people add constraint people_successor_of_one_who_left check (successor_id is null or (left_at is not null and successor_id <> id));

-- A department that went into another: its open papers are that one's.
alter table departments add merged_into uuid references departments;
create index departments_by_merger on departments (merged_into) where merged_into is not null;
alter table departments add constraint departments_merged_when_closed check (merged_into is null or (closed_at is not null and merged_into <> id));

create index audit_by_action on audit (action text_pattern_ops, id);
create index audit_by_time on audit (at, id);
