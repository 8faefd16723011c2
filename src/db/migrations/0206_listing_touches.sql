-- API-2: what is public, and in which order, is asked far more often than it changes: a process keeps the whole list and asks here whether
-- it still holds. One row per transaction that may have changed it, seen by others together with what it changed; old rows make way for one new.

create table listing_touch (id uuid primary key default gen_random_uuid());
insert into listing_touch default values;

create function touch_listing() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if current_setting('onward.listing_touched', true) is distinct from 'yes' then
    insert into listing_touch default values;
    perform set_config('onward.listing_touched', 'yes', true);
  end if;
  return null;
end $$;

create trigger listing_touched after insert or delete or update of name, status, organisation_id, location_id on service
  for each statement execute function touch_listing();
create trigger listing_touched after insert or delete or update of active, listed on service_in_network
  for each statement execute function touch_listing();
create trigger listing_touched after delete or update of name, archived_at on organisation
  for each statement execute function touch_listing();
create trigger listing_touched after insert or delete or update of status on organisation_in_network
  for each statement execute function touch_listing();
create trigger listing_touched after update of settings, archived_at on network
  for each statement execute function touch_listing();
create trigger listing_touched after delete or update of secret on location
  for each statement execute function touch_listing();
