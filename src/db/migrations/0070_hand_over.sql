-- RES-17: what somebody handed to a colleague, for good or while they are away. While cover lasts the colleague is told of what they are told.

create table hand_over (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  from_user_id uuid not null references "user",
  to_user_id uuid not null references "user",
  made_by uuid not null references "user",
  made_at timestamptz not null,
  from_day date not null,
  until_day date, -- the last day of cover; none: for good
  begun_at timestamptz, -- when the work went over
  ended_at timestamptz, -- when what was left of it went back, or was to stay
  check (from_user_id <> to_user_id),
  check (until_day >= from_day)
);
create unique index hand_over_open on hand_over (from_user_id, organisation_id) where ended_at is null;
create index hand_over_to on hand_over (to_user_id) where ended_at is null;

-- What went over when cover began: what is still with the colleague when it ends goes back.
create table handed_assignment (
  hand_over_id uuid not null references hand_over on delete cascade,
  assignment_id uuid not null references assignment,
  primary key (hand_over_id, assignment_id)
);
create index handed_assignment_of on handed_assignment (assignment_id);

/* A draft is its writer's alone, so that nobody else may move it: to a colleague of the same organisation, when the writer hands over or leaves. */
create function hand_on_drafts(organisation uuid, from_user uuid, to_user uuid) returns integer
language sql security definer set search_path = public as $$
  with moved as (
    update draft d set user_id = to_user where d.user_id = from_user and d.organisation_id = organisation
      and exists (select from membership m where m.user_id = to_user and m.organisation_id = organisation and m.ended_at is null)
    returning d.id),
  files as (update file f set added_by_user_id = to_user from moved where f.draft_id = moved.id and f.referral_id is null)
  select count(*)::integer from moved $$;
create function drafts_of(organisation uuid, writer uuid) returns integer
language sql stable security definer set search_path = public as $$
  select count(*)::integer from draft where user_id = writer and organisation_id = organisation $$;
