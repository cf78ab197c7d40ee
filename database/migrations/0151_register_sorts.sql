-- The register in another order than its numbers, page by page.
create index incoming_by_received_key on incoming_documents (received_at, id);
drop index incoming_by_received;
create index incoming_by_sender_key on incoming_documents (sender collate "zh-x-icu", id);
create index incoming_by_title_key on incoming_documents (title collate "zh-x-icu", id);
