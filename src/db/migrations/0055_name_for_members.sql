/* RES-13: where a network shares names with its members, the name and nothing else; never of a restricted referral. */
create function name_for_members(of_referral uuid) returns text language sql stable security definer set search_path = public as $$
  select trim(concat_ws(' ', p.first_name, p.last_name)) from referral_person p join referral r on r.id = p.referral_id
    join network n on n.id = r.network_id
    join organisation_in_network m on m.network_id = r.network_id and m.organisation_id = acting_organisation() and m.status = 'active'
  where p.referral_id = of_referral and n.settings ->> 'membersSeeIdentity' = 'name' and not r.restricted
    and r.consent_withdrawn_at is null and r.anonymised_at is null $$;
