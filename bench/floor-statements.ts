/** The statements of floor-sql: each gives one row with the whole answer as JSON text. */

type Statement = { takes: 'all' | 'rest'; text: string }

const row = `
  select r.id, r.network_id as network, r.reference, r.status, r.progress, r.opened_at as "openedAt", o.name as sender, r.urgent, r.initials,
    r.age_band as "ageBand", r.outward_code as "outwardCode", area.name as area,
    (select json_agg(d.label order by d.position) from need d where d.referral_id = r.id) as needs,
    (select json_agg(json_build_object('name', x.name, 'status', a.status)) from assignment a join organisation x on x.id = a.organisation_id
      where a.referral_id = r.id and a.status in ('pending', 'accepted', 'closed')) as recipients
  from page join referral r on r.id = page.id left join organisation o on o.id = r.referrer_organisation_id
  left join area on area.code = r.authority_code order by r.opened_at desc`
const asJson = `select json_build_object('referrals', coalesce(json_agg(row_to_json(x)), '[]'))::text as body from (${row}) x`

/** The organisation's newest 25. */
const list = `
  with page as materialized (
    select p.referral_id as id from referral_party p
    where p.organisation_id = $1::uuid and p.side = 'received' and p.standing not in ('gone', 'shortlisted')
    order by p.opened_at desc, p.referral_id limit 25) ${asJson}`

/** A page of another program would ask the index just so. */
const names = `
  with page as materialized (
    select p.referral_id as id from referral_person p join referral r on r.id = p.referral_id
    where plain(p.first_name || ' ' || p.last_name) like '%' || plain($1) || '%' order by r.opened_at desc limit 25) ${asJson}`
const references = `
  with page as materialized (select id from referral where reference like '%' || $1 || '%' order by opened_at desc limit 25) ${asJson}`

/** Everything of one referral, and the record that it was read. */
const read = `
  with seen as (insert into view_record (user_id, organisation_id, referral_id, what) values ($1, $2, $3, 'api'))
  select row_to_json(x)::text as body from (
    select r.*, n.name as network, o.name as sender, u.name as referrer, row_to_json(p) as person, row_to_json(d) as details,
      row_to_json(s) as source, json_build_object('how', c.how, 'wording', w.wording, 'given_at', c.given_at) as consent,
      (select json_agg(row_to_json(e) order by e.position) from need e where e.referral_id = r.id) as needs,
      (select json_agg(json_build_object('assignment', a, 'service', v.name, 'organisation', g.name, 'needs',
          (select json_agg(l.need_id) from assignment_need l where l.assignment_id = a.id), 'next',
          (select min(k.due_at) from clock_step k where k.assignment_id = a.id and k.done_at is null)) order by a.nth)
        from assignment a join service v on v.id = a.service_id join organisation g on g.id = a.organisation_id where a.referral_id = r.id) as assignments,
      (select json_agg(json_build_object('service', v.name, 'organisation', g.name) order by i.position)
        from shortlist_item i join service v on v.id = i.service_id join organisation g on g.id = i.organisation_id where i.referral_id = r.id) as shortlist,
      (select json_agg(json_build_object('body', t.body, 'at', t.at, 'author', m.name) order by t.at desc)
        from note t left join "user" m on m.id = t.author_user_id where t.referral_id = r.id) as notes,
      (select json_agg(json_build_object('at', h.at, 'action', h.action, 'person', m.name, 'organisation', g.name) order by h.id desc)
        from event h left join "user" m on m.id = h.user_id left join organisation g on g.id = h.organisation_id where h.referral_id = r.id) as history
    from referral r join network n on n.id = r.network_id left join organisation o on o.id = r.referrer_organisation_id
    left join "user" u on u.id = r.referrer_user_id join referral_person p on p.referral_id = r.id join referral_detail d on d.referral_id = r.id
    left join referral_source s on s.referral_id = r.id join consent c on c.referral_id = r.id join consent_wording w on w.id = c.wording_id
    where r.id = $3) x`

