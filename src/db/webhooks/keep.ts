/** API-3: webhooks as their keepers set them up. Secrets are encrypted before they come here and never leave in a list. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { WebhookKind } from '../../domain/webhook.ts'
import type { DB } from '../schema.ts'

export type Owner = { organisationId: string } | { networkId: string }
export type Webhook = {
  id: string
  organisationId: string | null
  networkId: string | null
  ownerName: string
  name: string
  address: string
  kinds: WebhookKind[]
  oldUntil: Date | null
  failingSince: Date | null
  offAt: Date | null
  offWhy: 'person' | 'failing' | null
  createdAt: Date
  waiting: number
  held: number
}
export type NewWebhook = {
  id: string
  owner: Owner
  name: string
  address: string
  kinds: WebhookKind[]
  secret: Buffer
}

/** Those of the actor's own organisation, for its primary users, and of the networks that they coordinate. */
export async function listWebhooks(db: Kysely<DB>, actor: Actor, id: string | null = null): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`
    select w.id, w.organisation_id, w.network_id, coalesce(o.name, n.name) as owner_name, w.name, w.address, w.kinds, w.old_until,
      w.failing_since, w.off_at, w.off_why, w.created_at,
      (select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.status = 'queued') as waiting,
      (select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.status = 'held') as held
    from webhook w left join organisation o on o.id = w.organisation_id left join network n on n.id = w.network_id
    where (w.organisation_id = ${actor.role === 'primary' ? actor.organisationId : null}::uuid
      or w.network_id = any(${[...actor.coordinates]}::uuid[])) and (${id}::uuid is null or w.id = ${id}::uuid)
    order by w.organisation_id nulls last, lower(w.name), w.id`.execute(db)
  return rows
}

/** Null where it is absent or somebody else's. */
export async function readWebhook(db: Kysely<DB>, actor: Actor, id: string): Promise<Webhook | null> {
  const [found = null] = await listWebhooks(db, actor, id)
  return found
}

export async function insertWebhook(trx: Kysely<DB>, { owner, ...webhook }: NewWebhook): Promise<void> {
  await trx
    .insertInto('webhook')
    .values({ ...webhook, ...owner })
    .execute()
}

/** How many an owner has. */
export async function countWebhooks(trx: Kysely<DB>, owner: Owner): Promise<number> {
  const [column, id] =
    'networkId' in owner
      ? (['networkId', owner.networkId] as const)
      : (['organisationId', owner.organisationId] as const)
  const rows = await trx.selectFrom('webhook').select('id').where(column, '=', id).execute()
  return rows.length
}

/** Locks it until the transaction ends. */
export async function lockSecret(trx: Kysely<DB>, id: string): Promise<Buffer | null> {
  const row = await trx.selectFrom('webhook').select('secret').where('id', '=', id).forUpdate().executeTakeFirst()
  return row?.secret ?? null
}

/** Locks it; null where it is gone or off already. */
export async function lockOwner(
  trx: Kysely<DB>,
  id: string,
): Promise<Pick<Webhook, 'organisationId' | 'networkId'> | null> {
  const query = trx.selectFrom('webhook').select(['organisationId', 'networkId']).where('id', '=', id)
  return (await query.where('offAt', 'is', null).forUpdate().executeTakeFirst()) ?? null
}

export type Change = Partial<{
  name: string
  address: string
  kinds: WebhookKind[]
  secret: Buffer
  oldSecret: Buffer | null
  oldUntil: Date | null
  failingSince: Date | null
  restUntil: Date | null
  offAt: Date | null
  offWhy: 'person' | 'failing' | null
}>

export async function changeWebhook(trx: Kysely<DB>, id: string, change: Change): Promise<void> {
  await trx.updateTable('webhook').set(change).where('id', '=', id).execute()
}

export async function deleteWebhook(trx: Kysely<DB>, id: string): Promise<void> {
  await trx.deleteFrom('webhook').where('id', '=', id).execute()
}
