-- What a line of the register is looked for by, letters and digits only, kept so that looking through a hundred thousand
-- lines compares one short text each.
alter table incoming_documents add column words text not null
  generated always as (incoming_squashed(title) || ' ' || incoming_squashed(sender) || ' ' || incoming_squashed(number) || ' ' || incoming_squashed(sender_number)) stored;
