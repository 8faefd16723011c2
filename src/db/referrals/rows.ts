/** The rows of a list: what each says, and what of that this viewer may see. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type NetworkSettings, readSettings } from '../../domain/network.ts'
import { type Actor, type Sight, type Standing, sightOf } from '../../domain/policy.ts'
import type { Progress, ReferralStatus } from '../../domain/referral.ts'
import type { DB } from '../schema.ts'
import { isOpen } from './filters.ts'

export type ReferralRow = {
  id: string
  networkId: string
  networkName: string
  reference: string
  status: ReferralStatus
  progress: Progress
  urgent: boolean
  restricted: boolean
  openedAt: Date
  waitingSince: Date | null
  /** Somebody asked the referrer a question, not answered yet. */
  questionOpen: boolean
  /** What the clock does next, and when the coordinator is told or was; null: nothing, or not for this viewer. */
  nextStep: { step: ClockStep; dueAt: Date } | null
  escalatesAt: Date | null
  /** The colleague who looks after it. */
  handler: string | null
  standings: Standing[]
  sender: string | null
  recipients: { name: string; status: string }[]
  /** Empty, null: not for this viewer. */
  needs: string[]
  initials: string | null
  ageBand: string | null
  outwardCode: string | null
  areaName: string | null
  sight: Sight['level']
  /** Initials, age band and outward code are for this viewer. */
  seesWho: boolean
}
/** The settings of networks, by id. */
export type Rules = ReadonlyMap<string, NetworkSettings>

export type ClockStep = 'remind' | 'escalate' | 'pass_on' | 'resume'

/** `settings`: of its network, once for each network. `sorted`, `part`: where in the list it stands. */
type Hydrated = Omit<ReferralRow, 'sight' | 'seesWho'> & {
  throughNetworkId: string | null
  consentWithdrawn: boolean
  settings: unknown
  sorted: Date
  part: number
}

/** `page`: statement with `id`, `sorted` and `part`. `first` marks a statement whose plan may be kept. */
export async function hydrate(
  db: Kysely<DB>,
  actor: Actor,
  first: RawBuilder<unknown>,
  page: RawBuilder<unknown>,
  order: 'asc' | 'desc',
): Promise<Hydrated[]> {
  const { rows } = await sql<Hydrated>`${first}
    with page as materialized (${page})
    select r.id, r.network_id, n.name as network_name, r.through_network_id, r.reference, r.status, r.progress, r.urgent, r.restricted, r.opened_at,
      r.initials, r.age_band, r.outward_code,
      r.consent_withdrawn_at is not null as consent_withdrawn, area.name as area_name, o.name as sender, mine.waiting_since, mine.standings,
      page.sorted, page.part, clock.next_step, clock.escalates_at, asked.recipients, asked.question_open, asked.handler,
      (select coalesce(json_agg(d.label order by d.position), '[]') from need d where d.referral_id = r.id) as needs,
      case when row_number() over (partition by r.network_id) = 1 then n.settings end as settings
    from page join referral r on r.id = page.id join network n on n.id = r.network_id left join organisation o on o.id = r.referrer_organisation_id
    left join area on area.code = r.authority_code
    left join lateral (select coalesce(array_agg(p.standing), '{}') as standings, min(p.waiting_since) as waiting_since from referral_party p
      where p.referral_id = r.id and p.organisation_id = ${actor.organisationId}) mine on true
    cross join lateral (
      select coalesce(json_agg(json_build_object('name', x.name, 'status', a.status) order by a.asked_at)
          filter (where a.status in ('pending', 'accepted', 'closed')), '[]') as recipients,
        coalesce(bool_or(a.question_answered_at is null) filter (where a.status = 'pending' and a.question_asked_at is not null), false) as question_open,
        (array_agg(u.name order by a.nth) filter (where u.id is not null and a.status in ('pending', 'accepted')))[1] as handler
      from assignment a join organisation x on x.id = a.organisation_id
      left join "user" u on u.id = a.handler_user_id and a.organisation_id = ${actor.organisationId}
      where a.referral_id = r.id) asked
    left join lateral (
      select min(k.due_at) filter (where k.step = 'escalate') as escalates_at,
        (array_agg(json_build_object('step', k.step, 'dueAt', k.due_at) order by k.due_at) filter (where k.done_at is null))[1] as next_step
      from assignment a join clock_step k on k.assignment_id = a.id and k.round = a.clock_round
      where ${isOpen('all')} and a.referral_id = r.id and a.status = 'pending'
        and (mine.waiting_since is null or a.organisation_id = ${actor.organisationId})) clock on true
    order by page.part, page.sorted ${sql.raw(order)}, r.id`.execute(db)
  return rows
}

export function rulesIn(rows: readonly Hydrated[]): Rules {
  return new Map(
    rows.filter(({ settings }) => settings !== null).map(row => [row.networkId, readSettings(row.settings)]),
  )
}

/** What the row may say to this viewer, by the same rule as the page. */
export function asSeen(
  actor: Actor,
  { consentWithdrawn, throughNetworkId, settings: _, sorted: __, part: ___, nextStep, ...row }: Hydrated,
  networks: Rules,
): ReferralRow {
  const parties = row.standings.map(standing => ({ organisationId: actor.organisationId ?? '', standing }))
  const rules = networks.get(row.networkId) ?? readSettings({})
  const sight = sightOf(
    actor,
    { networkId: row.networkId, throughNetworkId, restricted: row.restricted, consentWithdrawn, parties },
    rules,
  )
  const seesNeeds = sight.level !== 'none' && sight.level !== 'exists'
  const seesWho = seesNeeds && sight.identity !== 'nothing'
  const takesPart = sight.level === 'full' || sight.level === 'limited'
  return {
    ...row,
    nextStep: takesPart && nextStep ? { ...nextStep, dueAt: new Date(nextStep.dueAt) } : null,
    escalatesAt: takesPart ? row.escalatesAt : null,
    sight: sight.level,
    seesWho,
    urgent: seesNeeds && row.urgent,
    needs: seesNeeds ? row.needs : [],
    initials: seesWho ? row.initials : null,
    ageBand: seesWho ? row.ageBand : null,
    outwardCode: seesWho ? row.outwardCode : null,
    areaName: seesNeeds ? row.areaName : null,
  }
}
