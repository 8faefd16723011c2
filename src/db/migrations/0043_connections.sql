-- NET-4: two networks whose forms offer the needs of both.

drop table network_link;
create table network_connection (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network, -- whose coordinator asked
  other_network_id uuid not null references network,
  requested_by uuid references "user",
  requested_at timestamptz not null,
  accepted_by uuid references "user",
  accepted_at timestamptz,
  ended_by uuid references "user",
  ended_at timestamptz,
  ended_for uuid references network, -- the side that ended it, or refused
  check (network_id <> other_network_id),
  check (ended_for is null or ended_for in (network_id, other_network_id))
);
create unique index network_connection_open on network_connection
  (least(network_id, other_network_id), greatest(network_id, other_network_id)) where ended_at is null;
create index network_connection_network on network_connection (network_id);
create index network_connection_other on network_connection (other_network_id);

alter table referral
  add column through_network_id uuid references network, -- whose form it was, where that is another network's than its own
  add check (through_network_id <> network_id);
create index referral_through on referral (referrer_organisation_id, opened_at desc, id) where through_network_id is not null;
create index referral_submission on referral (submission_id) where through_network_id is not null;
comment on column referral_party.network_id is 'Where the organisation stands: the referral''s network; of who sent it, the one whose form it was.';

/* Who sent it writes notes too, though they belong to the network of the form alone. */
create or replace function within_referral(of_referral uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from referral r where r.id = of_referral and (
    exists (select from organisation_in_network o where o.network_id = r.network_id and o.organisation_id = acting_organisation())
    or exists (select from referral_party p where p.referral_id = r.id and p.organisation_id = acting_organisation() and p.standing = 'sender')
    or exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = r.network_id))) $$;
