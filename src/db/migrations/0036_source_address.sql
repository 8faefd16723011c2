-- Who referred without an account is told by the address that they gave; whoever acts need not be able to read it.
create function source_address(of_referral uuid) returns citext language sql stable security definer set search_path = public as $$
  select s.email from referral_source s join referral r on r.id = s.referral_id
  where s.referral_id = of_referral and r.origin in ('link', 'embed', 'self') and r.consent_withdrawn_at is null $$;
