-- A word of the registers and of the catalogue is found by its threes, where it has as many letters: they are far rarer than pairs.
-- Each line says its year among its letters, below zero, so that a page is filled from the newest years that hold enough of it.
-- No list of pending lines: every search would read it once for each year.
create function letter_threes(text) returns table (a integer, b integer, c integer) language sql immutable parallel safe
begin atomic
  select ascii(letter), lead(ascii(letter), 1) over w, lead(ascii(letter), 2) over w from unnest(string_to_array($1, null)) with ordinality l (letter, i) window w as (order by i);
end;
create function letter_grams(text) returns integer[] language sql immutable parallel safe return (
  select coalesce(array_agg(distinct gram), '{}') from letter_threes($1) cross join lateral (values
    (a), ((a % 46340) * 46340 + b % 46340), (((a % 1290) * 1290 + b % 1290) * 1290 + c % 1290)) g (gram) where gram is not null);
-- What a line must hold where a word is looked for: its letter, its pair, or its threes.
create function letter_grams_wanted(text) returns integer[] language sql immutable parallel safe return (
  select coalesce(array_agg(distinct gram), '{}') from letter_threes($1) cross join lateral (select
    case char_length($1) when 1 then a when 2 then (a % 46340) * 46340 + b % 46340 else ((a % 1290) * 1290 + b % 1290) * 1290 + c % 1290 end) g (gram) where gram is not null);

alter table incoming_documents drop column word_grams;
alter table incoming_documents add column word_grams integer[] not null
  generated always as (letter_grams(incoming_squashed(title) || ' ' || incoming_squashed(sender) || ' ' || incoming_squashed(number) || ' ' || incoming_squashed(sender_number)) || -year) stored;
create index incoming_by_word on incoming_documents using gin (word_grams) with (fastupdate = off);
alter table archive_items drop column word_grams;
alter table archive_items add column word_grams integer[] not null
  generated always as (letter_grams(incoming_squashed(title) || ' ' || incoming_squashed(author) || ' ' || incoming_squashed(doc_number) || ' ' || incoming_squashed(number)) || -year) stored;
create index archive_items_by_word on archive_items using gin (word_grams) with (fastupdate = off);
alter table outgoing_documents drop column word_grams;
alter table outgoing_documents add column word_grams integer[] not null
  generated always as (letter_grams(incoming_squashed(title) || ' ' || incoming_squashed(coalesce(number, '')))) stored;
create index outgoing_by_word on outgoing_documents using gin (word_grams) with (fastupdate = off);
drop function incoming_grams;
