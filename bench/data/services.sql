-- Services :first to :last, in one network: catchments of every kind, one to three categories each.
create temporary table made as
  select n, bench.id('service', n) as id, bench.id('location', n) as location, bench.id('organisation', 1 + (n - 1) % 200) as organisation,
    d.outward, d.code as authority, d.lat, d.lng
  from generate_series(:first, :last) n join bench.district d on d.nth = 1 + (bench.chance('where', n) * 799)::integer;
insert into location (id, organisation_id, name, address_1, city, postcode, latitude, longitude, authority_code)
  select location, organisation, 'Venue ' || n, n || ' High Street', 'Town', outward || ' 1AA', lat, lng, authority from made;
insert into service (id, organisation_id, location_id, name, description, catchment, capacity)
  select id, organisation, location, 'Service ' || n, 'Somebody to talk to about it.', case n % 6
      when 0 then '{"kind":"everywhere"}'
      when 1 then '{"kind":"network"}'
      when 2 then jsonb_build_object('kind', 'authorities', 'authorities', jsonb_build_array(authority))
      when 3 then jsonb_build_object('kind', 'districts', 'districts', jsonb_build_array(outward))
      when 4 then jsonb_build_object('kind', 'radius', 'metres', 15000)
      else jsonb_build_object('kind', 'drawn', 'shape', jsonb_build_object('type', 'MultiPolygon', 'coordinates', jsonb_build_array(jsonb_build_array(
        (select jsonb_agg(jsonb_build_array(lng + 0.15 * cos(radians(15 * (k % 24))), lat + 0.1 * sin(radians(15 * (k % 24)))) order by k) from generate_series(0, 24) k)))))
    end::jsonb, case when n % 3 = 0 then null else 20 + n % 40 end
  from made;
insert into service_in_network (service_id, network_id, listed) select id, :network, true from made;
insert into service_category (network_id, category_id, service_id, reach, open)
  select :network, bench.id(:tree, 8 + (bench.chance('category' || k, n) * 31)::integer), id, '(180,90),(-180,-90)'::box, true
  from made, generate_series(1, 3) k where k <= 1 + n % 3 on conflict do nothing;
insert into opening_hours (service_id, weekday, opens, closes) select id, d, '09:00', '17:00' from made, generate_series(1, 5) d;
drop table made;
