-- What somebody sent after their session had ended: shown to them again once they are signed in, and gone after an hour.

create table unsent_form (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user" on delete cascade,
  address_hash bytea not null, -- of where it was sent: the same form is kept once
  sealed text not null, -- encrypted by the program's SECRET, for this user alone
  until timestamptz not null,
  unique (user_id, address_hash)
);
