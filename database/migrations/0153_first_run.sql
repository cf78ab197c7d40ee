-- Asked before there is a school, where others than this machine reach the server: the console alone shows it.
create table first_run (
  only_one boolean primary key default true check (only_one),
  code     text not null
);
