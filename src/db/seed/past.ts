/** A demonstration's past in few statements: hundreds of referrals that ended long ago, and how full services were on each day. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type PastOutcome = { id: string; label: string; successful: boolean }
export type PastWorld = {
  services: { id: string; organisationId: string; needs: { id: string; label: string }[] }[]
  senders: { organisationId: string; userId: string }[]
  outcomes: PastOutcome[]
  declineReasons: string[]
  unmetReasons: string[]
  districts: { code: string; authority: string }[]
}
export type PastReferral = {
  id: string
  needId: string
  reference: string
  organisationId: string
  userId: string
  openedAt: Date
  closedAt: Date
  urgent: boolean
  origin: string
  first: string
  last: string
  ageBand: string
  outwardCode: string
  authorityCode: string
  categoryId: string
  label: string
  demographics: Record<string, string[]>
  status: 'closed' | 'unmet'
  need: 'met' | 'ended' | 'unmet'
  outcome: PastOutcome | null
  unmetReasonId: string | null
  asked: {
    id: string
    serviceId: string
    organisationId: string
    askedAt: Date
    status: 'closed' | 'rejected' | 'lapsed'
    answeredAt: Date | null
    endedAt: Date
    reasonId: string | null
  }[]
}

/** What a past may be made of, each list in an order that does not change. */
export async function readPastWorld(db: Kysely<DB>, networkId: string): Promise<PastWorld> {
  const { rows } = await sql<PastWorld>`select
    (select coalesce(json_agg(json_build_object('id', s.id, 'organisationId', s.organisation_id, 'needs', x.needs) order by s.name), '[]')
      from service s join lateral (select json_agg(json_build_object('id', c.id, 'label', c.label) order by c.label) as needs
        from service_category k join category c on c.id = k.category_id where k.service_id = s.id and k.network_id = ${networkId}
          and not exists (select from category b where b.parent_id = c.id)) x on x.needs is not null
      where s.status = 'active') as services,
    (select coalesce(json_agg(json_build_object('organisationId', o.id, 'userId', m.user_id) order by o.name), '[]')
      from organisation_in_network i join organisation o on o.id = i.organisation_id
      join lateral (select user_id from membership where organisation_id = o.id and ended_at is null order by role desc, created_at limit 1) m on true
      where i.network_id = ${networkId} and i.status = 'active') as senders,
    (select coalesce(json_agg(json_build_object('id', id, 'label', label, 'successful', successful) order by position), '[]')
      from outcome where network_id = ${networkId} and category_id is null) as outcomes,
    (select coalesce(json_agg(id order by position), '[]') from term where network_id = ${networkId} and list = 'decline_reason') as decline_reasons,
    (select coalesce(json_agg(id order by position), '[]') from term where network_id = ${networkId} and list = 'unmet_reason') as unmet_reasons,
    (select coalesce(json_agg(json_build_object('code', w.code, 'authority', w.authority_code) order by md5(w.code)), '[]')
      from outward_code w join network_area a on a.area_code = w.authority_code and a.network_id = ${networkId}) as districts`.execute(
    db,
  )
  return rows[0] ?? { services: [], senders: [], outcomes: [], declineReasons: [], unmetReasons: [], districts: [] }
}

