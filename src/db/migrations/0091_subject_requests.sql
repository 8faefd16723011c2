-- PRIV-2: when an erasure was carried out, and who else still holds something of the person: theirs to decide.

alter table subject_request add column done_at timestamptz;

create table erasure_told (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid,
  person_id uuid,
  network_id uuid references network,
  referral_id uuid references referral,
  told_at timestamptz not null,
  kept_at timestamptz, -- it was decided that theirs stays
  check (num_nonnulls(person_id, referral_id) = 1),
  check ((person_id is null) = (organisation_id is null)),
  check ((referral_id is null) = (network_id is null)),
  unique nulls not distinct (person_id, referral_id),
  foreign key (person_id, organisation_id) references person (id, organisation_id) on delete cascade
);
alter table erasure_told enable row level security;
create policy controlling on erasure_told using (may_see_request(network_id, organisation_id));
