-- The core: networks, organisations, services, referrals, and what may be known about a person.
-- Runs as the owner. The program itself acts as onward_app, which owns nothing (row-level security is the second line).

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists ltree;
create extension if not exists citext;
create extension if not exists btree_gist;

do $$ begin
  if not exists (select from pg_roles where rolname = 'onward_app') then create role onward_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant onward_app to %I', current_user); end $$;

-- Who acts: every transaction on personal details says so (src/db/database.ts, actAs).
create function acting_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('onward.user', true), '')::uuid $$;
create function acting_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('onward.organisation', true), '')::uuid $$;
create function acting_as_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('onward.system', true), '') = 'on' $$;

-- For searching: lower case, no accents. unaccent is not marked immutable because its dictionary could change; ours does not.
create function plain(text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

-- People who sign in, and the organisations that they belong to ---------------------------------------------------

create table "user" (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  email citext not null unique check (length(email) <= 254),
  email_verified boolean not null default false,
  image text,
  language text not null default 'en' check (language in ('en', 'cy')),
  platform_administrator boolean not null default false,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table organisation (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  kind text,
  description text not null default '',
  phone text, email citext, website text,
  address_1 text, address_2 text, city text, postcode text,
  team_inbox citext,
  referral_guidance text not null default '',
  languages text[] not null default '{}',
  interpreters text,
  logo_file_id uuid,
  source_key text unique, -- of an imported row, so that importing again changes it and adds nothing
  confirmed_at timestamptz,
  confirmed_by uuid references "user",
  created_at timestamptz not null default now(),
  archived_at timestamptz
);
create index organisation_name_words on organisation using gin (plain(name) gin_trgm_ops);

create table membership (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user",
  organisation_id uuid not null references organisation,
  role text not null check (role in ('primary', 'member')),
  notify boolean not null default false, -- RES-2: members who chose to be emailed; primary users always are
  may_see_reports boolean not null default false,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, organisation_id)
);
create index membership_organisation on membership (organisation_id) where ended_at is null;

-- Networks and their own words --------------------------------------------------------------------------------------

create table network (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 200),
  coordinating_organisation_id uuid references organisation,
  description text not null default '',
  colour text not null default '#0b5a4e' check (colour ~ '^#[0-9a-f]{6}$'),
  logo_file_id uuid,
  help_name text not null default '', help_email citext not null default '', help_phone text not null default '',
  technical_help text not null default '',
  settings jsonb not null default '{}', -- NetworkSettings, domain/network.ts
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);

create table area (
  code text primary key,
  name text not null,
  kind text not null default 'authority' check (kind in ('authority', 'drawn')),
  nation text,
  geometry jsonb, -- GeoJSON Polygon or MultiPolygon, WGS84
  bbox box,       -- (longitude, latitude)
  approximate boolean not null default false,
  edition text
);
create table network_area (
  network_id uuid not null references network,
  area_code text not null references area,
  primary key (network_id, area_code)
);

create table grant_in_network (
  user_id uuid not null references "user",
  network_id uuid not null references network,
  role text not null check (role in ('coordinator', 'commissioner')),
  granted_at timestamptz not null default now(),
  primary key (user_id, network_id, role)
);

create table agreement (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  version integer not null,
  body text not null,
  in_force_from timestamptz not null default now(),
  grace_until timestamptz,
  unique (network_id, version)
);
create table agreement_acceptance (
  agreement_id uuid not null references agreement,
  organisation_id uuid not null references organisation,
  user_id uuid not null references "user",
  accepted_at timestamptz not null default now(),
  primary key (agreement_id, organisation_id)
);

create table organisation_in_network (
  network_id uuid not null references network,
  organisation_id uuid not null references organisation,
  status text not null default 'active' check (status in ('invited', 'active', 'suspended', 'left')),
  agreement_id uuid references agreement, -- the newest one accepted
  joined_at timestamptz not null default now(),
  suspended_at timestamptz,
  primary key (network_id, organisation_id)
);
create index organisation_in_network_organisation on organisation_in_network (organisation_id);

