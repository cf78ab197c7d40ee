-- 机构代码: the word of a department in 档号.
create table archive_codes (
  department_id uuid primary key references departments,
  code          text not null check (code ~ '^[A-Z0-9]{1,8}$'),
  set_at        timestamptz not null,
  set_by        uuid not null references people,
  constraint archive_codes_differ unique (code)
);

-- 保管期限表: an edition is the whole table, in the order in which it is asked. None is ever changed.
create table archive_rules (
  edition integer primary key check (edition > 0),
  at      timestamptz not null,
  -- null: as it was delivered
  by      uuid references people,
  why     text not null,
  rules   jsonb not null
);
create trigger archive_rules_are_kept before update or delete or truncate on archive_rules
  for each statement execute function keep_for_ever();

-- 装盒: a row of 件 that stand in one box, in the order of their numbers.
create table archive_boxes (
  id            uuid primary key,
  year          integer not null,
  retention     text not null check (retention in ('Y', 'D30', 'D10')),
  code          text not null,
  department_id uuid not null references departments,
  -- 盒号, running in each year, retention and department
  seq           integer not null check (seq > 0),
  -- 脊背, millimetres
  spine         integer not null check (spine in (20, 30, 40, 50)),
  made_at       timestamptz not null,
  made_by       uuid not null references people,
  -- 备考表
  remark        text not null default '',
  checked_by    text not null default '',
  checked_on    date,
  apart_at      timestamptz,
  apart_by      uuid references people,
  apart_why     text not null default ''
);
create unique index archive_boxes_in_order on archive_boxes (year, retention, code, seq) where apart_at is null;

-- 归档文件目录: one line a 件. A number that was given stays, void or not.
create table archive_items (
  id             uuid primary key,
  record_id      uuid not null references records,
  year           integer not null check (year between 1949 and 9999),
  retention      text not null check (retention in ('Y', 'D30', 'D10')),
  department_id  uuid not null references departments,
  code           text not null,
  seq            integer not null check (seq > 0),
  number         text not null,
  -- 文号
  doc_number     text not null default '',
  -- 责任者
  author         text not null,
  title          text not null,
  written_on     date,
  secrecy        smallint not null default 0 check (secrecy between 0 and 3),
  secrecy_period text not null default '',
  pages          integer not null check (pages between 1 and 100000),
  remark         text not null default '',
  -- in tenths of a millimetre
  thickness      integer not null check (thickness between 1 and 500),
  -- what its retention was proposed by
  because        text[] not null default '{}',
  archived_at    timestamptz not null,
  archived_by    uuid not null references people,
  box_id         uuid references archive_boxes,
  withdrawn_at   timestamptz,
  withdrawn_by   uuid references people,
  withdrawn_why  text,
  -- the order of the catalogue: the newest year first, in it 永久 before 30 before 10 years
  year_back      integer not null generated always as (-year) stored,
  rank           smallint not null generated always as (case retention when 'Y' then 0 when 'D30' then 1 else 2 end) stored,
  words          text not null generated always as (incoming_squashed(title) || ' ' || incoming_squashed(author) || ' ' || incoming_squashed(doc_number) || ' ' || incoming_squashed(number)) stored,
  word_grams     integer[] not null generated always as (incoming_grams(incoming_squashed(title) || ' ' || incoming_squashed(author) || ' ' || incoming_squashed(doc_number) || ' ' || incoming_squashed(number))) stored,
  constraint archive_items_one_a_number unique (number),
  constraint archive_items_in_order unique (year, retention, code, seq),
  -- Of 秘密 and above there is only the paper: its line says neither title nor more.
  constraint archive_stub_says_nothing check (secrecy = 0 or (title = '' and remark = '')),
  constraint archive_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null) and (withdrawn_at is null or box_id is null))
);
create unique index archive_items_once on archive_items (record_id) where withdrawn_at is null;
create index archive_items_by_record on archive_items (record_id);
create index archive_items_catalogue on archive_items (year_back, rank, code, seq);
create index archive_items_by_box on archive_items (box_id) where box_id is not null;
create index archive_items_unboxed on archive_items (year, retention, code, seq) where box_id is null and withdrawn_at is null;
create index archive_items_by_word on archive_items using gin (word_grams);

-- What belongs to an item, fixed when it was archived.
create table archive_files (
  item_id   uuid not null references archive_items,
  position  integer not null,
  file_id   uuid not null references files,
  name      text not null,
  role      text not null,
  version   integer not null,
  sha256    text not null,
  size      bigint not null,
  -- it turned out to be classified and its bytes are gone
  erased_at timestamptz,
  primary key (item_id, position)
);
create index archive_files_by_hash on archive_files (sha256);

-- 不归档: finished, looked at, and not kept.
create table archive_exclusions (
  id         uuid primary key,
  record_id  uuid not null references records,
  at         timestamptz not null,
  by         uuid not null references people,
  reason     text not null check (reason <> ''),
  undone_at  timestamptz,
  undone_by  uuid references people
);
create unique index archive_exclusions_once on archive_exclusions (record_id) where undone_at is null;

-- A year whose every finished document is accounted for.
create table archive_years (
  id           uuid primary key,
  year         integer not null,
  closed_at    timestamptz not null,
  closed_by    uuid not null references people,
  archived     integer not null,
  excluded     integer not null,
  open         integer not null,
  reopened_at  timestamptz,
  reopened_by  uuid references people,
  reopened_why text not null default ''
);
create unique index archive_years_closed_once on archive_years (year) where reopened_at is null;

-- What turns out to be classified says nothing here either, in the same transaction.
create function archive_follows_secrecy() returns trigger language plpgsql as $$
begin
  update archive_items set title = '', remark = '', secrecy = new.clearance where record_id = new.id;
  update archive_files set name = '', erased_at = now() where item_id in (select id from archive_items where record_id = new.id);
  return null;
end $$;
create trigger archive_follows_secrecy after update of clearance on records
  for each row when (new.clearance > old.clearance) execute function archive_follows_secrecy();

-- The year of a document: that in which it was done or signed, and until then that in which it came.
create index incoming_by_end on incoming_documents (coalesce(done_at, received_at));
create index outgoing_by_end on outgoing_documents (signed_at) where signed_at is not null;

insert into archive_rules (edition, at, by, why, rules) values (1, '2026-01-01T00:00:00Z', null, '初始表，参照国家档案局第8号令、第10号令', '[
  {"words": ["规划", "章程", "改革方案", "机构设置", "编制"], "retention": "Y"},
  {"words": ["任免", "任职", "免职", "聘任", "处分"], "retention": "Y"},
  {"source": "outgoing", "kind": "决定", "retention": "Y"},
  {"source": "outgoing", "kind": "纪要", "retention": "Y"},
  {"source": "outgoing", "words": ["办法", "制度", "规定", "细则"], "retention": "Y"},
  {"source": "outgoing", "words": ["工作计划", "工作总结", "年度报告"], "retention": "Y"},
  {"words": ["表彰", "奖励", "先进集体", "先进个人", "招生", "毕业", "学籍", "职称"], "retention": "D30"},
  {"words": ["安全", "预算", "决算", "审计", "采购", "基建", "督导"], "retention": "D30"},
  {"kind": "批复", "retention": "D30"},
  {"source": "outgoing", "kind": "请示", "retention": "D30"},
  {"source": "outgoing", "kind": "报告", "retention": "D30"},
  {"source": "outgoing", "kind": "意见", "retention": "D30"},
  {"secrecy": 1, "retention": "D30"},
  {"retention": "D10"}
]');
