-- Who holds a token is remembered for a moment (mechanisms/access/remembered.ts): every process forgets when what says so is written.
create function tell_who_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('zongban_live', '{"keys":[],"what":["who"]}');
  return null;
end $$;

create trigger people_tell_who after update of name, clearance, acting_post_id, must_change, disabled_at, successor_id on people execute function tell_who_changed();
create trigger posts_tell_who after insert or update or delete on posts execute function tell_who_changed();
create trigger sessions_tell_who after update of ends_at, token_hash or delete on sessions execute function tell_who_changed();
create trigger access_tokens_tell_who after update of revoked_at, ends_at, reads_only, token_hash or delete on access_tokens execute function tell_who_changed();
create trigger leaves_tell_who after insert or update or delete on leaves execute function tell_who_changed();
create trigger passes_tell_who after insert or update or delete on passes execute function tell_who_changed();
create trigger departments_tell_who after update of merged_into on departments execute function tell_who_changed();
create trigger role_permissions_tell_who after insert or update or delete on role_permissions execute function tell_who_changed();
