-- PUB-3: the code by which the person who was referred opens their own page. One at a time on each referral.

create table person_code (
  referral_id uuid primary key references referral,
  code_hash bytea not null, -- keyed: a copy of the database opens nothing
  whole boolean not null, -- for all that the same submission became: given by the sender, who sees that it belongs together
  made_at timestamptz not null,
  made_by uuid references "user"
);
alter table person_code enable row level security;
create policy content on person_code using (may_read_content(referral_id)) with check (may_read_content(referral_id));
