-- What is still waited for is a small part of what ever was: found without the rest.
create index incoming_parts_open on incoming_parts (dispatched_at) where closed_at is null and returned_at is null;
create index incoming_readings_open on incoming_readings (sent_at) where sent_at is not null and read_at is null and recalled_at is null;
create index incoming_instructions_open on incoming_instructions (asked_at) where asked_at is not null and given_at is null and withdrawn_at is null;
create index incoming_tasks_open on incoming_tasks (set_at) where done_at is null and withdrawn_at is null;
