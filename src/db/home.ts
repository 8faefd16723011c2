/** What Home shows beyond lists and counts: by when each answer is due, and what a coordinator has to look after. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import { isReturned } from '../domain/routing.ts'
import { kept } from './plans.ts'
import { isOverdue } from './referrals/filters.ts'
import { loadCase } from './referrals/load.ts'
import type { DB } from './schema.ts'

/** One asking of the actor's organisation that has no answer yet. */
export type Asking = {
  referralId: string
  needs: string[]
  questionOpen: boolean
  reminded: boolean
  nextStep: { step: 'remind' | 'escalate' | 'pass_on' | 'resume'; dueAt: Date } | null
  /** Who is asked next if it is not answered, or answered with no. */
  next: string | null
}

/** By referral; where several services of one organisation are asked, the one asked first. */
export async function readAskings(db: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<Map<string, Asking>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Asking>`
    select a.referral_id, a.question_asked_at is not null and a.question_answered_at is null as question_open,
      exists (select from clock_step k where k.assignment_id = a.id and k.round = a.clock_round and k.step = 'remind' and k.done_at is not null) as reminded,
      (select json_agg(d.label order by d.position) from assignment_need l join need d on d.id = l.need_id
        where l.assignment_id = a.id and l.live) as needs,
      (select json_build_object('step', k.step, 'dueAt', k.due_at) from clock_step k
        where k.assignment_id = a.id and k.round = a.clock_round and k.done_at is null order by k.due_at limit 1) as next_step,
      ${nextOnList} as next
    from assignment a where a.referral_id = any(${ids}::uuid[]) and a.organisation_id = ${actor.organisationId} and a.status = 'pending'
    order by a.nth desc`.execute(db)
  return new Map(rows.map(row => [row.referralId, { ...row, nextStep: row.nextStep && dated(row.nextStep) }]))
}

/** The first on the list that meets one of its needs and was never asked for it. */
const nextOnList = sql`(select o.name from shortlist_item i join organisation o on o.id = i.organisation_id
  where i.referral_id = a.referral_id and a.via <> 'placement'
    and exists (select from assignment_need l join need d on d.id = l.need_id
      where l.assignment_id = a.id and l.live and d.category_id = any(i.category_ids)
        and not exists (select from assignment b join assignment_need m on m.assignment_id = b.id
          where b.referral_id = a.referral_id and b.service_id = i.service_id
            and (m.need_id = l.need_id or b.status in ('rejected', 'lapsed'))))
  order by i.position limit 1)`

/** Referrals of the actor's organisation with a question that waits for its answer. */
export async function listQuestions(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${kept}
    select p.referral_id as id from referral_party p join referral r on r.id = p.referral_id
    where p.organisation_id = ${actor.organisationId} and p.side = 'sent' and p.status in ('open', 'needs_placing', 'accepted')
      and coalesce(r.through_network_id, r.network_id) = any(${actor.networks.map(({ id }) => id)}::uuid[])
      and exists (select from assignment q where q.referral_id = p.referral_id and q.status = 'pending'
        and q.question_asked_at is not null and q.question_answered_at is null)
    order by p.opened_at limit 10`.execute(db)
  return rows.map(({ id }) => id)
}

/** FORM-10: referrals of the actor's organisation with a need that came back to be chosen for again, oldest first. */
export async function listReturned(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${kept}
    select p.referral_id as id from referral_party p join referral r on r.id = p.referral_id
    where p.organisation_id = ${actor.organisationId} and p.side = 'sent' and p.status = 'needs_placing'
      and r.starts_from_service_id is not null and r.network_id = any(${actor.networks.map(({ id }) => id)}::uuid[])
    order by p.opened_at limit 50`.execute(db)
  const back: string[] = []
  for (const { id } of rows) {
    const { referral } = await loadCase(db, id)
    if (referral.needs.some(need => isReturned(referral, need.id))) back.push(id)
  }
  return back
}

/** What a coordinator looks after, each counted up to `most` and one more: what nobody holds, and what is overdue. */
export async function countCoordinating(
  db: Kysely<DB>,
  actor: Actor,
  at: Date,
  most: number,
): Promise<{ unplaced: number; overdue: number }> {
  const count = (condition: RawBuilder<unknown>) => sql`(select count(*)::int from (select from referral r
    where r.network_id = any(${actor.coordinates}::uuid[]) and ${condition} limit ${sql.lit(most + 1)}) counted)`
  const { rows } = await sql<{ unplaced: number; overdue: number }>`
    select ${count(sql`r.status = 'needs_placing'`)} as unplaced, ${count(isOverdue('all', at))} as overdue`.execute(db)
  return rows[0] ?? { unplaced: 0, overdue: 0 }
}

/** ADM-3 and RPT-3: how much there is, without whom it is about. `networks` null: the installation. */
export type Figures = {
  networks: number
  organisations: number
  services: number
  opened: number
  open: number
  closed: number
}

export async function readFigures(db: Kysely<DB>, networks: readonly string[] | null, since: Date): Promise<Figures> {
  const within = (column: string) =>
    networks === null ? sql`true` : sql`${sql.ref(column)} = any(${networks}::uuid[])`
  const { rows } = await sql<Figures>`select
    (select count(*)::int from network n where n.archived_at is null and ${within('n.id')}) as networks,
    (select count(distinct organisation_id)::int from organisation_in_network i where i.status = 'active' and ${within('i.network_id')}) as organisations,
    (select count(distinct service_id)::int from service_in_network s where s.active and ${within('s.network_id')}) as services,
    (select count(*)::int from referral r where not r.restricted and r.opened_at >= ${since} and ${within('r.network_id')}) as opened,
    (select count(*)::int from referral r where not r.restricted and r.status in ('needs_placing', 'open', 'accepted') and ${within('r.network_id')}) as open,
    (select count(*)::int from referral r where not r.restricted and r.closed_at >= ${since} and ${within('r.network_id')}) as closed`.execute(
    db,
  )
  return rows[0] ?? { networks: 0, organisations: 0, services: 0, opened: 0, open: 0, closed: 0 }
}

function dated(step: NonNullable<Asking['nextStep']>) {
  return { ...step, dueAt: new Date(step.dueAt) }
}
