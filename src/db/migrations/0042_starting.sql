-- Beginning from one organisation, and recognising the person of another referral.

/* FORM-10: what fresh suggestions go by, for the service that is letting a referral go (which may not read all of it), or the
   clock. No name, no address. */
create function suggestion_facts(of_referral uuid) returns table (born text, postcode text, demographics jsonb)
language sql stable security definer set search_path = public as $$
  select p.date_of_birth, p.postcode, coalesce(d.demographics, '{}')
    from referral_person p left join referral_detail d on d.referral_id = p.referral_id
    where p.referral_id = of_referral and (may_read_content(of_referral) or exists (select from assignment a
      where a.referral_id = of_referral and a.organisation_id = acting_organisation() and a.status = 'pending')) $$;

/* FORM-15: may the other be spoken of as perhaps the same person? */
create function is_open_to_comparison(r referral) returns boolean language sql stable as $$
  select r.status in ('needs_placing', 'open', 'accepted') and not r.restricted
    and r.consent_withdrawn_at is null and r.anonymised_at is null $$;

/* FORM-15: open referrals of the person with this hash, of those whose person the one who acts may read. Newest first. */
create function open_referrals_of(hash bytea, most integer) returns table (referral_id uuid)
language sql stable security definer set search_path = public as $$
  select r.id from referral_person p join referral r on r.id = p.referral_id
    where p.match_hash = hash and is_open_to_comparison(r) and may_read_content(r.id)
    order by r.opened_at desc, r.id limit most $$;

/* FORM-15: to those who read the person of this referral, other open referrals of the same network for perhaps the same person.
   Which of them they may see is another question. */
create function possible_duplicates(of_referral uuid, most integer) returns table (referral_id uuid)
language sql stable security definer set search_path = public as $$
  select o.id from referral r
    join referral_person p on p.referral_id = r.id
    join referral_person q on q.match_hash = p.match_hash and q.referral_id <> p.referral_id
    join referral o on o.id = q.referral_id
    where r.id = of_referral and is_open_to_comparison(r) and may_read_content(r.id)
      and o.network_id = r.network_id and is_open_to_comparison(o)
    order by o.opened_at desc, o.id limit most $$;
