-- Papers that became final before their PDF and DOCX were kept get them once.
insert into outbox (at, due, event, data)
select now(), now(), 'meetings.paper_final', jsonb_build_object('paperId', p.id)
from meeting_papers p join records r on r.id = p.id
where p.state = 'final' and r.clearance = 0 and not exists (select from attachments a where a.record_id = p.id and a.role = 'final_pdf');
