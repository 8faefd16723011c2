-- Whoever tries postcode after postcode must not find out where a secret venue is: searches are neither narrowed nor ordered by it.
update service_category c set venue = null,
  reach = case when s.catchment ->> 'kind' = 'radius' then box '((180,90),(-180,-90))' else c.reach end
from service s join location l on l.id = s.location_id and l.secret where s.id = c.service_id;
