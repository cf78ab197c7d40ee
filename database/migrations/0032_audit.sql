-- A hash that was kept elsewhere is looked for in the chain.
create index audit_links_by_hash on audit_links (hash);
