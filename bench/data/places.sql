-- Forty square authorities, each with twenty districts of twenty-five postcodes.
create or replace view bench.square as
  select n, 'E99' || lpad(n::text, 6, '0') as code, -4.5 + ((n - 1) % 8) * 0.6 as west, 50.6 + ((n - 1) / 8) * 0.9 as south,
    (array['AB','AL','B','BA','BB','BD','BH','BL','BN','BR','BS','CA','CB','CF','CH','CM','CO','CR','CT','CV','CW','DA','DD','DE','DG',
      'DH','DL','DN','DT','DY','EH','EN','EX','FK','FY','GL','GU','HA','HD','HG'])[n] as letters
  from generate_series(1, 40) n;
insert into area (code, name, geometry, bbox)
  select code, 'Authority ' || n, jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(
      jsonb_build_array(west, south), jsonb_build_array(west + 0.6, south), jsonb_build_array(west + 0.6, south + 0.9),
      jsonb_build_array(west, south + 0.9), jsonb_build_array(west, south)))),
    box(point(west + 0.6, south + 0.9), point(west, south))
  from bench.square on conflict do nothing;
create or replace view bench.district as
  select letters || d as outward, code, west + 0.06 + ((d - 1) % 5) * 0.12 as lng, south + 0.1 + ((d - 1) / 5) * 0.2 as lat, 20 * (n - 1) + d as nth
  from bench.square, generate_series(1, 20) d;
insert into outward_code (code, latitude, longitude, authority_code)
  select outward, lat, lng, code from bench.district on conflict (code) do update set latitude = excluded.latitude,
    longitude = excluded.longitude, authority_code = excluded.authority_code;
insert into postcode (code, latitude, longitude, authority_code, edition)
  select outward || (k % 9 + 1) || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + k % 20, 1) || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + k * 7 % 20, 1),
    lat + (k - 12) * 0.002, lng + (k * 7 % 25 - 12) * 0.002, code, 'bench'
  from bench.district, generate_series(0, 24) k on conflict do nothing;
