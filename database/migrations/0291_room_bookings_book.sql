-- 预订登记簿: by department, by state, and in the order in which they were asked for
create index room_bookings_of_department on room_bookings (department_id, starts_at, id);
create index room_bookings_by_state on room_bookings (state, starts_at, id);
create index room_bookings_by_asking on room_bookings (asked_at, id);
