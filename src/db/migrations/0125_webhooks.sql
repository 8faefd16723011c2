-- API-3: an organisation, or a network's coordinators, have their own systems told of what happens to referrals.

create table webhook (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation,
  network_id uuid references network,
  name text not null check (length(name) between 1 and 80),
  address text not null check (length(address) <= 2000),
  kinds text[] not null, -- domain/webhook.ts
  secret bytea not null, -- encrypted by the program's SECRET
  old_secret bytea, -- signs too, until old_until
  old_until timestamptz,
  failing_since timestamptz, -- nothing has got through since
  rest_until timestamptz, -- it did not answer: asked again then
  off_at timestamptz,
  off_why text check (off_why in ('person', 'failing')),
  created_at timestamptz not null default now(),
  check (num_nonnulls(organisation_id, network_id) = 1),
  check ((off_at is null) = (off_why is null))
);
create index webhook_organisation on webhook (organisation_id) where organisation_id is not null;
create index webhook_network on webhook (network_id) where network_id is not null;

-- Its own queue, as the outbox is: one process at a time for each webhook, one after the other for each referral.
create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook on delete cascade,
  event_id bigint not null,
  referral_id uuid not null references referral,
  kind text not null,
  -- withheld: its owner may not read that any more
  status text not null default 'queued' check (status in ('queued', 'sent', 'held', 'withheld')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_status integer, -- of HTTP
  last_error text,
  created_at timestamptz not null default now(),
  tried_at timestamptz,
  sent_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, referral_id, event_id) where status = 'queued';
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where status = 'queued';
create index webhook_delivery_newest on webhook_delivery (webhook_id, event_id desc);
create index webhook_delivery_referral on webhook_delivery (referral_id);
