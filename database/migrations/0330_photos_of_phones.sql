-- A HEIC photo was kept unread: no library here knew it. Those that are kept wait to be read, and the night reads them.
update blobs set text_state = 'waiting', text_why = '' where text_why = 'heic' and erased_at is null;
