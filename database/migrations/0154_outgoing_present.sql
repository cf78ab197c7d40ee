-- 份号, and who was at the meeting of a 纪要 (GB/T 9704-2012, 7.2.1 and 10.3)
alter table outgoing_versions
  add column copy_number text not null default '' check (copy_number ~ '^\d{0,6}$'),
  add column attending   text not null default '',
  add column absent      text not null default '',
  add column observing   text not null default '';
