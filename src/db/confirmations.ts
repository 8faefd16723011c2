/** The three-monthly letter: whom it is due to, and which organisation it was about. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

/** Active somewhere, with somebody to ask, not confirmed since `due` and not asked since `asked`. Marks them as asked. */
export async function claimUnconfirmed(
  trx: Kysely<DB>,
  { now, due, asked }: { now: Date; due: Date; asked: Date },
  most: number,
): Promise<{ id: string; name: string; networkId: string }[]> {
  const { rows } = await sql<{ id: string; name: string; networkId: string }>`
    with due as (
      select o.id from organisation o where o.archived_at is null and coalesce(o.confirmed_at, o.created_at) < ${due}
        and coalesce(o.confirm_asked_at, '-infinity') < ${asked}
        and exists (select from organisation_in_network i where i.organisation_id = o.id and i.status = 'active')
        and exists (select from membership m join "user" u on u.id = m.user_id and u.disabled_at is null
          where m.organisation_id = o.id and m.role = 'primary' and m.ended_at is null)
      order by o.id limit ${most} for update skip locked)
    update organisation o set confirm_asked_at = ${now} from due where due.id = o.id
    returning o.id, o.name, (select i.network_id from organisation_in_network i where i.organisation_id = o.id
      and i.status = 'active' order by i.joined_at, i.network_id limit 1) as network_id`.execute(trx)
  return rows
}

export type ConfirmLetter = { organisationId: string; userId: string | null; createdAt: Date }

/** The letter behind a link; null for any other message. */
export async function findConfirmLetter(db: Kysely<DB>, messageId: string): Promise<ConfirmLetter | null> {
  const { rows } = await sql<ConfirmLetter>`
    select (m.codes ->> 'organisationId')::uuid as organisation_id, m.user_id, m.created_at
    from message m where m.id = ${messageId} and m.template = 'confirm'`.execute(db)
  return rows[0] ?? null
}
