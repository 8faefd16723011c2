-- An index of trigrams serves `like` with one pattern that the planner can see, not `like all` of an array: the statement is put
-- together anew for the words typed. The rule of who may read is the same as before, and as in may_read_content.
create or replace function search_people(words text, most integer) returns table (referral_id uuid)
language plpgsql stable security definer set search_path = public as $$
declare
  named text;
begin
  select string_agg(format('plain(p.first_name || '' '' || p.last_name) like %L',
      '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%'), ' and ') into named
    from regexp_split_to_table(plain(btrim(words)), '\s+') word where word <> '';
  if named is null then return; end if;
  return query execute format($query$
    select p.referral_id
    from referral_person p join referral r on r.id = p.referral_id
    where %s and r.consent_withdrawn_at is null
      and ((select bool_or(y.standing <> 'waiting' or coalesce((select (n.settings ->> 'identityBeforeAcceptance')::boolean
                from network n where n.id = r.network_id), true))
            from referral_party y where y.referral_id = r.id and y.organisation_id = acting_organisation()
              and y.standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on'))
        or (not r.restricted and r.network_id in (select g.network_id from grant_in_network g
             where g.user_id = acting_user() and g.role = 'coordinator')))
    order by r.opened_at desc limit $1 $query$, named) using most;
end $$;
