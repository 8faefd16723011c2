-- PRIV: how long what is kept, what stops that, who asked for what is held on them, and what was erased.

alter table referral drop column hold_reason_note;
/* An organisation's own records of people: how many months after the last that was done with one. */
alter table organisation add column people_months integer not null default 24 check (people_months between 1 and 120);
/* Its letter is still kept as a file, and is to go: what it is about was erased. */
alter table message add column to_forget boolean not null default false;
create index message_to_forget on message (id) where to_forget;
create index referral_closed on referral (network_id, closed_at) where closed_at is not null and anonymised_at is null;
create index person_referral_of on person_referral (person_id);
create index idempotency_made on idempotency (made_id);

-- A hold stops retention until it is lifted. One at a time on each referral and each record.
create table privacy_hold (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid references referral,
  person_id uuid,
  organisation_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  placed_by uuid references "user",
  placed_at timestamptz not null,
  lifted_by uuid references "user",
  lifted_at timestamptz,
  check (num_nonnulls(referral_id, person_id) = 1),
  check ((person_id is null) = (organisation_id is null)),
  foreign key (person_id, organisation_id) references person (id, organisation_id) on delete cascade
);
create unique index privacy_hold_referral on privacy_hold (referral_id) where referral_id is not null and lifted_at is null;
create unique index privacy_hold_person on privacy_hold (person_id) where person_id is not null and lifted_at is null;
alter table privacy_hold enable row level security;
create policy holding on privacy_hold using (acting_as_system() or organisation_id = acting_organisation()
  or (referral_id is not null and may_read_content(referral_id)));

-- What was anonymised or erased: ids alone, so that a backup from before can be put right. Never taken back.
create table erasure (
  kind text not null check (kind in ('referral', 'person')),
  subject_id uuid not null,
  why text not null check (why in ('retention', 'request')),
  at timestamptz not null,
  primary key (kind, subject_id)
);
revoke update, delete, truncate on erasure from onward_app;

/* What people answered about themselves, counted when a referral is anonymised and tied to none any more: each answer by itself. */
create table demographic_tally (
  network_id uuid not null references network,
  month date not null, -- of opening
  key text not null,
  option text not null,
  accepted boolean not null,
  days integer not null, -- whole days to the first acceptance; -1: none
  count integer not null check (count > 0),
  primary key (network_id, month, key, option, accepted, days)
);

-- Somebody asked what is held on them, or to have it erased. Exactly one controller: the network, or an organisation for its own records.
create table subject_request (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('access', 'erasure')),
  network_id uuid references network,
  organisation_id uuid references organisation,
  reason text not null,
  remark text not null default '' check (length(remark) <= 1000),
  made_by uuid not null references "user",
  made_at timestamptz not null,
  check (num_nonnulls(network_id, organisation_id) = 1)
);
create index subject_request_network on subject_request (network_id, made_at desc);
create index subject_request_organisation on subject_request (organisation_id, made_at desc);
create table subject_request_part (
  request_id uuid not null references subject_request on delete cascade,
  referral_id uuid,
  person_id uuid,
  unique nulls not distinct (request_id, referral_id, person_id),
  check (num_nonnulls(referral_id, person_id) = 1)
);
create index subject_request_part_referral on subject_request_part (referral_id) where referral_id is not null;
create index subject_request_part_person on subject_request_part (person_id) where person_id is not null;

-- A private note that a request reaches: its author alone says whether it is given out.
create table note_release (
  request_id uuid not null references subject_request on delete cascade,
  note_id uuid not null references note on delete cascade,
  author_user_id uuid references "user",
  decision text check (decision in ('released', 'kept')),
  decided_at timestamptz,
  primary key (request_id, note_id),
  check ((decision is null) = (decided_at is null))
);
create index note_release_author on note_release (author_user_id) where decision is null;

create function may_see_request(network uuid, organisation uuid) returns boolean language sql stable security definer set search_path = public as $$
  select acting_as_system()
    or exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = network and g.role = 'coordinator')
    or (organisation = acting_organisation() and exists (select from membership m where m.user_id = acting_user()
      and m.organisation_id = organisation and m.role = 'primary' and m.ended_at is null)) $$;
alter table subject_request enable row level security;
create policy controlling on subject_request using (may_see_request(network_id, organisation_id));
alter table subject_request_part enable row level security;
create policy controlling on subject_request_part using (exists (select from subject_request r where r.id = request_id));
alter table note_release enable row level security;
create policy deciding on note_release using (acting_as_system() or author_user_id = acting_user()
  or exists (select from subject_request r where r.id = request_id));
