-- Parts of titles and numbers are found by their letters, as in the register of incoming documents.
alter table outgoing_documents add column word_grams integer[] not null
  generated always as (incoming_grams(incoming_squashed(title) || ' ' || incoming_squashed(coalesce(number, '')))) stored;
create index outgoing_by_word on outgoing_documents using gin (word_grams);
