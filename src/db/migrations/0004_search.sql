-- Searching by name applies the visibility rule inside and gives ids alone: operators that are not leak-proof can't use an
-- index under row-level security. Every word typed must be in the name. The same rule as may_read_content.
create function search_people(words text, most integer) returns table (referral_id uuid)
language sql stable security definer set search_path = public as $$
  with patterns as materialized (
    select array_agg('%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%') as all_of
    from regexp_split_to_table(plain(btrim(words)), '\s+') word where word <> '')
  select p.referral_id
  from patterns, referral_person p join referral r on r.id = p.referral_id
  where plain(p.first_name || ' ' || p.last_name) like all (all_of)
    and r.consent_withdrawn_at is null
    and (exists (select from referral_party y where y.referral_id = r.id and y.organisation_id = acting_organisation()
           and y.standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on')
           and (y.standing <> 'waiting' or coalesce((select (n.settings ->> 'identityBeforeAcceptance')::boolean
                  from network n where n.id = r.network_id), true)))
      or (not r.restricted and exists (select from grant_in_network g
           where g.user_id = acting_user() and g.network_id = r.network_id and g.role = 'coordinator')))
  order by r.opened_at desc limit most $$;