create table network_link (
  network_id uuid not null references network,
  other_network_id uuid not null references network,
  primary key (network_id, other_network_id),
  check (network_id <> other_network_id)
);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  network_id uuid references network,
  organisation_id uuid references organisation,
  email citext not null,
  role text not null check (role in ('primary', 'member', 'coordinator', 'commissioner')),
  token_hash bytea not null unique,
  invited_by uuid references "user",
  approved_at timestamptz,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);

create table category (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  parent_id uuid references category,
  path ltree not null, -- of ids without hyphens, root first
  label text not null check (length(label) between 1 and 120),
  description text not null default '',
  icon text,
  position integer not null default 0,
  retired_at timestamptz
);
create index category_path on category using gist (path);
create unique index category_label on category (network_id, coalesce(parent_id, network_id), lower(label)) where retired_at is null;

-- Lists that a network keeps: reasons, facilities, kinds of organisation.
create table term (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  list text not null check (list in ('decline_reason', 'withdraw_reason', 'unmet_reason', 'reassign_reason', 'facility', 'organisation_kind')),
  label text not null check (length(label) between 1 and 200),
  position integer not null default 0,
  retired_at timestamptz
);
create unique index term_label on term (network_id, list, lower(label)) where retired_at is null;

create table outcome (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  category_id uuid references category, -- null: for every category
  label text not null check (length(label) between 1 and 200),
  successful boolean not null,
  position integer not null default 0,
  retired_at timestamptz
);

create table demographic (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  label text not null,
  kind text not null check (kind in ('age', 'single', 'several', 'number')),
  options jsonb not null default '[]', -- [{ key, label }]
  position integer not null default 0,
  retired_at timestamptz,
  unique (network_id, key)
);

create table form_version (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  version integer not null,
  status text not null default 'draft' check (status in ('draft', 'published', 'superseded')),
  definition jsonb not null, -- FormDefinition, domain/form.ts
  published_at timestamptz,
  published_by uuid references "user",
  unique (network_id, version)
);
create unique index form_version_published on form_version (network_id) where status = 'published';

create table consent_wording (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  version integer not null,
  language text not null default 'en',
  wording text not null,
  data_protection text not null,
  in_force_from timestamptz not null default now(),
  unique (network_id, version, language)
);

create function forbid_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
create trigger consent_wording_kept before update or delete on consent_wording for each row execute function forbid_change();

create function keep_published_form() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (tg_op = 'DELETE' or new.definition <> old.definition or new.version <> old.version) then
    raise exception 'a published form never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger form_version_kept before update or delete on form_version for each row execute function keep_published_form();

