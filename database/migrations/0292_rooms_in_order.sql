-- 今日安排 shows rooms in their order, some at a time
create index rooms_in_order on rooms (position, id);
