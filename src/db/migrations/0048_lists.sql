-- What lists of referrals are narrowed by, so that any combination is found by index among a million.

-- The categories of a referral's needs, the area it comes from and whether it is restricted, in one set: an index over sets
-- answers any mixture of them.
create function area_facet(code text) returns uuid language sql immutable strict parallel safe
  as $$ select md5('area ' || code)::uuid $$;
create function restricted_facet() returns uuid language sql immutable parallel safe as $$ select md5('restricted')::uuid $$;
create function facets_of(of_referral referral) returns uuid[] language sql stable as $$
  select array_remove(array(select distinct n.category_id from need n where n.referral_id = of_referral.id order by 1)
    || area_facet(of_referral.authority_code) || case when of_referral.restricted then restricted_facet() end, null) $$;

create table referral_facet (
  referral_id uuid primary key references referral on delete cascade,
  facets uuid[] not null
);
create index referral_facet_any on referral_facet using gin (facets) with (fastupdate = off);

create function keep_facets(of_referrals uuid[]) returns void language sql set search_path = public as $$
  insert into referral_facet (referral_id, facets)
    select r.id, facets_of(r) from referral r where r.id = any(of_referrals)
  on conflict (referral_id) do update set facets = excluded.facets where referral_facet.facets <> excluded.facets $$;

create function facets_of_needs() returns trigger language plpgsql as $$
begin
  perform keep_facets(array(select distinct referral_id from changed));
  return null;
end $$;
create trigger facets_added after insert on need referencing new table as changed for each statement execute function facets_of_needs();
create trigger facets_removed after delete on need referencing old table as changed for each statement execute function facets_of_needs();

create function facets_of_one() returns trigger language plpgsql as $$
begin
  perform keep_facets(array[(to_jsonb(new) ->> tg_argv[0])::uuid]);
  return null;
end $$;
create trigger facets_merged after update of category_id on need for each row
  when (old.category_id <> new.category_id) execute function facets_of_one('referral_id');
create trigger facets_moved after update of authority_code, restricted on referral for each row
  when (old.authority_code is distinct from new.authority_code or old.restricted <> new.restricted) execute function facets_of_one('id');

insert into referral_facet (referral_id, facets)
  select r.id, facets_of(r) from referral r;

-- One's own and one's colleagues' work, what is still waited for, and a reference by its first letters.
create index assignment_handler on assignment (handler_user_id, referral_id) where handler_user_id is not null and status in ('pending', 'accepted');
create index referral_referrer on referral (referrer_user_id, opened_at desc, id);
create index referral_open on referral (network_id, opened_at, id) where status in ('needs_placing', 'open');
create index referral_reference_letters on referral (reference text_pattern_ops);

-- Everything of an organisation's that is urgent and not ended; and how many of each, from the index alone.
create index referral_party_urgent on referral_party (organisation_id, side, opened_at desc, referral_id)
  where urgent and standing not in ('gone', 'shortlisted') and status in ('needs_placing', 'open', 'accepted');
create index referral_party_counts on referral_party (organisation_id, side, standing, status) include (network_id, waiting_since, urgent, referral_id);
