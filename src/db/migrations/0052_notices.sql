-- RES-2: what each user, and each organisation's team inbox, wants to be told of: at once, once a day, or not at all.

create table notice_choice (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references "user",
  organisation_id uuid references organisation, -- its team inbox
  kind text not null check (kind in ('asked', 'received', 'sent', 'question', 'coordinating')),
  how text not null check (how in ('now', 'daily', 'off')),
  check (num_nonnulls(user_id, organisation_id) = 1),
  unique nulls not distinct (user_id, organisation_id, kind)
);

-- What waits for somebody's daily letter. Ids and codes alone; each event is in one letter, once.
create table digest_item (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  user_id uuid references "user",
  organisation_id uuid references organisation,
  referral_id uuid not null references referral,
  template text not null,
  at timestamptz not null default now(),
  message_id uuid references message,
  unique nulls not distinct (event_id, user_id, organisation_id, template)
);
create index digest_item_waiting on digest_item (at) where message_id is null;

-- Members who chose for themselves count too: their choices say to what.
create or replace function inboxes_of(organisation uuid) returns table (user_id uuid, team_id uuid, email citext)
  language sql stable parallel safe as $$
  select u.id, null::uuid, u.email from membership m join "user" u on u.id = m.user_id
  where m.organisation_id = organisation and m.ended_at is null and u.disabled_at is null
    and (m.role = 'primary' or m.notify or exists (select from notice_choice c where c.user_id = u.id))
  union all
  select null, o.id, o.team_inbox from organisation o where o.id = organisation and o.team_inbox is not null $$;

-- What did not go, for the coordinator of its network.
create index message_held on message (created_at desc) where status = 'held';
