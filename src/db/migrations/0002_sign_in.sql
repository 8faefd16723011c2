-- Signing in: passwords, sessions, forgotten passwords, and the guesses counted against each account.

create table credential (
  user_id uuid primary key references "user" on delete cascade,
  password_hash text not null, -- argon2id, in its own notation
  changed_at timestamptz not null default now()
);

create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique, -- SHA-256 of what the cookie holds
  user_id uuid not null references "user" on delete cascade,
  organisation_id uuid references organisation, -- acted for; null: the first that the user belongs to
  network_id uuid references network, -- worked in; null: across all
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null -- however busy it is kept
);
create index session_of_user on session (user_id);
create index session_expiry on session (expires_at);

create table password_reset (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_of_user on password_reset (user_id);

-- One row per account or device that guesses, keyed so that the table names nobody.
create table guess (
  bucket bytea primary key,
  times timestamptz[] not null
);

alter table "user" add column demonstration boolean not null default false; -- shown on the sign-in page while DEMO is on

-- Whoever is disabled, or whose password or role changes, is signed out everywhere, whichever way the change came about.
create function end_sessions() returns trigger language plpgsql as $$
begin
  delete from session where user_id = coalesce(to_jsonb(new) ->> 'user_id', to_jsonb(old) ->> 'user_id', to_jsonb(old) ->> 'id')::uuid;
  return null;
end $$;
create trigger end_sessions after update on credential for each row execute function end_sessions();
create trigger end_sessions after update of disabled_at, platform_administrator on "user" for each row
  when (old.disabled_at is distinct from new.disabled_at or old.platform_administrator <> new.platform_administrator)
  execute function end_sessions();
create trigger end_sessions after update of role, ended_at on membership for each row
  when (old.role <> new.role or old.ended_at is distinct from new.ended_at) execute function end_sessions();
create trigger end_sessions after insert or delete on grant_in_network for each row execute function end_sessions();
