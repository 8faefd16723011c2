-- PUB-2: what of each network's directory was public, and since when: so that who follows it is told what is new, what changed and what went.
-- Only what was public ever gets a row, and nothing in it but what was public.

create table directory_change (
  network_id uuid not null references network,
  service_id uuid not null references service,
  name text not null,
  organisation text not null,
  print text not null, -- of all that the public reads of it: another one where that changed
  added_at timestamptz not null,
  changed_at timestamptz not null,
  gone_at timestamptz,
  primary key (network_id, service_id)
);
create index directory_change_latest on directory_change (network_id, (greatest(changed_at, gone_at)) desc);
