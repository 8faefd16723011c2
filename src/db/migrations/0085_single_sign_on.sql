-- Single sign-on: which person of which provider an account belongs to. An address may change hands; issuer and subject never do.

create table provider_link (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  user_id uuid not null references "user" on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (user_id, issuer)
);

-- How the session was opened. Null: with our own password.
alter table session add column by_provider text check (by_provider in ('one_factor', 'two_factors'));
