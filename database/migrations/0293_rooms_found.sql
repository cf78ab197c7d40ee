-- Rooms and bookings that were written before search knew of them are told to it once; a private purpose is in none of it.
insert into outbox (at, due, event, data)
select now(), now(), 'search.record_changed', jsonb_build_object('recordId', found.id, 'title', r.title, 'number', r.number, 'sender', found.sender, 'body', found.body)
from (
  select id, '' as sender, concat_ws(E'\n', nullif(building, ''), nullif(remark, '')) as body from rooms
  union all select b.id, p.name, m.name from room_bookings b join rooms m on m.id = b.room_id join people p on p.id = b.organiser_id
  union all select s.id, p.name, m.name from room_series s join rooms m on m.id = s.room_id join people p on p.id = s.organiser_id
) found
join records r on r.id = found.id
where not exists (select from search_entries e where e.record_id = found.id);
