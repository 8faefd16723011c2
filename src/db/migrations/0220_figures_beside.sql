-- RPT: how long things took, in whole seconds, is reckoned when they change, not for each of a million whenever somebody asks; and an asking has beside it
-- what its figures are cut by and whether it counts. What then stands in two places is kept equal by the referral's own row, also when
-- it is blanked, and `onward doctor` checks it.

alter table referral
  add column taken_seconds integer generated always as (floor(date_part('epoch', taken_at - opened_at))::integer) stored;
drop index assignment_figures, referral_figures, referral_party_figures, referral_detail_figures, need_figures, assignment_let_go;

-- As a change of type, so that the table is written once and its indexes made in one go: a million updates take ten times as long.
create function area_before(of_referral uuid) returns text language sql stable as $$ select authority_code from referral where id = of_referral $$;
create function counted_before(of_referral uuid) returns boolean language sql stable
  as $$ select not restricted and consent_withdrawn_at is null from referral where id = of_referral $$;
alter table assignment
  add column authority_code text,
  add column counted boolean not null default true; -- neither restricted nor taken back by the person
alter table assignment
  alter column authority_code type text using area_before(referral_id),
  alter column counted type boolean using counted_before(referral_id),
  add column answer_seconds integer generated always as (floor(date_part('epoch', answered_at - asked_at))::integer) stored,
  add column close_seconds integer
    generated always as (case when status = 'closed' then floor(date_part('epoch', ended_at - asked_at))::integer end) stored;
drop function area_before, counted_before;

create function keep_askings() returns trigger language plpgsql as $$
begin
  update assignment set authority_code = new.authority_code, counted = not new.restricted and new.consent_withdrawn_at is null
    where referral_id = new.id;
  return null;
end $$;
create trigger askings_moved after update of authority_code, restricted, consent_withdrawn_at on referral for each row
  when ((old.authority_code, old.restricted, old.consent_withdrawn_at) is distinct from (new.authority_code, new.restricted, new.consent_withdrawn_at))
  execute function keep_askings();

-- What stands beside referrals is in the order of the referrals themselves, so that both are read along each other once.
create index referral_figures on referral (network_id, opened_at, id)
  include (status, referrer_organisation_id, authority_code, outward_code, age_band, origin, urgent, taken_seconds, anonymised_at)
  where not restricted and consent_withdrawn_at is null;
create index need_figures on need (network_id, opened_at, referral_id) include (category_id, status, outcome_id);
create index referral_party_figures on referral_party (network_id, opened_at, referral_id) include (organisation_id, standing)
  where side = 'received' and standing <> 'shortlisted';
create index referral_detail_figures on referral_detail (network_id, opened_at, referral_id);
create index assignment_figures on assignment (network_id, asked_at)
  include (referral_id, organisation_id, status, answer_seconds, close_seconds, reason_id, category_ids, authority_code) where counted;
create index assignment_let_go on assignment (network_id) include (referral_id, organisation_id)
  where answered_at is not null and status in ('withdrawn', 'reassigned', 'stood_down', 'lapsed');

/* Counts alone, of all of a network, for its coordinator: the answer or none, whole days to the first acceptance or none, whether unmet.
   Of what was anonymised the whole months of these days are in demographics_tallied. What people said is told apart as it was written, and taken
   to pieces once for each way of saying it. The planner takes the three conditions of the join for independent, expects a single row and
   would sort what it finds instead of hashing it. */
create or replace function demographics_of_network(of_network uuid, of_key text, first_day date, last_day date)
returns table (option text, days integer, unmet boolean, count integer)
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan set enable_sort = off as $$
declare
  since timestamptz := first_day::timestamp at time zone 'Europe/London';
  until timestamptz := (last_day + 1)::timestamp at time zone 'Europe/London';
  tallied_from timestamptz := date_trunc('month', first_day + interval '1 month' - interval '1 day') at time zone 'Europe/London';
  tallied_until timestamptz := date_trunc('month', last_day + interval '1 day') at time zone 'Europe/London';
begin
  if not exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = of_network and g.role = 'coordinator') then
    return;
  end if;
  if tallied_until <= tallied_from then tallied_from := until; tallied_until := until; end if;
  return query
    with answered as (
      select d.demographics -> of_key as said, r.taken_seconds / 86400 as days,
        r.status in ('unmet', 'needs_placing') as unmet, count(*) as count
      from referral_detail d join referral r on r.network_id = d.network_id and r.opened_at = d.opened_at and r.id = d.referral_id
      where d.network_id = of_network and d.opened_at >= since and d.opened_at < until
        and r.network_id = of_network and r.opened_at >= since and r.opened_at < until and not r.restricted and r.consent_withdrawn_at is null
      group by 1, 2, 3),
    blank as (
      select null::jsonb, r.taken_seconds / 86400, r.status in ('unmet', 'needs_placing'), count(*)
      from (values (since, tallied_from), (tallied_until, until)) part(since, until)
      join referral r on r.network_id = of_network and r.opened_at >= part.since and r.opened_at < part.until
      where not r.restricted and r.consent_withdrawn_at is null and r.anonymised_at is not null
      group by 2, 3)
    select o.option, c.days, c.unmet, sum(c.count)::integer from (table answered union all table blank) c
    left join lateral jsonb_array_elements_text(case jsonb_typeof(c.said)
      when 'array' then c.said when 'string' then jsonb_build_array(c.said) else '[]' end) o(option) on true
    group by 1, 2, 3;
end $$;
