-- What was attached to a submission that waits for a coordinator's look; it goes where the submission goes.

alter table file add column held_submission_id uuid references held_submission;
create index file_held_submission on file (held_submission_id) where held_submission_id is not null;

/* Whoever may look at what is held sees what they are called, and no more. */
create function files_of_held(of_held uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(f.name order by f.added_at, f.id), '{}') from file f join held_submission h on h.id = f.held_submission_id
  where h.id = of_held and f.removed_at is null and (acting_as_system() or exists (
    select from grant_in_network g where g.user_id = acting_user() and g.network_id = h.network_id and g.role = 'coordinator')) $$;
