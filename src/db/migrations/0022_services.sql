-- Services that are switched off and on with one press.

alter table service
  add column capacity_before integer check (capacity_before > 0); -- what it was before it was set to 0; null: no limit

-- Whose pause is over on a day, so that the clock finds them.
create index service_paused on service (paused_until) where paused_until is not null;

alter table location add column changed_at timestamptz not null default now();
