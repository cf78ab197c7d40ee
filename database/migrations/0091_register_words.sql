-- What a line of the register is looked for by, letter by letter and in pairs of neighbours: a word that few lines hold is
-- found without looking through all of them. Two pairs of one number are told apart by comparing the words themselves.
create function incoming_grams(text) returns integer[] language sql immutable parallel safe return (
  select coalesce(array_agg(distinct gram), '{}') from (
    select ascii(substr($1, i, 1)) as gram from generate_series(1, char_length($1)) i
    union all select (ascii(substr($1, i, 1)) % 46340) * 46340 + ascii(substr($1, i + 1, 1)) % 46340 from generate_series(1, char_length($1) - 1) i
  ) grams);
alter table incoming_documents add column word_grams integer[] not null
  generated always as (incoming_grams(incoming_squashed(title) || ' ' || incoming_squashed(sender) || ' ' || incoming_squashed(number) || ' ' || incoming_squashed(sender_number))) stored;
create index incoming_by_word on incoming_documents using gin (word_grams);
