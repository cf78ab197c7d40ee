-- Who wants which kind of notice by mail. No row: as the module declares it.
create table notification_choices (
  person_id uuid not null references people,
  what      text not null,
  mail      boolean not null,
  primary key (person_id, what)
);

-- Mail is one way out of the house; held: many at once for one person, gathered into one within minutes.
alter table mails add column channel text not null default 'mail';
alter table mails add column gathered_into uuid references mails;
alter table mails drop constraint mails_state_check;
alter table mails add constraint mails_state_check check (state in ('waiting', 'held', 'gathered', 'sent', 'failed', 'no_address'));
create index mails_held on mails (to_person, id) where state = 'held';
create index mails_lately on mails (to_person, at) where to_person is not null;