/** The rows of one sent referral with one need and three services: what the program writes, given ready-made. */
const create = `
  with given as materialized (select $3::jsonb as it, gen_random_uuid() as id, gen_random_uuid() as need, gen_random_uuid() as asked, now() as at),
  referrals as (
    insert into referral (id, network_id, submission_id, reference, status, progress, origin, referrer_organisation_id, referrer_user_id,
      initials, age_band, outward_code, authority_code, opened_at, changed_at)
    select id, (it ->> 'network')::uuid, gen_random_uuid(), left(md5(id::text), 9), 'open', 'opened', 'api', $2::uuid, $1::uuid, 'A. B.', '25 to 34', 'L4',
      'E99000001', at, at from given returning id, reference),
  needs as (
    insert into need (id, referral_id, network_id, opened_at, category_id, label, status)
    select need, id, (it ->> 'network')::uuid, at, (it ->> 'category')::uuid, 'A kind of help', 'waiting' from given),
  listed as (
    insert into shortlist_item (referral_id, service_id, organisation_id, category_ids, position, added_by)
    select id, s.service::uuid, $2::uuid, array[(it ->> 'category')::uuid], nth, 'suggested'
    from given, jsonb_array_elements_text(it -> 'shortlist') with ordinality s(service, nth)),
  asked as (
    insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, category_ids, asked_at, clock_from)
    select asked, id, (it ->> 'network')::uuid, (it -> 'shortlist' ->> 0)::uuid, (it ->> 'organisation')::uuid, 'pending', 'route',
      array[(it ->> 'category')::uuid], at, at from given),
  linked as (insert into assignment_need (assignment_id, need_id, live) select asked, need, true from given),
  clocks as (
    insert into clock_step (assignment_id, round, step, due_at)
    select asked, 1, step, at + interval '2 days' from given, unnest(array['remind', 'escalate']) step),
  parties as (
    insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at, waiting_since)
    select id, o.organisation::uuid, case nth when 1 then 'sent' else 'received' end, case nth when 1 then 'sender' when 2 then 'waiting' else 'shortlisted' end,
      (it ->> 'network')::uuid, 'open', false, at, case nth when 2 then at end
    from given, jsonb_array_elements_text(it -> 'parties') with ordinality o(organisation, nth)),
  persons as (
    insert into referral_person (referral_id, first_name, last_name, phone, date_of_birth, address_1, town, postcode, latitude, longitude, safe_contact, match_hash)
    select id, it ->> 'firstName', it ->> 'lastName', '07700900123', '1987-04-23', '1 Some Street', 'Town', it ->> 'postcode', 53.4, -2.9,
      '{"channels":["phone"],"times":[],"timesNote":"","voicemail":"no","avoid":""}', sha256(convert_to(id::text, 'UTF8')) from given),
  details as (insert into referral_detail (referral_id, network_id, opened_at, circumstances, household_size)
    select id, (it ->> 'network')::uuid, at, it ->> 'circumstances', 2 from given),
  sources as (insert into referral_source (referral_id, name) select id, 'Person' from given),
  consents as (
    insert into consent (referral_id, wording_id, scope, how, asked_by_user_id, given_at)
    select id, (it ->> 'wording')::uuid, 'network', 'spoken', $1::uuid, at from given),
  events as (
    insert into event (at, action, network_id, referral_id, assignment_id, party, user_id, organisation_id, codes)
    select at, action, (it ->> 'network')::uuid, id, asked, 'referrer', $1::uuid, $2::uuid, '{"needs":["A kind of help"]}'
    from given, unnest(array['sent', 'asked']) action returning id, action),
  messages as (
    insert into message (message_id, template, event_id, user_id, referral_id, recipient, codes, lane)
    select '<' || gen_random_uuid() || '@example.org>', 'asked', e.id, $1::uuid, given.id, 'user:' || nth, '{"reference":"K7QF-2M9XH"}', 'lane'
    from given, events e, generate_series(1, (it ->> 'messages')::integer) nth where e.action = 'asked')
  select row_to_json(referrals)::text as body from referrals`

export const statements = {
  list: { takes: 'rest', text: list },
  names: { takes: 'rest', text: names },
  references: { takes: 'rest', text: references },
  read: { takes: 'all', text: read },
  create: { takes: 'all', text: create },
} satisfies Record<string, Statement>
