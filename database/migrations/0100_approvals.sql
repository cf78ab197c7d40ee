-- 审批流程: a route is data. A version that was published is never changed; a running approval keeps the steps it started with.
create table approval_routes (
  subject      text not null,
  version      integer not null check (version > 0),
  steps        jsonb not null,
  why          text not null check (why <> ''),
  published_at timestamptz not null,
  published_by uuid not null references people,
  primary key (subject, version)
);
create trigger approval_routes_are_kept before update or delete or truncate on approval_routes
  for each statement execute function keep_for_ever();

create table approvals (
  id            uuid primary key,
  record_id     uuid not null references records,
  subject       text not null,
  -- 0: the route that was shipped with the module
  version       integer not null,
  steps         jsonb not null,
  facts         jsonb not null,
  -- people whom the drafter chose, by the key of the step
  chosen        jsonb not null default '{}',
  drafter_id    uuid not null references people,
  department_id uuid not null references departments,
  state         text not null check (state in ('running', 'returned', 'approved', 'refused', 'recalled')),
  -- begins anew with each return
  round         integer not null default 1,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  constraint approvals_end check ((state in ('approved', 'refused', 'recalled')) = (ended_at is not null))
);
create unique index approvals_one_open on approvals (record_id) where state in ('running', 'returned');
create index approvals_by_record on approvals (record_id, started_at);

create table approval_steps (
  id          uuid primary key,
  approval_id uuid not null references approvals,
  round       integer not null,
  -- its place in the route, from 0
  position    integer not null,
  -- why others sign than the route says: their own draft, or nobody holds the post
  instead     text check (instead in ('own_draft', 'vacant')),
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  constraint approval_steps_once unique (approval_id, round, position)
);
create unique index approval_steps_one_open on approval_steps (approval_id) where closed_at is null;

create table approval_signers (
  id           uuid primary key,
  step_id      uuid not null references approval_steps,
  person_id    uuid not null references people,
  position     integer not null,
  -- who asked them in, and how: before or after that person's own decision, or in their place
  added_for    uuid references approval_signers,
  added_how    text check (added_how in ('before', 'after', 'instead')),
  asked_at     timestamptz,
  urged_at     timestamptz,
  decided_at   timestamptz,
  decided_by   uuid references people,
  decision     text check (decision in ('approved', 'returned', 'refused', 'handed_on')),
  opinion      text not null default '',
  withdrawn_at timestamptz,
  constraint approval_signers_decided check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null)),
  constraint approval_signers_added check ((added_for is null) = (added_how is null))
);
create index approval_signers_by_step on approval_signers (step_id, position);
create unique index approval_signers_once on approval_signers (step_id, person_id) where decided_at is null and withdrawn_at is null;

-- An opinion is never lost, and never becomes another.
create function keep_opinion() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.decided_at is not null then raise exception 'a decision is never changed'; end if;
  return new;
end $$;
create trigger approval_signers_are_kept before update or delete on approval_signers for each row execute function keep_opinion();
