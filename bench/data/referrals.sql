-- :count referrals over two years, the newest last: a few organisations receive most of them, nine in ten have ended. Answers take from
-- minutes to weeks, every fifth referral was declined by somebody else before, and what ended has an outcome or a reason.
create temporary table offered as
  select row_number() over (order by i.service_id)::integer as nth, v.id, v.organisation_id
  from service_in_network i join service v on v.id = i.service_id where i.network_id = :network;
create temporary table kind as
  select id, label, row_number() over (order by label)::integer as nth from category where network_id = :network and parent_id is not null;
create temporary table home as select outward, code, nth from bench.district;
create temporary table picked as
  select n, 1 + (bench.chance('from', n) * 199)::integer as sender, 1 + floor(power(bench.chance('to', n), 3) * (select count(*) from offered))::integer as service,
    1 + (power(bench.chance('what', n), 2) * 31)::integer as kind, 1 + (bench.chance('home', n) * 799)::integer as home
  from generate_series(1, :count) n;
analyze offered, kind, home, picked;
create temporary table made as
  select n, bench.id('referral', n) as id, bench.id('need', n) as need, bench.id('assignment', n) as assignment,
    date_trunc('milliseconds', now() - (:count - n + 1) * (interval '730 days' / :count)) as at,
    bench.id('organisation', sender) as sender, bench.id('user', 2 * sender) as referrer,
    s.id as service, s.organisation_id as receiver, c.id as category, c.label, d.outward, d.code as authority,
    -ln(1 - bench.chance('answer', n)) * interval '30 hours' as answer, -ln(1 - bench.chance('end', n)) * interval '20 days' as work,
    bench.chance('fate', n) as fate, n > :count * 0.9 as recent, bench.chance('urgent', n) < 0.04 as urgent, bench.chance('kept', n) < 0.01 as restricted
  from picked join offered s on s.nth = picked.service join kind c on c.nth = picked.kind join home d on d.nth = picked.home;
alter table made add column status text;
update made set status = case when recent then case when fate < 0.1 then 'needs_placing' when fate < 0.4 then 'open' when fate < 0.8 then 'accepted' else 'closed' end
  else case when fate < 0.03 then 'accepted' when fate < 0.07 then 'withdrawn' when fate < 0.11 then 'unmet' else 'closed' end end;
insert into referral (id, network_id, submission_id, reference, status, progress, urgent, restricted, origin, referrer_organisation_id, referrer_user_id,
    initials, age_band, outward_code, authority_code, opened_at, changed_at, taken_at, closed_at)
  select id, :network, id, bench.reference(n), status,
    case status when 'needs_placing' then 'opened' when 'open' then 'opened' when 'accepted' then 'accepted' else 'closed' end,
    urgent, restricted, 'member', sender, referrer, 'A. B.', (array['18-24', '25-34', '35-44', '45-54', '65+'])[1 + n % 5], outward, authority, at, at,
    case when status in ('accepted', 'closed', 'withdrawn') then least(at + answer, now()) end,
    case when status in ('closed', 'unmet', 'withdrawn') then least(at + answer + work, now()) end
  from made;
create temporary table outcomes as select id, successful, row_number() over (order by position, id)::integer as nth from outcome where network_id = :network;
create temporary table reasons as
  select id, list, row_number() over (partition by list order by position, id)::integer as nth, count(*) over (partition by list)::integer as many
  from term where network_id = :network and list in ('decline_reason', 'unmet_reason');
insert into need (id, referral_id, network_id, opened_at, category_id, label, outcome_id, successful, unmet_reason_id, status)
  select need, made.id, :network, at, category, label, o.id, o.successful, r.id, case status when 'needs_placing' then 'unplaced' when 'open' then 'waiting' when 'accepted' then 'helped'
    when 'closed' then case when o.successful then 'met' else 'ended' end else status end
  from made left join outcomes o on status = 'closed' and o.nth = 1 + n % (select count(*) from outcomes)
  left join reasons r on status = 'unmet' and r.list = 'unmet_reason' and r.nth = 1 + n % r.many;
