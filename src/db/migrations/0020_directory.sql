-- Organisations that describe themselves, their services, and how they join a network.

-- What an organisation is known for, by the network's own categories.
create table organisation_category (
  network_id uuid not null references network,
  organisation_id uuid not null references organisation,
  category_id uuid not null references category,
  primary key (network_id, organisation_id, category_id)
);
alter table organisation
  add column facilities uuid[] not null default '{}',
  add column access text not null default '',
  add column changed_at timestamptz,
  add column changed_by uuid references "user",
  add column confirm_asked_at timestamptz; -- the last three-monthly letter

-- A picture of a service or a logo: re-encoded, in the file store, never without words for those who do not see it.
create table picture (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  storage_key text not null unique,
  type text not null,
  width integer not null, height integer not null,
  alt text not null check (length(alt) between 1 and 300),
  added_by uuid references "user",
  added_at timestamptz not null default now()
);
alter table service
  add column picture_id uuid references picture,
  add column gallery text, -- the name of one of our own drawings
  add column other_ways text not null default '',
  add column closed_on_bank_holidays boolean not null default true,
  add column described_at timestamptz, add column placed_at timestamptz, add column hours_at timestamptz,
  add column capacity_at timestamptz, add column restricted_at timestamptz; -- when each section was last saved
alter table service drop column image, drop column image_alt;

-- NET-3: asking to join from the public page.
create table join_request (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  organisation_name text not null check (length(organisation_name) between 1 and 200),
  what_it_does text not null default '',
  area text not null default '',
  website text,
  contact_name text not null, contact_email citext not null, contact_phone text not null default '',
  status text not null default 'waiting' check (status in ('waiting', 'approved', 'refused')),
  held boolean not null default false, -- over a limit: kept for the coordinator, never dropped
  decided_by uuid references "user",
  decided_at timestamptz,
  reason text,
  invitation_id uuid references invitation,
  created_at timestamptz not null default now()
);
create index join_request_network on join_request (network_id, status, created_at);

alter table invitation
  add column organisation_name text, -- of an organisation that does not exist yet
  add column person_name text,
  add column refused_at timestamptz,
  add column user_id uuid references "user", -- who it became
  add column sends integer not null default 1;

alter table agreement add column published_by uuid references "user";
alter table organisation_in_network
  add column suspended_by uuid references "user",
  add column suspended_reason text;

-- Terms whose old names are kept where they were used; moves and merges leave a trail.
alter table category add column merged_into_id uuid references category;
alter table area add column network_id uuid references network; -- uploaded by one network, for its own use

create index service_description_words on service using gin (plain(description) gin_trgm_ops);
create index organisation_description_words on organisation using gin (plain(description) gin_trgm_ops);
create index category_words on category using gin (plain(label) gin_trgm_ops);

alter table message add column join_request_id uuid references join_request;
