-- API-2: the list of what is public is touched by what changes it, not by every statement that might have: a save that leaves name and
-- place as they are, or changes no row at all, writes nothing more.

drop trigger listing_touched on service;
drop trigger listing_touched on service_in_network;
drop trigger listing_touched on organisation;
drop trigger listing_touched on organisation_in_network;
drop trigger listing_touched on network;
drop trigger listing_touched on location;

create trigger listing_come_or_gone after insert or delete on service for each row execute function touch_listing();
create trigger listing_touched after update of name, status, organisation_id, location_id on service for each row
  when ((old.name, old.status, old.organisation_id, old.location_id) is distinct from (new.name, new.status, new.organisation_id, new.location_id))
  execute function touch_listing();
create trigger listing_come_or_gone after insert or delete on service_in_network for each row execute function touch_listing();
create trigger listing_touched after update of active, listed on service_in_network for each row
  when ((old.active, old.listed) is distinct from (new.active, new.listed)) execute function touch_listing();
create trigger listing_gone after delete on organisation for each row execute function touch_listing();
create trigger listing_touched after update of name, archived_at on organisation for each row
  when ((old.name, old.archived_at) is distinct from (new.name, new.archived_at)) execute function touch_listing();
create trigger listing_come_or_gone after insert or delete on organisation_in_network for each row execute function touch_listing();
create trigger listing_touched after update of status on organisation_in_network for each row
  when (old.status is distinct from new.status) execute function touch_listing();
create trigger listing_touched after update of settings, archived_at on network for each row
  when ((old.settings, old.archived_at) is distinct from (new.settings, new.archived_at)) execute function touch_listing();
create trigger listing_gone after delete on location for each row execute function touch_listing();
create trigger listing_touched after update of secret on location for each row
  when (old.secret is distinct from new.secret) execute function touch_listing();
