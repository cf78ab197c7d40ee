-- One line for every write that was committed. Never changed, never deleted.
create table audit (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  actor_id     uuid,
  on_behalf_of uuid,
  address      text not null default '',
  action       text not null,
  record_id    uuid,
  input        jsonb not null
);
create index audit_by_record on audit (record_id, id) where record_id is not null;
create index audit_by_actor on audit (actor_id, id);

-- Written by the sealer alone. Its order is the order of the chain, so an entry
-- that commits late with an early id is simply sealed later.
create table audit_links (
  position bigint primary key,
  audit_id bigint not null unique references audit,
  hash     text not null
);

create function keep_for_ever() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;

create trigger audit_is_kept before update or delete or truncate on audit
  for each statement execute function keep_for_ever();
create trigger audit_links_are_kept before update or delete or truncate on audit_links
  for each statement execute function keep_for_ever();

create table outbox (
  id    bigint generated always as identity primary key,
  at    timestamptz not null,
  event text not null,
  data  jsonb not null,
  tries integer not null default 0,
  -- The next try; an event that keeps failing waits longer each time and never blocks the others.
  due   timestamptz not null,
  error text
);
create index outbox_by_due on outbox (due, id);

-- What was answered to a request that may come twice.
create table answers (
  actor_id uuid not null,
  key      text not null,
  at       timestamptz not null,
  request  text not null,
  answer   jsonb,
  primary key (actor_id, key)
);
create index answers_by_age on answers (at);

create table register_counters (
  register text not null,
  period   text not null,
  last     integer not null check (last >= 0),
  primary key (register, period)
);

create table settings (
  name       text primary key,
  value      jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
create table setting_changes (
  id         uuid primary key,
  name       text not null,
  old_value  jsonb,
  new_value  jsonb not null,
  why        text not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
create index setting_changes_by_name on setting_changes (name, changed_at desc);
