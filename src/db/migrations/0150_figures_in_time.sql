-- RPT: what figures are counted from stands in the order of time, in indexes that answer without the rows: a year is one stretch of each,
-- and nothing has to be put together that was written together. What is copied here never changes, but when the referral was first
-- accepted, which saveCase writes and `onward doctor` checks.

alter table referral add column taken_at timestamptz; -- first accepted, whatever came later
alter table need add column network_id uuid references network, add column opened_at timestamptz;
alter table referral_detail add column network_id uuid references network, add column opened_at timestamptz;
alter table assignment add column category_ids uuid[] not null default '{}'; -- of the needs that it was asked for

update referral r set taken_at = first.at from (
  select referral_id, min(answered_at) as at from assignment where answered_at is not null and status <> 'rejected' group by 1) first
  where first.referral_id = r.id;
update need n set network_id = r.network_id, opened_at = r.opened_at from referral r where r.id = n.referral_id;
update referral_detail d set network_id = r.network_id, opened_at = r.opened_at from referral r where r.id = d.referral_id;
update assignment a set category_ids = asked.ids from (
  select l.assignment_id, array_agg(n.category_id order by n.category_id) as ids from assignment_need l join need n on n.id = l.need_id group by 1) asked
  where asked.assignment_id = a.id;
alter table need alter column network_id set not null, alter column opened_at set not null;
alter table referral_detail alter column network_id set not null, alter column opened_at set not null;

drop index referral_figures, assignment_figures, need_unmet;
create index referral_figures on referral (network_id, opened_at)
  include (id, status, referrer_organisation_id, authority_code, outward_code, age_band, origin, urgent, taken_at, anonymised_at)
  where not restricted and consent_withdrawn_at is null;
create index need_figures on need (network_id, opened_at) include (referral_id, category_id, status, outcome_id);
create index need_unmet on need (network_id, opened_at) where status in ('unmet', 'unplaced');
create index assignment_figures on assignment (network_id, asked_at)
  include (referral_id, organisation_id, status, answered_at, ended_at, reason_id, category_ids);
create index assignment_let_go on assignment (referral_id, organisation_id)
  where answered_at is not null and status in ('withdrawn', 'reassigned', 'stood_down', 'lapsed');
create index referral_party_figures on referral_party (network_id, opened_at) include (referral_id, organisation_id, standing)
  where side = 'received' and standing <> 'shortlisted';
create index referral_detail_figures on referral_detail (network_id, opened_at);

drop function demographics_counted(text, uuid, text, timestamptz, timestamptz);

/* Of some referrals, for whoever may read them anyway: `of_side` network (its coordinator), received or sent (the acting organisation,
   by somebody who may see its figures). Never of a restricted one to the network. */
create function demographics_said(of_side text, of_network uuid, of_key text, of_referrals uuid[])
returns table (referral_id uuid, options text[]) language sql stable security definer set search_path = public as $$
  select r.id, array(select jsonb_array_elements_text(case jsonb_typeof(d.demographics -> of_key)
      when 'array' then d.demographics -> of_key when 'string' then jsonb_build_array(d.demographics ->> of_key) else '[]' end))
  from referral r join referral_detail d on d.referral_id = r.id
  where r.id = any(of_referrals) and r.consent_withdrawn_at is null
    and case of_side
      when 'network' then r.network_id = of_network and not r.restricted and exists (select from grant_in_network g
        where g.user_id = acting_user() and g.network_id = of_network and g.role = 'coordinator')
      when 'received' then exists (select from figures_of_own())
        and r.id in (select p.referral_id from referral_party p where p.organisation_id = acting_organisation()
          and p.side = 'received' and p.standing in ('waiting', 'helping', 'closed', 'referred_on'))
      when 'sent' then exists (select from figures_of_own())
        and r.id in (select p.referral_id from referral_party p where p.organisation_id = acting_organisation() and p.side = 'sent')
      else false end $$;

/* Counts alone, of all of a network, for its coordinator: the answer or none, whole days to the first acceptance or none, whether unmet.
   Of what was anonymised the whole months of these days are in demographics_tallied. What people said is told apart as it was written, and taken
   to pieces once for each way of saying it. */
create function demographics_of_network(of_network uuid, of_key text, first_day date, last_day date)
returns table (option text, days integer, unmet boolean, count integer)
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
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
      select d.demographics -> of_key as said, floor(date_part('epoch', r.taken_at - r.opened_at) / 86400)::integer as days,
        r.status in ('unmet', 'needs_placing') as unmet, count(*) as count
      from referral_detail d join referral r on r.id = d.referral_id
      where d.network_id = of_network and d.opened_at >= since and d.opened_at < until
        and r.network_id = of_network and r.opened_at >= since and r.opened_at < until and not r.restricted and r.consent_withdrawn_at is null
      group by 1, 2, 3),
    blank as (
      select null::jsonb, floor(date_part('epoch', r.taken_at - r.opened_at) / 86400)::integer, r.status in ('unmet', 'needs_placing'), count(*)
      from (values (since, tallied_from), (tallied_until, until)) part(since, until)
      join referral r on r.network_id = of_network and r.opened_at >= part.since and r.opened_at < part.until
      where not r.restricted and r.consent_withdrawn_at is null and r.anonymised_at is not null
      group by 2, 3)
    select o.option, c.days, c.unmet, sum(c.count)::integer from (table answered union all table blank) c
    left join lateral jsonb_array_elements_text(case jsonb_typeof(c.said)
      when 'array' then c.said when 'string' then jsonb_build_array(c.said) else '[]' end) o(option) on true
    group by 1, 2, 3;
end $$;
