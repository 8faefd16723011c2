-- The same id for the same thing on every run; as idOf in data.ts.
create schema if not exists bench;
create or replace function bench.id(kind text, n bigint) returns uuid language sql immutable parallel safe as $$
  select (left(h, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || right(h, 12))::uuid
  from (select md5(kind || n) as h) as hashed $$;
/* Between 0 and 1, as if by chance, but the same every time. */
create or replace function bench.chance(what text, n bigint) returns double precision language sql immutable parallel safe as $$
  select ('x' || left(md5(what || n), 8))::bit(32)::bigint / 4294967296.0::double precision $$;
/* As varied as names are. */
create or replace function bench.name(what text, n bigint) returns text language sql immutable parallel safe as $$
  select string_agg((array['ka', 'mo', 'ri', 'sal', 'ten', 'lu', 'nis', 'jo', 'har', 'pe', 'dov', 'vi', 'gan', 'fre', 'bea', 'wy'])
    [1 + get_byte(decode(md5(what || n), 'hex'), k) % 16], '' order by k) from generate_series(0, 3) k $$;
/* As domain/reference.ts writes them, with the letter that checks the others; no two are alike. */
create or replace function bench.reference(n bigint) returns text language sql immutable parallel safe as $$
  select left(whole, 4) || '-' || right(whole, 5) from (
    select string_agg(substr(letters, digit + 1, 1), '' order by place)
      || substr(letters, (sum(digit * (place + 2)) % 23)::integer + 1, 1) as whole
    from (select '23456789CDFHJKMNPQRTWXY' as letters, place,
        (n * 48271000003 % 78310985281 / (23::numeric ^ place)::bigint % 23)::integer as digit from generate_series(0, 7) place) digits
    group by letters) written $$;
