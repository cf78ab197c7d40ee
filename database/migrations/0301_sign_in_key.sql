-- 签到码: it changes by itself (MTG-5). What is kept is the secret it is made from, which never leaves the server.
alter table meetings rename column sign_code to sign_key;
alter table meetings alter column sign_key set default gen_random_uuid()::text || gen_random_uuid()::text;
update meetings set sign_key = gen_random_uuid()::text || gen_random_uuid()::text;
