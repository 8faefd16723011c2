-- Setting up: what the one-time code of an empty installation is made from (with SECRET, so that the row alone gives nothing away),
-- and whether a network's coordinators put its checklist away.
create table set_up (
  only_one boolean primary key default true check (only_one),
  nonce bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table network add column checklist_hidden_at timestamptz;
update network set checklist_hidden_at = now();
