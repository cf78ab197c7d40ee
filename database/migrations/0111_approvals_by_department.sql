-- What waits for the leader in charge of a department is found when another one takes charge.
create index approvals_running on approvals (department_id) where state = 'running';
