-- What deputies did for somebody.
create index audit_by_behalf on audit (on_behalf_of, id) where on_behalf_of is not null;
