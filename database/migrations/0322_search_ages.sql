-- The lines of the search lie by age, each index about eight times as large as the one before: a word of the newest thousand
-- fills a page from them, a rarer one from the next, and only what is rare is gathered from all.
-- Indexes are built in one go afterwards: line by line it takes minutes.
drop index search_recent_entries, search_old_entries, search_recent_by_date;
set local maintenance_work_mem = '256MB';
alter table search_entries add column age smallint not null default 2 check (age between 0 and 2);
alter table search_entries alter age drop default;

-- What is as new as that belongs to that age; what is in none of them, to the oldest. Settled by the worker.
create table search_ages (
  age   smallint primary key check (age between 0 and 1),
  since timestamptz not null
);
insert into search_ages select 0, coalesce((select at from search_entries order by at desc offset 1000 limit 1), '-infinity');
insert into search_ages select 1, coalesce((select at from search_entries order by at desc offset 9000 limit 1), '-infinity');
update search_entries set age = (select min(age) from search_ages where at >= since) where at >= (select since from search_ages where age = 1);

alter table search_entries drop column recent;
drop table search_recent;
create index search_entries_0 on search_entries using gin (grams, name_grams, seers) with (fastupdate = off) where age = 0;
create index search_entries_1 on search_entries using gin (grams, name_grams, seers) with (fastupdate = off) where age = 1;
create index search_entries_2 on search_entries using gin (grams, name_grams, seers) with (fastupdate = off) where age = 2;
create index search_entries_by_date on search_entries (age, at) where age < 2;

-- By its very number a record is found at once.
alter table search_entries alter numbers set statistics 0;
create index search_entries_by_number on search_entries using gin (numbers) with (fastupdate = off);

-- A word of three letters and more is looked for by its threes, which no line has yet: the worker reads them all anew, the newest first.
-- Until it came to an old one, that one is found by shorter words alone.
insert into outbox (at, due, event, data)
select now(), now(), 'search.record_moved', jsonb_build_object('recordId', record_id) from search_entries order by at desc;
