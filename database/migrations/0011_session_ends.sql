-- Whoever listens for what changed hears at once that a session ended, however it ended; see platform/live.ts.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('zongban_live', json_build_object('keys', json_build_array(to_jsonb(old) ->> tg_argv[0]), 'what', json_build_array('access'))::text);
  return null;
end $$;

create trigger sessions_tell_end after delete on sessions for each row execute function tell_access_changed('person_id');
create trigger access_tokens_tell_end after update on access_tokens for each row
  when (new.revoked_at is distinct from old.revoked_at) execute function tell_access_changed('person_id');
create trigger people_tell_end after update on people for each row
  when (new.disabled_at is distinct from old.disabled_at) execute function tell_access_changed('id');