create temporary table declined as
  select bench.id('declined', n) as id, made.id as referral, need, category, s.id as service, s.organisation_id as organisation, at, at + answer / 2 as answered, r.id as reason, authority, restricted
  from made join picked using (n) join offered s on s.nth = 1 + (picked.service + 7) % (select count(*) from offered)
  join reasons r on r.list = 'decline_reason' and r.nth = 1 + n % r.many
  where n % 5 = 0 and s.organisation_id <> receiver;
insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, category_ids, asked_at, clock_from, answered_at, ended_at, reason_id,
    authority_code, counted)
  select id, referral, :network, service, organisation, 'rejected', 'route', array[category], at, at, answered, answered, reason, authority, not restricted from declined;
insert into assignment_need (assignment_id, need_id, live) select id, need, false from declined;
insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at)
  select d.referral, d.organisation, 'received', 'gone', :network, m.status, m.urgent, m.at from declined d join made m on m.id = d.referral;
insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, category_ids, asked_at, clock_from, answered_at, ended_at, authority_code,
    counted)
  select assignment, id, :network, service, receiver, case status when 'needs_placing' then 'rejected' when 'open' then 'pending' when 'accepted' then 'accepted'
      when 'closed' then 'closed' when 'withdrawn' then 'withdrawn' else 'rejected' end, 'route', array[category], at, at,
    case when status <> 'open' then least(at + answer, now()) end, case when status not in ('open', 'accepted') then least(at + answer + work, now()) end, authority, not restricted
  from made;
insert into assignment_need (assignment_id, need_id, live) select assignment, need, status in ('open', 'accepted') from made;
insert into clock_step (assignment_id, round, step, due_at, done_at)
  select assignment, 1, step, at + wait, case when status <> 'open' or at + wait < now() then at + wait end
  from made, (values ('remind', interval '2 days'), ('escalate', interval '4 days')) as steps (step, wait) where status in ('open', 'accepted');
insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at, waiting_since)
  select id, sender, 'sent', 'sender', :network, status, urgent, at, null::timestamptz from made
  union all
  select id, receiver, 'received', case status when 'open' then 'waiting' when 'accepted' then 'helping' when 'closed' then 'closed' else 'gone' end,
    :network, status, urgent, at, case when status = 'open' then at end from made;
insert into referral_person (referral_id, first_name, last_name, phone, date_of_birth, address_1, town, postcode, safe_contact)
  select id, initcap(bench.name('first', n)), initcap(bench.name('last', n)), '07700900123', '1987-04-23', '1 Some Street', 'Town', outward || ' 1AA',
    '{"channels":["phone"],"times":[],"timesNote":"","voicemail":"no","avoid":""}' from made;
insert into referral_detail (referral_id, network_id, opened_at, circumstances, demographics)
  select id, :network, at, repeat('Needs help with what has become too much to deal with alone. ', 4),
    jsonb_build_object('gender', jsonb_build_array((array['woman', 'man', 'non_binary', 'unsaid'])[1 + n % 4]),
      'ethnic_group', jsonb_build_array((array['white_british', 'white_other', 'asian_indian', 'black_african', 'arab', 'unsaid'])[1 + n % 6]),
      'disability', jsonb_build_array((array['none', 'mobility', 'mental_health'])[1 + n % 3])) from made;
insert into referral_source (referral_id, name) select id, 'Person' from made;
insert into consent (referral_id, wording_id, scope, how, given_at)
  select id, (select w.id from consent_wording w where w.network_id = :network limit 1), 'network', 'spoken', at from made;
insert into event (at, action, network_id, referral_id, assignment_id, party, organisation_id, codes)
  select at, 'sent', :network, id, null::uuid, 'referrer', sender, '{}'::jsonb from made
  union all select at, 'asked', :network, id, assignment, 'system', receiver, '{}' from made;
insert into referral_facet (referral_id, facets) select id, array[category, area_facet(authority)] || case when restricted then array[restricted_facet()] end from made;
insert into grant_in_network (user_id, network_id, role) values (bench.id('user', 401), :network, 'coordinator') on conflict do nothing;
drop table offered, kind, home, picked, made, outcomes, reasons, declined;
