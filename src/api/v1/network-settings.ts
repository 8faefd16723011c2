/** NET-1: a network's settings as its coordinators keep them: the twins of the settings' pages, all in one shape. */
import { keepSettings, settingsMark } from '../../actions/keep-settings.ts'
import { requireCoordinator } from '../../actions/require-coordinator.ts'
import { readNetwork } from '../../db/networks.ts'
import { type SettingsPart, settingsOf, settingsParts, settingsPatch } from '../../domain/network-settings.ts'
import type { ApiEnv } from '../env.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  described,
  id,
  idParam,
  newApi,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'

const path = '/api/v1/networks/{id}/settings'
const shared = { tags: ['Networks'], security: bearer }

const marks = z.partialRecord(z.enum(settingsParts as [SettingsPart, ...SettingsPart[]]), z.string().max(16))
const part = z.record(z.string(), z.unknown())
const settings = z
  .object({
    network: id,
    logo: z.object({ id, alt: z.string() }).nullable(),
    ...(Object.fromEntries(settingsParts.map(name => [name, part])) as Record<SettingsPart, typeof part>),
    marks: marks.openapi({ description: 'Each changes with its part: send back in `seen` those of what you change.' }),
  })
  .openapi('NetworkSettings')
const patch = described(
  settingsPatch.extend({ seen: marks.optional() }),
  'Any parts, and of each any settings: what is left out stays as it is. With `seen` it is refused (409) where somebody changed such a part since.',
)

const read = createRoute({
  ...{ ...shared, method: 'get', path },
  summary: 'Read a network’s settings',
  description: 'For its coordinators.',
  request: { params: idParam },
  responses: { 200: answer(settings, 'All parts'), ...refusals },
})
const change = createRoute({
  ...{ ...shared, method: 'patch', path },
  summary: 'Change a network’s settings',
  description: 'All of it is kept, or nothing.',
  request: { params: idParam, body: body(patch) },
  responses: { 200: answer(settings, 'As they now stand'), ...writeRefusals },
})

export const networkSettingsApi = newApi()
  .openapi(read, async c => {
    const { id } = c.req.valid('param')
    requireCoordinator(c.var, id, 'keepForms')
    return c.json(await shape(c.var.ctx, id), 200)
  })
  .openapi(change, async c => {
    const { id } = c.req.valid('param')
    const { seen = {}, ...parts } = c.req.valid('json')
    await keepSettings(c.var.ctx, id, parts, seen, 'keepForms')
    return c.json(await shape(c.var.ctx, id), 200)
  })

async function shape({ db }: ApiEnv['Variables']['ctx'], networkId: string): Promise<z.infer<typeof settings>> {
  const network = await readNetwork(db, networkId)
  const marked = Object.fromEntries(settingsParts.map(name => [name, settingsMark(network, name)]))
  return { network: networkId, logo: network.logo, ...settingsOf(network), marks: marked }
}
