/** What somebody, or an organisation's team inbox, chose to be told of; and how many others are told of the same. */
import { type Kysely, sql } from 'kysely'
import type { How, NoticeChoices, NoticeKind } from '../domain/notices.ts'
import type { DB } from './schema.ts'

export type Chooser = { userId: string } | { teamOf: string }
/** `others`: the fewest who are told besides, over everything that this one answers for; null: nothing hangs on them. */
export type Standing = {
  role: 'primary' | 'member' | null
  notify: boolean
  coordinates: boolean
  others: { asked: number | null; coordinating: number | null }
}

export async function readChoices(db: Kysely<DB>, of: Chooser): Promise<NoticeChoices> {
  const rows = await db
    .selectFrom('noticeChoice')
    .select(['kind', 'how'])
    .where(...whose(of))
    .execute()
  return Object.fromEntries(rows.map(({ kind, how }) => [kind as NoticeKind, how as How]))
}

export async function writeChoices(trx: Kysely<DB>, of: Chooser, choices: NoticeChoices): Promise<void> {
  const [column, , id] = whose(of)
  await trx.deleteFrom('noticeChoice').where(column, '=', id).execute()
  const rows = (Object.entries(choices) as [NoticeKind, How][]).map(([kind, how]) => ({ kind, how, [column]: id }))
  if (rows.length > 0) await trx.insertInto('noticeChoice').values(rows).execute()
}

/** Best role over the user's organisations. A primary user answers for each of theirs, a coordinator for each network. */
export async function readStanding(db: Kysely<DB>, userId: string): Promise<Standing> {
  const { rows } = await sql<Omit<Standing, 'others'> & { asked: number | null; coordinating: number | null }>`
    select (select min(m.role) filter (where m.role = 'primary') from membership m where m.user_id = ${userId} and m.ended_at is null) as role,
      exists (select from membership m where m.user_id = ${userId} and m.ended_at is null and m.notify) as notify,
      exists (select from grant_in_network g where g.user_id = ${userId} and g.role = 'coordinator') as coordinates,
      (select min((select count(*)::int from inboxes_of(m.organisation_id) i
          left join notice_choice c on c.kind = 'asked' and (c.user_id = i.user_id or c.organisation_id = i.team_id)
          where i.user_id is distinct from ${userId}::uuid and coalesce(c.how, 'now') <> 'off'))
        from membership m where m.user_id = ${userId} and m.ended_at is null and m.role = 'primary') as asked,
      (select min((select count(*)::int from grant_in_network o join "user" u on u.id = o.user_id and u.disabled_at is null
          left join notice_choice c on c.kind = 'coordinating' and c.user_id = o.user_id
          where o.network_id = g.network_id and o.role = 'coordinator' and o.user_id <> ${userId} and coalesce(c.how, 'now') <> 'off'))
        from grant_in_network g where g.user_id = ${userId} and g.role = 'coordinator') as coordinating`.execute(db)
  const { asked = null, coordinating = null, ...rest } = rows[0] ?? { role: null, notify: false, coordinates: false }
  return { ...rest, role: rest.role ?? 'member', others: { asked, coordinating } }
}

/** Held in the order of their ids, so that two who switch off at once do not both believe in the other. */
export async function holdChoosers(trx: Kysely<DB>, userId: string): Promise<void> {
  await sql`select o.id from organisation o join membership m on m.organisation_id = o.id
    where m.user_id = ${userId} and m.ended_at is null order by o.id for no key update of o`.execute(trx)
  await sql`select n.id from network n join grant_in_network g on g.network_id = n.id
    where g.user_id = ${userId} and g.role = 'coordinator' order by n.id for no key update of n`.execute(trx)
}

export async function readTeamInbox(db: Kysely<DB>, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation')
    .select('teamInbox')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.teamInbox
}

export async function writeTeamInbox(trx: Kysely<DB>, organisationId: string, email: string | null): Promise<void> {
  await trx.updateTable('organisation').set({ teamInbox: email }).where('id', '=', organisationId).execute()
}

function whose(of: Chooser): ['userId' | 'organisationId', '=', string] {
  return 'userId' in of ? ['userId', '=', of.userId] : ['organisationId', '=', of.teamOf]
}