/** As the program itself: nobody of today wrote them. */
export async function insertPast(db: Kysely<DB>, networkId: string, referrals: readonly PastReferral[]): Promise<void> {
  const rows = JSON.stringify(referrals)
  const asked = JSON.stringify(
    referrals.flatMap(one =>
      one.asked.map(each => ({ ...each, referral: one.id, need: one.needId, outcome: one.outcome })),
    ),
  )
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as x(id uuid, "needId" uuid, reference text, "organisationId" uuid, "userId" uuid,
    "openedAt" timestamptz, "closedAt" timestamptz, urgent boolean, origin text, first text, last text, "ageBand" text, "outwardCode" text,
    "authorityCode" text, "categoryId" uuid, label text, demographics jsonb, status text, need text, outcome jsonb, "unmetReasonId" uuid)`
  const each = sql`jsonb_to_recordset(${asked}::jsonb) as y(id uuid, referral uuid, need uuid, "serviceId" uuid, "organisationId" uuid, "askedAt" timestamptz,
    status text, "answeredAt" timestamptz, "endedAt" timestamptz, "reasonId" uuid, outcome jsonb)`
  await sql`insert into referral (id, network_id, submission_id, reference, status, progress, urgent, origin, referrer_organisation_id, referrer_user_id,
      initials, age_band, outward_code, authority_code, opened_at, changed_at, closed_at)
    select id, ${networkId}, id, reference, status, 'closed', urgent, origin, "organisationId", "userId", left(first, 1) || '. ' || left(last, 1) || '.',
      "ageBand", "outwardCode", "authorityCode", "openedAt", "closedAt", "closedAt" from ${given}`.execute(db)
  await sql`insert into need (id, referral_id, network_id, opened_at, category_id, label, status, outcome_id, successful, unmet_reason_id)
    select "needId", id, ${networkId}, "openedAt", "categoryId", label, need, (outcome ->> 'id')::uuid, (outcome ->> 'successful')::boolean, "unmetReasonId" from ${given}`.execute(
    db,
  )
  await sql`insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, category_ids, asked_at, clock_from, answered_at, ended_at, reason_id, authority_code)
    select y.id, referral, ${networkId}, "serviceId", "organisationId", y.status, 'route', array[n.category_id], "askedAt", "askedAt", "answeredAt", "endedAt",
      "reasonId", r.authority_code from ${each} join need n on n.id = y.need join referral r on r.id = y.referral order by "askedAt"`.execute(
    db,
  )
  await sql`insert into assignment_need (assignment_id, need_id, live) select id, need, false from ${each}`.execute(db)
  await sql`update referral r set taken_at = taken.at from (select referral, min("answeredAt") as at from ${each}
    where status <> 'rejected' group by 1) taken where r.id = taken.referral`.execute(db)
  await sql`insert into outcome_entry (assignment_id, need_id, outcome_id, label, successful, at)
    select id, need, (outcome ->> 'id')::uuid, outcome ->> 'label', (outcome ->> 'successful')::boolean, "endedAt" from ${each} where status = 'closed'`.execute(
    db,
  )
  await sql`insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at)
    select id, "organisationId", 'sent', 'sender', ${networkId}::uuid, status, urgent, "openedAt" from ${given}
    union all select y.referral, y."organisationId", 'received',
      case when bool_or(y.status = 'closed') then 'closed' else 'gone' end, ${networkId}::uuid, r.status, r.urgent, r.opened_at
      from ${each} join referral r on r.id = y.referral group by y.referral, y."organisationId", r.id`.execute(db)
  await sql`insert into referral_person (referral_id, first_name, last_name) select id, first, last from ${given}`.execute(
    db,
  )
  await sql`insert into referral_detail (referral_id, network_id, opened_at, demographics)
    select id, ${networkId}, "openedAt", demographics from ${given}`.execute(db)
  await sql`insert into referral_source (referral_id) select id from ${given}`.execute(db)
  await sql`insert into consent (referral_id, wording_id, scope, how, given_at) select id,
      (select w.id from consent_wording w where w.network_id = ${networkId} order by version limit 1), 'network', 'spoken', "openedAt" from ${given}`.execute(
    db,
  )
}

/** As the worker would have written them: fewer places at first, in use what had been accepted and not ended; no limit where there is none. */
export async function insertPastDays(db: Kysely<DB>, days: number): Promise<void> {
  await sql`insert into service_day (service_id, day, capacity, cases, waiting, open)
    select s.id, d.day, case when s.capacity > 0 then greatest(1, count(a.id), s.capacity - (current_date - d.day) / 150) else s.capacity end, count(a.id) filter (where a.answered_at < d.day + 1),
      count(a.id) filter (where a.answered_at is null or a.answered_at >= d.day + 1), true
    from service s cross join (select generate_series(current_date - ${sql.lit(days)}, current_date - 1, interval '1 day')::date as day) d
    left join assignment a on a.service_id = s.id and a.asked_at < d.day + 1 and (a.ended_at is null or a.ended_at >= d.day + 1)
    where s.status <> 'archived' group by s.id, d.day on conflict do nothing`.execute(db)
}
