-- What whoever asks somebody in wants them to look at.
alter table approval_signers add column note text not null default '';
-- Who signs now because whoever signed before left the post or the school.
alter table approval_signers drop constraint approval_signers_added_how_check;
alter table approval_signers add constraint approval_signers_added_how_check check (added_how in ('before', 'after', 'instead', 'succeeds'));
-- The signers of somebody who leaves a post are found by the person.
create index approval_signers_open on approval_signers (person_id) where decided_at is null and withdrawn_at is null;

-- May be done together with others from the inbox, unread.
alter table todos add column together boolean not null default false;
