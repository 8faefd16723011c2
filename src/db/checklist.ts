/** How far the setting up of a network has come, and whether its coordinators put the checklist away. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { type ChecklistFacts, checklistOf } from '../domain/checklist.ts'
import type { DB } from './schema.ts'

type Row = ChecklistFacts & { hidden: boolean }

export async function readChecklist(db: Kysely<DB>, networkId: string) {
  const { rows } = await sql<Row>`
    select n.checklist_hidden_at is not null as hidden, n.description <> '' as described,
      n.help_name <> '' and (n.help_email <> '' or n.help_phone <> '') as helped,
      (select count(*)::int from network_area a where a.network_id = n.id) as areas,
      (select count(*)::int from category c where c.network_id = n.id and c.retired_at is null) as categories,
      exists (select from form_version f where f.network_id = n.id and f.status <> 'draft' and f.published_by is not null) as form_published,
      (select count(*)::int from outcome o where o.network_id = n.id and o.retired_at is null and o.successful) as successful,
      (select count(*)::int from outcome o where o.network_id = n.id and o.retired_at is null and not o.successful) as unsuccessful,
      (select min((select count(*)::int from term t where t.network_id = n.id and t.list = l.list and t.retired_at is null))
        from unnest(array['decline_reason', 'withdraw_reason', 'unmet_reason', 'reassign_reason']) l (list)) as reasons,
      exists (select from consent_wording w where w.network_id = n.id and w.published_by is not null) as wording_published,
      exists (select from organisation_in_network m where m.network_id = n.id and m.organisation_id = n.coordinating_organisation_id
        and m.agreement_id = (select a.id from agreement a where a.network_id = n.id and a.in_force_from <= now() order by a.version desc limit 1))
        as agreement_accepted,
      (select count(*)::int from invitation i where i.network_id = n.id and i.role = 'primary' and i.revoked_at is null and i.refused_at is null)
        + (select count(*)::int from organisation_in_network m where m.network_id = n.id and m.status = 'active'
          and m.organisation_id <> n.coordinating_organisation_id) as invited,
      (select count(*)::int from service_in_network s join service v on v.id = s.service_id
        where s.network_id = n.id and s.active and v.status = 'active') as services
    from network n where n.id = ${networkId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no such network')
  const { hidden, ...facts } = row
  return { hidden, facts, checklist: checklistOf(facts) }
}
export type NetworkChecklist = Awaited<ReturnType<typeof readChecklist>>

export async function saveChecklistHidden(trx: Transaction<DB>, networkId: string, at: Date | null): Promise<void> {
  await trx.updateTable('network').set({ checklistHiddenAt: at }).where('id', '=', networkId).execute()
}
