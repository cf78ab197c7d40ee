-- Who holds which original: the list of one holder, the latest number first.
create index incoming_documents_by_holder on incoming_documents (paper_with, year desc, seq desc);
