-- Two hundred organisations of two people each, who are signed in and hold tokens. After them a coordinator (401) and an administrator (402).
insert into organisation (id, name, description, phone, confirmed_at)
  select bench.id('organisation', n), 'Organisation ' || n, 'Helps people.', '0151 496 0300', now() from generate_series(1, 200) n;
insert into "user" (id, name, email, email_verified, platform_administrator)
  select bench.id('user', n), 'Person ' || n, 'person' || n || '@example.org', true, n = 402 from generate_series(1, 402) n;
insert into membership (user_id, organisation_id, role)
  select bench.id('user', n), bench.id('organisation', 1 + (n - 1) / 2), case n % 2 when 0 then 'primary' else 'member' end from generate_series(1, 400) n;
insert into session (token_hash, user_id, created_at, used_at, expires_at)
  select sha256(convert_to(rpad('bench-session-of-user-number-' || n || '-', 43, '0'), 'UTF8')), bench.id('user', n), now(), now(), now() + interval '12 hours'
  from generate_series(1, 402) n;
insert into token (user_id, organisation_id, name, hash, scopes, expires_at)
  select bench.id('user', n), case when n <= 400 then bench.id('organisation', 1 + (n - 1) / 2) end, 'bench',
    sha256(convert_to('bench-token-of-user-number-' || n, 'UTF8')),
    array['directory:read', 'services:write', 'referrals:read', 'referrals:write', 'reports:read'], now() + interval '10 years'
  from generate_series(1, 402) n;
