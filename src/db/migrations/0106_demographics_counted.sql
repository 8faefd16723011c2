-- RPT-5: what was said of people, to be counted. Only to whoever may read the referral anyway, and never of a restricted one.

/* Whether who acts may see the figures of the organisation acted for: one row, or none. */
create function figures_of_own() returns table (organisation_id uuid) language sql stable security definer set search_path = public as $$
  select m.organisation_id from membership m where m.user_id = acting_user() and m.organisation_id = acting_organisation()
    and m.ended_at is null and (m.role = 'primary' or m.may_see_reports) $$;

/* `of_side`: network (its coordinator), received or sent (the acting organisation, by somebody who may see its figures). */
create function demographics_counted(of_side text, of_network uuid, of_key text, since timestamptz, until timestamptz)
returns table (referral_id uuid, options text[]) language sql stable security definer set search_path = public as $$
  select r.id, array(select jsonb_array_elements_text(case jsonb_typeof(d.demographics -> of_key)
      when 'array' then d.demographics -> of_key when 'string' then jsonb_build_array(d.demographics ->> of_key) else '[]' end))
  from referral r join referral_detail d on d.referral_id = r.id
  where r.opened_at >= since and r.opened_at < until and r.consent_withdrawn_at is null
    and case of_side
      when 'network' then r.network_id = of_network and not r.restricted and exists (select from grant_in_network g
        where g.user_id = acting_user() and g.network_id = of_network and g.role = 'coordinator')
      when 'received' then exists (select from figures_of_own())
        and r.id in (select p.referral_id from referral_party p where p.organisation_id = acting_organisation()
          and p.side = 'received' and p.standing in ('waiting', 'helping', 'closed', 'referred_on'))
      when 'sent' then exists (select from figures_of_own())
        and r.id in (select p.referral_id from referral_party p where p.organisation_id = acting_organisation() and p.side = 'sent')
      else false end $$;
