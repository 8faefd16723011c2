-- API-4: after much was taken in, statements would be planned for the tables as they were until PostgreSQL looks for itself, a minute
-- or more later: lists of thousands of services then take many seconds. Whoever imports may have the tables counted at once.

create function count_directory_anew() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze organisation, organisation_in_network, location, category, service, service_in_network, service_category, opening_hours, closure;
end $$;
