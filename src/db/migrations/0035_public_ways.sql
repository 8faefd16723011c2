-- FORM-13: the ways in without an account. Links can be told apart and taken back, and what looks like a robot's waits for a person to look.

alter table entry_link add column kind text not null default 'link' check (kind in ('link', 'self'));
alter table entry_link add column revoked_by uuid references "user";
alter table entry_link add check (kind = 'link' or organisation_id is null);
create index entry_link_network on entry_link (network_id, created_at);

-- A whole referral, consent included, that came over a limit or failed a check: nobody is asked until a coordinator has looked.
create table held_submission (
  id uuid primary key, -- of the referral that it may become
  network_id uuid not null references network,
  entry_link_id uuid not null references entry_link,
  submission_id uuid not null unique,
  reference text not null unique, -- its sender has it already
  origin text not null check (origin in ('link', 'embed', 'self')),
  why text not null check (why in ('trap', 'proof', 'address', 'network')),
  body jsonb, -- what was filled in; gone once it is decided
  at timestamptz not null,
  decision text check (decision in ('released', 'discarded')),
  decided_by uuid references "user",
  decided_at timestamptz,
  reason text,
  check ((decision is null) = (decided_at is null)),
  check (decision is null or body is null)
);
create index held_submission_waiting on held_submission (network_id, at) where decision is null;
alter table held_submission enable row level security;
create policy coordinating on held_submission using (acting_as_system() or exists (
  select from grant_in_network g where g.user_id = acting_user() and g.network_id = held_submission.network_id and g.role = 'coordinator'));

-- What works once: a solved proof of work, a refusal that was counted. Keyed hashes, gone when they would have expired anyway.
create table spent_once (
  hash bytea primary key,
  expires_at timestamptz not null
);
create index spent_once_expired on spent_once (expires_at);
