-- What somebody keeps of their own account: a second step at sign-in, passkeys, another email address, where they are signed in.

alter table session
  add column browser text not null default 'other', -- its family and system alone (domain/device.ts)
  add column system text not null default 'other',
  add column proved_at timestamptz not null default now(); -- when they last showed that it is them

create table authenticator (
  user_id uuid primary key references "user" on delete cascade,
  secret bytea not null, -- encrypted by the program's SECRET
  added_at timestamptz not null,
  last_step bigint not null -- the newest half minute whose code was used: no code of it, or of one before it, counts again
);

create table recovery_code (
  user_id uuid not null references "user" on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user" on delete cascade,
  credential_id text not null unique, -- as the device named it, base64url
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_user on passkey (user_id);

create table email_change (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user" on delete cascade,
  email citext not null,
  old_email citext not null, -- is told
  token_hash bytea unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index email_change_of_user on email_change (user_id);

create index token_of_user on token (user_id, created_at desc);

create function has_second_step(of_user uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from authenticator a where a.user_id = of_user) or exists (select from passkey p where p.user_id = of_user) $$;

/* ADM-5: a network asks it of its coordinators and of the installation's administrators, and they have none yet. */
create function lacks_second_step(of_user uuid, is_administrator boolean, coordinated uuid[]) returns boolean language plpgsql stable as $$
begin
  if not is_administrator and cardinality(coordinated) = 0 then return false; end if;
  return exists (select from network n where n.archived_at is null and n.settings ->> 'requireTwoStep' = 'true'
    and (is_administrator or n.id = any(coordinated))) and not has_second_step(of_user);
end $$;
