/** The steps of assignments' clocks: rows that fall due, each done once. */
import { type Kysely, sql } from 'kysely'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

export type StepName = 'remind' | 'escalate' | 'pass_on' | 'resume'
export type StepRow = { assignmentId: string; round: number; step: StepName; dueAt: Date }
export type StepChange = { stopped: string[]; answered: string[]; steps: StepRow[] }

/** A due step with what its notice says. `answerBy`: the assignment's next step. */
export type DueStep = {
  step: Exclude<StepName, 'pass_on'>
  assignmentId: string
  organisationId: string
  referralId: string
  networkId: string
  reference: string
  outwardCode: string | null
  restricted: boolean
  needs: string[]
  answerBy: Date | null
}
export type Lapse = { assignmentId: string; referralId: string; round: number }

/** What was done stays; `stopped` and `answered` are assignments. */
export async function replaceSteps(trx: Kysely<DB>, { stopped, answered, steps }: StepChange): Promise<void> {
  if (stopped.length + answered.length + steps.length === 0) return
  await sql`${kept}
    with gone as (
      delete from clock_step where done_at is null
        and (assignment_id = any(${stopped}::uuid[]) or (step = 'resume' and assignment_id = any(${answered}::uuid[]))))
    insert into clock_step (assignment_id, round, step, due_at)
    select x."assignmentId", x.round, x.step, x."dueAt"
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as x("assignmentId" uuid, round integer, step text, "dueAt" timestamptz)
    on conflict (assignment_id, round, step) do update set due_at = excluded.due_at where clock_step.done_at is null`.execute(
    trx,
  )
}

/** Steps are taken in their order: one that is still to be done, perhaps in somebody else's transaction, holds back those after it. */
const isNext = sql`not exists (select from clock_step earlier where earlier.assignment_id = s.assignment_id
  and earlier.round = s.round and earlier.done_at is null and earlier.due_at < s.due_at)`

/**
 * Takes up to `limit` due steps, of each assignment the next, and marks them done. What somebody else has locked, a step or
 * its referral, is skipped and comes round again: the clock waits for nobody, so nobody can be caught in a circle with it.
 */
export async function claimDueSteps(trx: Kysely<DB>, now: Date, limit: number): Promise<DueStep[]> {
  const { rows } = await sql<DueStep>`
    with due as materialized (
      select s.assignment_id, s.round, s.step, s.due_at, a.organisation_id, r.id as referral_id, r.network_id, r.reference,
        r.outward_code, r.restricted
      from clock_step s
      join assignment a on a.id = s.assignment_id and a.clock_round = s.round and a.status = 'pending'
      join referral r on r.id = a.referral_id
      where s.done_at is null and s.due_at <= ${now} and s.step <> 'pass_on' and ${isNext}
      order by s.due_at limit ${limit}
      for no key update of s skip locked for key share of r skip locked),
    done as (
      update clock_step s set done_at = ${now} from due d
      where s.assignment_id = d.assignment_id and s.round = d.round and s.step = d.step)
    select d.*, (select coalesce(array_agg(n.label order by n.position), '{}') from assignment_need l join need n on n.id = l.need_id
        where l.assignment_id = d.assignment_id and l.live) as needs,
      (select min(s.due_at) from clock_step s where s.assignment_id = d.assignment_id and s.round = d.round
        and s.done_at is null and s.step <> 'resume' and s.due_at > ${now}) as answer_by
    from due d order by d.due_at`.execute(trx)
  return rows
}

export async function listDueLapses(db: Kysely<DB>, now: Date, limit: number): Promise<Lapse[]> {
  const { rows } = await sql<Lapse>`
    select s.assignment_id, a.referral_id, s.round from clock_step s
    join assignment a on a.id = s.assignment_id and a.clock_round = s.round and a.status = 'pending'
    where s.done_at is null and s.due_at <= ${now} and s.step = 'pass_on' and ${isNext} order by s.due_at limit ${limit}`.execute(
    db,
  )
  return rows
}
