/** ADM-1, PUB-2: a category of need as its network's coordinators keep it: the twin of its page in the settings. */
import { keepEntry } from '../../actions/keep-entry.ts'
import { requireCoordinator } from '../../actions/require-coordinator.ts'
import { type Entry, readRegister } from '../../db/settings.ts'
import { Problem } from '../../domain/problem.ts'
import { categoryForm, registerOf } from '../../domain/registers.ts'
import type { ApiEnv } from '../env.ts'
import { answer, bearer, body, createRoute, described, id, newApi, writeRefusals, z } from '../openapi.ts'
import { category } from './networks.ts'

const { label, description, parentId } = categoryForm.shape
const patch = described(
  z
    .strictObject({ label, description: description.unwrap(), sensitive: z.boolean(), parent: parentId.unwrap() })
    .partial(),
  'What is left out stays as it is.',
)

const change = createRoute({
  ...{ tags: ['Networks'], security: bearer, method: 'patch', path: '/api/v1/networks/{id}/categories/{category}' },
  summary: 'Change a category of need',
  description: 'For the network’s coordinators. Refused (409) where somebody else changes it at the same moment.',
  request: { params: z.object({ id, category: id }), body: body(patch) },
  responses: { 200: answer(category, 'As it now stands'), ...writeRefusals },
})

export const categoryKeeping = newApi().openapi(change, async c => {
  const { id: networkId, category } = c.req.valid('param')
  requireCoordinator(c.var, networkId, 'keepForms')
  const before = await entryOf(c.var.ctx, networkId, category)
  const { label = before.label, description = before.description, ...changed } = c.req.valid('json')
  const { sensitive = before.sensitive, parent = before.parentId } = changed
  const kept = { label, description: description ?? '', icon: before.icon ?? null }
  const change = { did: 'change', ...kept, sensitive: sensitive === true, parentId: parent ?? null } as const
  await keepEntry(c.var.ctx, { networkId, register, id: category, seen: before.seen }, change, 'keepForms')
  return c.json(shape(await entryOf(c.var.ctx, networkId, category)), 200)
})

const register = registerOf('categories')

async function entryOf({ db }: ApiEnv['Variables']['ctx'], networkId: string, category: string): Promise<Entry> {
  const entry = (await readRegister(db, networkId, register)).find(one => one.id === category)
  if (!entry) throw new Problem('not_found', 'There is no such category.')
  return entry
}

function shape({ id, parentId, label, description, retired, sensitive }: Entry): z.infer<typeof category> {
  const own = { id, label, retired, parent: parentId ?? null }
  return { ...own, description: description ?? '', sensitive: sensitive === true }
}
