-- Topics, meetings, resolutions and papers that were written before search knew of them are told to it once, as they say now.
insert into outbox (at, due, event, data)
select now(), now(), 'search.record_changed', jsonb_build_object('recordId', found.id, 'title', found.title, 'number', found.number, 'body', found.body)
from (
  select id, title, '' as number, reason as body from meeting_topics
  union all select id, title, '', place || E'\n' || prepare from meetings
  union all select id, left(text, 200), number, text from resolutions
  union all select p.id, p.title, coalesce(p.number, ''), concat_ws(E'\n', nullif(v.body, ''), nullif(v.attending, ''), nullif(v.observing, '')) from meeting_papers p join meeting_paper_versions v on v.paper_id = p.id and v.version = p.version
) found
join records r on r.id = found.id
where r.clearance = 0 and not exists (select from search_entries e where e.record_id = found.id);
