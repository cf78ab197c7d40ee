-- Which lines of the register somebody finds under one of their keys (a person, a department), newest first: whoever does not
-- see all of them would otherwise be shown them by looking through those they may not see. It holds what records.readers says,
-- and is kept by the database itself; whether a line is seen is still asked of its record.
create table incoming_lines (
  key         uuid    not null,
  document_id uuid    not null references incoming_documents,
  year        integer not null,
  seq         integer not null,
  state       text    not null,
  handling    text    not null,
  primary key (document_id, key)
);
create index incoming_lines_newest on incoming_lines (key, year desc, seq desc) include (document_id, handling);
create index incoming_lines_by_state on incoming_lines (key, state, year desc, seq desc) include (document_id, handling);

insert into incoming_lines (key, document_id, year, seq, state, handling)
  select distinct unnest(r.readers), d.id, d.year, d.seq, d.state, d.handling from incoming_documents d join records r on r.id = d.id;

create function incoming_lines_of_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into incoming_lines (key, document_id, year, seq, state, handling)
      select distinct unnest(readers), new.id, new.year, new.seq, new.state, new.handling from records where id = new.id;
  else
    update incoming_lines set year = new.year, seq = new.seq, state = new.state, handling = new.handling where document_id = new.id;
  end if;
  return null;
end $$;
create trigger incoming_lines_begin after insert on incoming_documents for each row execute function incoming_lines_of_document();
create trigger incoming_lines_move after update of year, seq, state, handling on incoming_documents for each row
  when (old.state <> new.state or old.handling <> new.handling or old.year <> new.year or old.seq <> new.seq) execute function incoming_lines_of_document();

create function incoming_lines_of_readers() returns trigger language plpgsql as $$
begin
  delete from incoming_lines where document_id = new.id and key <> all (new.readers);
  insert into incoming_lines (key, document_id, year, seq, state, handling)
    select distinct unnest(new.readers), id, year, seq, state, handling from incoming_documents where id = new.id
    on conflict do nothing;
  return null;
end $$;
create trigger incoming_lines_follow_readers after update of readers on records for each row
  when (new.kind = 'incoming' and old.readers is distinct from new.readers) execute function incoming_lines_of_readers();
