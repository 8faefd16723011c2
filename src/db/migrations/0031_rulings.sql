/* FORM-5: the answers that may rule services in or out, when a referral is suggested anew; to whoever may decide where it goes. */
create function suggestion_answers(of_referral uuid) returns table (question jsonb, value jsonb)
language sql stable security definer set search_path = public as $$
  select x.question, a.value
    from referral r join form_version f on f.id = r.form_version_id
    cross join lateral jsonb_array_elements(f.definition -> 'questions') with ordinality x(question, nth)
    join referral_answer a on a.referral_id = r.id and a.organisation_id is null and a.question = x.question ->> 'id'
    where r.id = of_referral and jsonb_array_length(coalesce(x.question -> 'effects', '[]')) > 0
      and (may_read_content(of_referral) or exists (select from assignment s
        where s.referral_id = of_referral and s.organisation_id = acting_organisation() and s.status = 'pending'))
    order by x.nth $$;
