/** Putting messages into the outbox, in the transaction of what they tell. Addresses are looked up, never stored. */
import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { kindOf as choiceOf, duties, type Template } from '../domain/notices.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

/** What a letter is written from: nothing about a person. `answerBy` is an ISO moment. */
export type Codes = { reference: string; needs?: readonly string[]; area?: string | null; answerBy?: string | null }

/** `actorId` did it, and is not told. */
export type NoticeRow = {
  eventId: number
  template: Template
  referralId: string
  actorId: string | null
  to: Recipients
  codes: Codes
}
/** `referrer` is told alone while still there; else the organisation that referred. `source`: by the address they gave, else their organisation. */
export type Recipients =
  | { organisationId: string }
  | { referrerId: string | null; organisationId: string }
  | { source: true; organisationId: string | null }
  | { coordinatorsOf: string }
  | { userId: string }
  | { person: true }

export type NewMessage =
  | { template: 'reset' | 'second_step_off'; userId: string }
  | { template: 'invitation'; invitationId: string }

/** One message per event and address, or a line in their daily letter, as each has chosen (domain/notices.ts, howTold). Who covers for somebody is told too, as that one has chosen. `host` ends the Message-IDs. */
export async function insertNotices(trx: Kysely<DB>, host: string, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length === 0) return
  const told = JSON.stringify(rows.map(({ to, ...row }, nth) => ({ nth, kind: choiceOf(row.template), ...row, ...to })))
  await sql`${kept}
    with told as materialized (
      select * from jsonb_to_recordset(${told}::jsonb) as t(nth integer, kind text, "eventId" bigint, template text, "referralId" uuid,
        "actorId" uuid, "organisationId" uuid, "referrerId" uuid, source boolean, "coordinatorsOf" uuid, "userId" uuid,
        codes jsonb)),
    addressed as (${sql.join(piecesFor(rows), sql` union all `)}),
    reached as (
      select a.*, a.user_id as chooser from addressed a
      union all
      select a.nth, u.id, null, u.email, a.user_id from addressed a join told t on t.nth = a.nth
      join hand_over h on h.from_user_id = a.user_id and h.begun_at is not null and h.ended_at is null
      join "user" u on u.id = h.to_user_id and u.disabled_at is null
      where h.organisation_id = t."organisationId" or (t."userId" is not null and exists (select from referral_party p
        where p.referral_id = t."referralId" and p.organisation_id = h.organisation_id))),
    wanted as (
      select a.*, coalesce(c.how, 'now') as how, bool_or(coalesce(c.how, 'now') <> 'off') over (partition by a.nth) as heard
      from reached a join told t on t.nth = a.nth
      left join notice_choice c on c.kind = t.kind and (c.user_id = a.chooser or c.organisation_id = a.team_id)),
    chosen as (
      select distinct on (t."eventId", w.email) t.*, w.user_id, w.team_id, w.email,
        case when w.heard or not t.kind = any(${[...duties]}::text[]) then w.how else 'now' end as how
      from wanted w join told t on t.nth = w.nth
      where (w.how <> 'off' or (not w.heard and t.kind = any(${[...duties]}::text[])))
        and (w.user_id is distinct from t."actorId" or w.user_id is null)
      order by t."eventId", w.email, w.how = 'now' desc, w.nth, w.user_id),
    daily as (
      insert into digest_item (event_id, user_id, organisation_id, referral_id, template, at)
      select t."eventId", t.user_id, t.team_id, t."referralId", t.template, e.at from chosen t join event e on e.id = t."eventId"
      where t.how = 'daily' on conflict do nothing)
    insert into message (message_id, template, event_id, user_id, organisation_id, referral_id, recipient, codes, lane)
    select '<' || gen_random_uuid() || '@' || ${host}::text || '>', t.template, t."eventId", t.user_id, t.team_id, t."referralId",
      case when t.user_id is not null then 'user:' || t.user_id when t.team_id is not null then 'team:' || t.team_id
        when t.source then 'source:' || t."referralId" else 'person:' || t."referralId" end, t.codes, lane_of(t.email)
    from chosen t where t.how = 'now'
    on conflict do nothing`.execute(trx)
}

export async function insertMessage(trx: Kysely<DB>, host: string, message: NewMessage): Promise<string> {
  const [userId, invitationId] = 'userId' in message ? [message.userId, null] : [null, message.invitationId]
  const { rows } = await sql<{ id: string }>`
    insert into message (message_id, template, user_id, invitation_id, recipient, lane)
    select ${`<${randomUUID()}@${host}>`}, ${message.template}, ${userId}::uuid, ${invitationId}::uuid, x.recipient, lane_of(x.email)
    from (select 'user:' || id as recipient, email from "user" where id = ${userId}::uuid
          union all select 'invitation:' || id, email from invitation where id = ${invitationId}::uuid) x
    returning id`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('a message to nobody')
  return row.id
}

/** Only the pieces that somebody needs: planning the others would cost the sender of a referral more than running them. */
function piecesFor(rows: readonly NoticeRow[]): RawBuilder<unknown>[] {
  const kinds = rows.map(({ to }) => kindOf(to))
  return kinds.filter((kind, at) => kinds.indexOf(kind) === at).map(kind => pieces[kind])
}

function kindOf(to: Recipients): keyof typeof pieces {
  if ('source' in to) return 'source'
  if ('person' in to) return 'person'
  if ('userId' in to) return 'user'
  if ('coordinatorsOf' in to) return 'coordinators'
  return 'referrerId' in to && to.referrerId ? 'referrer' : 'organisation'
}

const pieces = {
  organisation: sql`
    select t.nth, i.user_id, i.team_id, i.email from told t cross join lateral inboxes_of(t."organisationId") i
    where t."organisationId" is not null and t."referrerId" is null and t.source is null`,
  referrer: sql`
    select t.nth, i.user_id, i.team_id, i.email from told t
    left join lateral (select u.id, u.email from "user" u join membership m on m.user_id = u.id
      where u.id = t."referrerId" and u.disabled_at is null and m.organisation_id = t."organisationId" and m.ended_at is null) r on true
    cross join lateral (select r.id as user_id, null::uuid as team_id, r.email where r.id is not null
      union all select o.* from inboxes_of(t."organisationId") o where r.id is null) i
    where t."referrerId" is not null`,
  source: sql`
    select t.nth, i.user_id, i.team_id, i.email from told t cross join source_address(t."referralId") s(email)
    cross join lateral (select null::uuid as user_id, null::uuid as team_id, s.email where s.email is not null
      union all select o.* from inboxes_of(t."organisationId") o where s.email is null) i
    where t.source`,
  coordinators: sql`
    select t.nth, u.id as user_id, null::uuid as team_id, u.email from told t
    join grant_in_network g on g.network_id = t."coordinatorsOf" and g.role = 'coordinator'
    join "user" u on u.id = g.user_id and u.disabled_at is null`,
  user: sql`
    select t.nth, u.id as user_id, null::uuid as team_id, u.email from told t
    join "user" u on u.id = t."userId" and u.disabled_at is null`,
  person: sql`
    select t.nth, null::uuid as user_id, null::uuid as team_id, p.email from told t
    join referral_person p on p.referral_id = t."referralId"
    where t.template = 'person_sent' and p.email is not null and p.safe_contact -> 'channels' ? 'email'`,
} satisfies Record<string, RawBuilder<unknown>>
