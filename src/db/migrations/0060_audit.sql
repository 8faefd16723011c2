-- What was done and what was read, sealed into one chain in order: changing, adding or taking away a row afterwards shows.

-- One text per row that never reads differently: the columns are named, so that a later migration changes no seal.
create function audit_line(row_of event) returns text language sql stable parallel safe as $$
  select jsonb_build_array('event', row_of.id, (extract(epoch from row_of.at) * 1000000)::bigint, row_of.action, row_of.network_id,
    row_of.referral_id, row_of.assignment_id, row_of.party, row_of.user_id, row_of.organisation_id, row_of.note_id, row_of.codes)::text $$;
create function audit_line(row_of view_record) returns text language sql stable parallel safe as $$
  select jsonb_build_array('view', row_of.id, (extract(epoch from row_of.at) * 1000000)::bigint, row_of.user_id, row_of.organisation_id,
    row_of.referral_id, row_of.person_id, row_of.what, row_of.token_id)::text $$;

create table audit_seal (
  n bigint primary key,
  source text not null check (source in ('event', 'view')),
  row_id bigint not null,
  hash bytea not null, -- SHA-256 of the seal before it and the row's line
  sealed_at timestamptz not null,
  unique (source, row_id)
);
create trigger audit_seal_kept before update or delete on audit_seal for each row execute function forbid_change();
revoke update, delete, truncate on audit_seal from onward_app;

/* Up to where every row is sealed. Ids are given before their rows can be seen: a candidate is settled once all that ran then has ended. */
create table audit_mark (
  source text primary key check (source in ('event', 'view')),
  settled bigint not null default 0,
  candidate bigint not null default 0,
  candidate_xmax xid8 not null default '0'
);
insert into audit_mark (source) values ('event'), ('view');