-- FORM-13: a link that opens the form without an account, for a network or bound to one partner.
create table entry_link (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  organisation_id uuid references organisation,
  label text not null default '',
  token_hash bytea not null unique,
  created_by uuid references "user",
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Services --------------------------------------------------------------------------------------------------------------

create table location (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null default '',
  address_1 text not null default '', address_2 text not null default '', city text not null default '', postcode text,
  latitude double precision, longitude double precision,
  authority_code text,
  approximate boolean not null default false,
  secret boolean not null default false, -- a refuge: never shown to the public or in a feed
  accessibility text not null default '',
  facilities uuid[] not null default '{}'
);
create index location_organisation on location (organisation_id);

create table service (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  location_id uuid references location,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  catchment jsonb not null default '{"kind":"network"}', -- Catchment, domain/catchment.ts
  catchment_version integer not null default 1,
  capacity integer check (capacity >= 0), -- null: unlimited; 0: takes no referrals now
  paused_until date,
  status text not null default 'active' check (status in ('active', 'paused', 'archived')),
  phone text, email citext, website text,
  ways text[] not null default '{}',
  image text, image_alt text,
  source_key text unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index service_organisation on service (organisation_id);
create index service_words on service using gin (plain(name) gin_trgm_ops);

create table service_in_network (
  service_id uuid not null references service,
  network_id uuid not null references network,
  active boolean not null default true,
  listed boolean not null default false,
  restrictions jsonb not null default '{}', -- Restrictions, domain/service.ts
  primary key (service_id, network_id)
);
create index service_in_network_network on service_in_network (network_id);

-- One row per category that a service offers in a network, with all that narrows the candidates for a person by index.
create table service_category (
  network_id uuid not null references network,
  category_id uuid not null references category,
  service_id uuid not null references service,
  reach box not null, -- the catchment's bounding box; the whole plane where it has none
  venue point, -- (longitude, latitude), for the nearest
  open boolean not null, -- active, not paused, capacity not 0, its organisation active with the current agreement
  primary key (network_id, category_id, service_id)
);
create index service_category_service on service_category (service_id);
create index service_category_candidates on service_category using gist (category_id, reach) where open;
create index service_category_nearest on service_category using gist (category_id, venue);

create table opening_hours (
  id uuid primary key default gen_random_uuid(),
  service_id uuid references service on delete cascade,
  organisation_id uuid references organisation on delete cascade,
  weekday smallint not null check (weekday between 1 and 7), -- 1 Monday
  opens time not null,
  closes time not null, -- at or before opens: past midnight
  check (num_nonnulls(service_id, organisation_id) = 1)
);
create index opening_hours_service on opening_hours (service_id);
create index opening_hours_organisation on opening_hours (organisation_id);
create table closure (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service on delete cascade,
  first_day date not null, last_day date not null check (last_day >= first_day),
  reason text not null default ''
);
create index closure_service on closure (service_id);

-- Places ----------------------------------------------------------------------------------------------------------------

create table postcode (
  code text primary key, -- without the space: L40TH
  latitude real, longitude real,
  authority_code text,
  precision smallint not null default 0, -- 0 at the postcode, 1 approximate, 2 no position
  edition text not null
);
create table outward_code (
  code text primary key,
  latitude double precision not null, longitude double precision not null,
  authority_code text,
  source text not null default 'drawn' check (source in ('drawn', 'imported'))
);
create table import_batch (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  file text not null,
  fingerprint text not null,
  lines bigint not null default 0,
  imported bigint not null default 0,
  skipped bigint not null default 0,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  unique (kind, file, fingerprint)
);

-- Referrals: the lean rows that lists read -----------------------------------------------------------------------------

create table referral (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references network,
  submission_id uuid not null, -- shared by the referrals of linked networks
  reference text not null unique,
  status text not null check (status in ('needs_placing', 'open', 'accepted', 'withdrawn', 'unmet', 'closed')),
  progress text not null check (progress in ('opened', 'accepted', 'outcome', 'closed')),
  urgent boolean not null default false,
  restricted boolean not null default false,
  origin text not null check (origin in ('member', 'link', 'embed', 'self', 'api')),
  entry_link_id uuid references entry_link,
  referrer_organisation_id uuid references organisation,
  referrer_user_id uuid references "user",
  form_version_id uuid references form_version,
  starts_from_service_id uuid references service, -- FORM-10
  initials text, age_band text, outward_code text, authority_code text, -- blanked on erasure
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  consent_withdrawn_at timestamptz,
  anonymised_at timestamptz,
  hold_reason_note uuid,
  unique (submission_id, network_id)
);
create index referral_network on referral (network_id, opened_at desc, id);
create index referral_network_status on referral (network_id, status, opened_at desc, id);
create index referral_urgent on referral (network_id, opened_at desc, id) where urgent and status in ('needs_placing', 'open', 'accepted');
create index referral_reference_words on referral using gin (reference gin_trgm_ops);

create table need (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  category_id uuid not null references category,
  label text not null, -- as the category was called then
  status text not null check (status in ('unplaced', 'waiting', 'helped', 'met', 'ended', 'unmet', 'withdrawn')),
  outcome_id uuid references outcome,
  successful boolean,
  unmet_reason_id uuid references term,
  position integer not null default 0,
  unique (referral_id, category_id)
);

create table shortlist_item (
  referral_id uuid not null references referral,
  service_id uuid not null references service,
  organisation_id uuid not null references organisation,
  category_ids uuid[] not null, -- the needs that it meets
  position integer not null,
  added_by text not null check (added_by in ('suggested', 'referrer', 'recipient', 'coordinator')),
  reasons jsonb not null default '[]',
  primary key (referral_id, service_id)
);

create table assignment (
  id uuid primary key default gen_random_uuid(),
  nth bigint not null generated always as identity, -- the order of asking, also within one moment
  referral_id uuid not null references referral,
  network_id uuid not null references network,
  service_id uuid not null references service,
  organisation_id uuid not null references organisation,
  status text not null check (status in ('pending', 'accepted', 'rejected', 'lapsed', 'withdrawn', 'reassigned', 'stood_down', 'closed', 'referred_on')),
  via text not null check (via in ('route', 'split', 'refer_on', 'placement')),
  from_assignment_id uuid references assignment,
  asked_at timestamptz not null,
  clock_from timestamptz not null, -- asked, or put back to waiting
  clock_round integer not null default 1,
  question_asked_at timestamptz,
  question_answered_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references "user",
  ended_at timestamptz,
  plain_accept boolean not null default false, -- only such can be undone
  reason_id uuid references term,
  handler_user_id uuid references "user"
);
create index assignment_referral on assignment (referral_id);
create index assignment_load on assignment (service_id, status) where status in ('pending', 'accepted');
create index assignment_waiting on assignment (clock_from) where status = 'pending';

create table assignment_need (
  assignment_id uuid not null references assignment,
  need_id uuid not null references need,
  live boolean not null,
  given_up boolean not null default false, -- split off, referred on or handed back by this service
  primary key (assignment_id, need_id)
);
create unique index one_live_assignment_per_need on assignment_need (need_id) where live;

-- One row per organisation on a referral: what lists read, written only with the referral (db/referrals.ts).
create table referral_party (
  referral_id uuid not null references referral,
  organisation_id uuid not null references organisation,
  side text not null check (side in ('sent', 'received')),
  standing text not null check (standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on', 'gone', 'shortlisted')),
  network_id uuid not null,
  status text not null,
  urgent boolean not null,
  opened_at timestamptz not null,
  waiting_since timestamptz,
  primary key (organisation_id, referral_id, side)
);
create index referral_party_referral on referral_party (referral_id);
create index referral_party_newest on referral_party (organisation_id, side, opened_at desc, referral_id) where standing not in ('gone', 'shortlisted');
create index referral_party_waiting on referral_party (organisation_id, waiting_since, referral_id) where waiting_since is not null;
create index referral_party_standing on referral_party (organisation_id, standing, opened_at desc, referral_id);
create index referral_party_status on referral_party (organisation_id, side, status, opened_at desc, referral_id) where standing not in ('gone', 'shortlisted');

create table outcome_entry (
  id uuid primary key default gen_random_uuid(),
  assignment_id uuid not null references assignment,
  need_id uuid not null references need,
  outcome_id uuid not null references outcome,
  label text not null,
  successful boolean not null,
  user_id uuid references "user",
  at timestamptz not null
);
create index outcome_entry_assignment on outcome_entry (assignment_id);

-- What happened. Ids and codes only; words that people wrote are notes, which can be erased.
create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null,
  network_id uuid, referral_id uuid, assignment_id uuid,
  party text not null, -- recipient, referrer, coordinator, person, clock, administrator, system
  user_id uuid, organisation_id uuid,
  note_id uuid,
  codes jsonb not null default '{}'
);
create index event_referral on event (referral_id, id) where referral_id is not null;
create index event_network on event (network_id, id);
create trigger event_kept before update or delete on event for each row execute function forbid_change();

create table view_record (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  user_id uuid not null, organisation_id uuid,
  referral_id uuid, person_id uuid,
  what text not null, -- page, api, csv, file, break_glass
  token_id uuid
);
create index view_record_referral on view_record (referral_id, id);
create trigger view_record_kept before update or delete on view_record for each row execute function forbid_change();

create table break_glass (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  user_id uuid not null references "user",
  reason text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null
);

-- What identifies or describes a person: tables of their own, under row-level security --------------------------------

create table referral_person (
  referral_id uuid primary key references referral,
  title text, first_name text not null default '', last_name text not null default '',
  phone text, email citext, preferred_contact text,
  date_of_birth text check (date_of_birth ~ '^\d{4}(-\d{2}(-\d{2})?)?$'), -- as much as is known
  address_1 text, address_2 text, town text, county text, postcode text, no_fixed_address boolean not null default false,
  latitude double precision, longitude double precision, approximate boolean not null default false,
  safe_contact jsonb,
  match_hash bytea -- keyed hash of name, date of birth and postcode (FORM-15)
);
create index referral_person_words on referral_person using gin (plain(first_name || ' ' || last_name) gin_trgm_ops);
create index referral_person_match on referral_person (match_hash);
create table referral_detail (
  referral_id uuid primary key references referral,
  circumstances text not null default '',
  household_size integer, household_ages jsonb,
  demographics jsonb not null default '{}',
  health text
);
create table referral_answer (
  referral_id uuid not null references referral,
  question text not null,
  organisation_id uuid references organisation, -- asked by one organisation, for it alone
  value jsonb not null,
  unique nulls not distinct (referral_id, question, organisation_id)
);
create table referral_source (
  referral_id uuid primary key references referral,
  name text, organisation text, email citext, phone text
);
create table consent (
  referral_id uuid primary key references referral,
  wording_id uuid not null references consent_wording,
  scope text not null check (scope in ('named', 'network')),
  how text not null check (how in ('spoken', 'written', 'in_person', 'self')),
  asked_by_user_id uuid references "user",
  asked_by_name text,
  given_at timestamptz not null,
  widened_at timestamptz, -- asked again for a service beyond the scope
  lawful_basis text
);
create table note (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  assignment_id uuid references assignment,
  kind text not null check (kind in ('regular', 'private', 'reason', 'closing', 'message', 'outcome', 'question', 'answer')),
  body text not null check (length(body) between 1 and 10000),
  author_user_id uuid references "user",
  author_organisation_id uuid references organisation,
  at timestamptz not null
);
create index note_referral on note (referral_id, at);
create table file (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid references referral,
  person_id uuid,
  name text not null, type text not null, bytes bigint not null, storage_key text not null unique,
  state text not null default 'ready' check (state in ('held', 'ready', 'refused')),
  added_by_user_id uuid references "user", added_by_organisation_id uuid references organisation,
  added_at timestamptz not null, removed_at timestamptz
);
create index file_referral on file (referral_id);
create table draft (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user",
  organisation_id uuid not null references organisation,
  network_id uuid not null references network,
  body jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index draft_user on draft (user_id, updated_at desc);

-- PPL: each organisation's own records of people.
create table person (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  title text, first_name text not null default '', last_name text not null default '',
  phone text, email citext, preferred_contact text,
  date_of_birth text check (date_of_birth ~ '^\d{4}(-\d{2}(-\d{2})?)?$'), -- as much as is known
  address_1 text, address_2 text, town text, county text, postcode text,
  safe_contact jsonb,
  match_hash bytea,
  merged_into_id uuid references person,
  touched_at timestamptz, -- by a person; an untouched record goes when its acceptance is undone
  created_at timestamptz not null default now()
);
create index person_organisation on person (organisation_id, last_name, first_name);
create index person_match on person (organisation_id, match_hash);
create table person_tag (
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  tag text not null check (length(tag) between 1 and 80),
  primary key (person_id, tag)
);
create table person_referral (
  person_id uuid not null references person on delete cascade,
  referral_id uuid not null references referral,
  assignment_id uuid references assignment,
  organisation_id uuid not null references organisation,
  primary key (person_id, referral_id)
);

-- FORM-11, RPT-4: consent refused, counted without identity.
create table consent_refusal (
  id bigint generated always as identity primary key,
  network_id uuid not null references network,
  category_id uuid not null references category,
  authority_code text,
  month date not null
);

-- Sending, the clock, tokens, limits ------------------------------------------------------------------------------------

create table message (
  id uuid primary key default gen_random_uuid(),
  message_id text not null unique, -- made with the row, so that a repeat carries the same
  template text not null,
  event_id bigint,
  user_id uuid references "user", organisation_id uuid references organisation, referral_id uuid references referral, invitation_id uuid references invitation,
  recipient text not null, -- user:…, team:…, person:…, invitation:…: an id, never an address
  codes jsonb not null default '{}', -- ids, reference, labels of needs and area; nothing about a person
  status text not null default 'queued' check (status in ('queued', 'sent', 'held', 'dropped')),
  lane text not null default '',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  unique nulls not distinct (event_id, recipient, template)
);
create index message_due on message (next_attempt_at) where status = 'queued';

create table clock_step (
  assignment_id uuid not null references assignment,
  round integer not null,
  step text not null check (step in ('remind', 'escalate', 'pass_on', 'resume')),
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (assignment_id, round, step)
);
create index clock_step_due on clock_step (due_at) where done_at is null;

create table token (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user",
  organisation_id uuid references organisation,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create table idempotency (
  user_id uuid not null references "user",
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  referral_id uuid,
  at timestamptz not null default now(),
  primary key (user_id, key)
);
create table saved_search (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user",
  kind text not null,
  name text,
  body jsonb not null,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now()
);
create index saved_search_user on saved_search (user_id, kind, used_at desc);

-- The second line -------------------------------------------------------------------------------------------------------

/* May the one who acts read what identifies the person of this referral? The same rule as domain/policy.ts; test/policy-agrees proves it. */
create function may_read_content(of_referral uuid) returns boolean language sql stable security definer set search_path = public as $$
  select acting_as_system() or exists (
    select from referral r where r.id = of_referral and r.consent_withdrawn_at is null and (
      exists (select from referral_party p where p.referral_id = r.id and p.organisation_id = acting_organisation()
                and p.standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on')
                and (p.standing <> 'waiting' or coalesce((select (n.settings ->> 'identityBeforeAcceptance')::boolean
                       from network n where n.id = r.network_id), true)))
      or exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = r.network_id and g.role = 'coordinator'
                and (not r.restricted or exists (select from break_glass b
                       where b.referral_id = r.id and b.user_id = g.user_id and b.expires_at > now()))))) $$;

create function within_referral(of_referral uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from referral r where r.id = of_referral and (
    exists (select from organisation_in_network o where o.network_id = r.network_id and o.organisation_id = acting_organisation())
    or exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = r.network_id))) $$;

grant usage on schema public to onward_app;
grant select, insert, update, delete on all tables in schema public to onward_app;
grant usage on all sequences in schema public to onward_app;
revoke update, delete, truncate on event, view_record, consent_wording from onward_app;
alter default privileges in schema public grant select, insert, update, delete on tables to onward_app;
alter default privileges in schema public grant usage on sequences to onward_app;

do $$
declare of text;
begin
  foreach of in array array['referral_person', 'referral_detail', 'referral_source', 'consent'] loop
    execute format('alter table %I enable row level security', of);
    execute format('create policy content on %I using (may_read_content(referral_id)) with check (may_read_content(referral_id))', of);
  end loop;
  foreach of in array array['person', 'person_tag', 'person_referral'] loop
    execute format('alter table %I enable row level security', of);
    execute format('create policy own on %I using (acting_as_system() or organisation_id = acting_organisation())', of);
  end loop;
end $$;
-- An organisation's own questions go only to it, and to those who sent the answers.
alter table referral_answer enable row level security;
create policy content on referral_answer using (may_read_content(referral_id)
  and (organisation_id is null or organisation_id = acting_organisation() or acting_as_system() or exists (
    select from referral r where r.id = referral_id and r.referrer_organisation_id = acting_organisation())))
  with check (may_read_content(referral_id));
alter table note enable row level security;
create policy reading on note for select using (
  acting_as_system() or author_user_id = acting_user() or (kind <> 'private' and may_read_content(referral_id)));
create policy writing on note for insert with check (acting_as_system() or (author_user_id = acting_user() and within_referral(referral_id)));
create policy erasing on note for delete using (acting_as_system());
alter table file enable row level security;
create policy content on file using (acting_as_system() or (referral_id is not null and may_read_content(referral_id))
  or (person_id is not null and added_by_organisation_id = acting_organisation()));
alter table draft enable row level security;
create policy own on draft using (acting_as_system() or user_id = acting_user());
alter table saved_search enable row level security;
create policy own on saved_search using (acting_as_system() or user_id = acting_user());
