/* What an organisation wrote stays open to it when its part has ended, and so does the answer to what it asked; until consent is withdrawn. */
create function is_of_ones_own(of_referral uuid, author_organisation uuid, of_assignment uuid, of_kind text) returns boolean
language sql stable security definer set search_path = public as $$
  select (author_organisation = acting_organisation() or (of_kind = 'answer' and exists (select from assignment a
      where a.id = of_assignment and a.organisation_id = acting_organisation())))
    and exists (select from referral r where r.id = of_referral and r.consent_withdrawn_at is null) $$;

drop policy reading on note;
create policy reading on note for select using (
  acting_as_system() or author_user_id = acting_user() or (kind <> 'private' and (may_read_content(referral_id)
    or is_of_ones_own(referral_id, author_organisation_id, assignment_id, kind))));
