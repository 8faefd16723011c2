/** The versions of a network's form, as its coordinators keep them: the twins of the designer's pages (FORM-5). */
import { discardFormDraft } from '../../actions/discard-form-draft.ts'
import { formMark, replaceFormDraft } from '../../actions/keep-form-draft.ts'
import { publishForm } from '../../actions/publish-form.ts'
import { requireCoordinator } from '../../actions/require-coordinator.ts'
import { type FormVersion, knownIn, listFormVersions, listNetworkServices, readFormVersion } from '../../db/forms.ts'
import { readNetwork } from '../../db/networks.ts'
import { formDefinition } from '../../domain/form.ts'
import { problemsOf, unaskedFacts } from '../../domain/form-problems.ts'
import type { ApiEnv } from '../env.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  described,
  id,
  idParam,
  moment,
  newApi,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { absent } from '../problems.ts'

const path = '/api/v1/networks/{id}/form'
const shared = { tags: ['Networks'], security: bearer }

const row = z.object({
  version: z.int(),
  status: z.enum(['draft', 'published', 'superseded']),
  basedOn: z.int().nullable().openapi({ description: 'The version that it was begun from.' }),
  at: moment.openapi({ description: 'When it was published; of a draft, when it was changed last.' }),
  by: z.string().nullable(),
})
const definition = described(formDefinition, 'All that the form asks. A published one never changes.')
const mark = z.string().max(16)
const version = row
  .extend({
    definition,
    mark: mark.openapi({ description: 'Changes with the definition: send it back as `seen`.' }),
    problems: z
      .array(z.object({ question: z.string(), code: z.string(), about: z.string().optional() }))
      .openapi({ description: 'What keeps it from being published, by question.' }),
    unasked: z.array(z.object({ question: z.string(), fact: z.string() })).openapi({
      description: 'Conditions over what the form does not ask: they never hold, and it can be published all the same.',
    }),
  })
  .openapi('FormVersion')

const list = createRoute({
  ...{ ...shared, method: 'get', path: `${path}/versions` },
  summary: 'List the versions of a form',
  description: 'For coordinators of the network. The newest first; a draft is among them.',
  request: { params: idParam },
  responses: {
    200: answer(z.object({ items: z.array(row.extend({ questions: z.int() })) }), 'All versions'),
    ...refusals,
  },
})
const read = createRoute({
  ...{ ...shared, method: 'get', path: `${path}/versions/{version}` },
  summary: 'Read a version of a form',
  request: { params: z.object({ id, version: z.coerce.number().int().min(1).max(1_000_000) }) },
  responses: { 200: answer(version, 'The version, whole'), ...refusals },
})
const seen = mark.nullable().default(null).openapi({
  description: 'The `mark` of the draft, or of the version in use, that was read. Refused if it has changed since.',
})
const keep = createRoute({
  ...{ ...shared, method: 'put', path: `${path}/draft` },
  summary: 'Replace the draft of a form',
  description:
    'Begins a draft where there is none. It may have problems, but no question may lean on an answer that is not before it.',
  request: { params: idParam, body: body(z.strictObject({ definition, seen }).openapi('FormDraft')) },
  responses: { 200: answer(version, 'The draft as it now stands'), ...writeRefusals },
})
const marked = z.strictObject({ seen: mark.openapi({ description: 'The `mark` of the draft that is meant.' }) })
const publish = createRoute({
  ...{ ...shared, method: 'post', path: `${path}/publish` },
  summary: 'Publish the draft of a form',
  description: 'For referrals begun from now on. Answers given before keep their version.',
  request: { params: idParam, body: body(marked) },
  responses: { 200: answer(version, 'The version now in use'), ...writeRefusals },
})
const discard = createRoute({
  ...{ ...shared, method: 'delete', path: `${path}/draft` },
  summary: 'Throw the draft of a form away',
  request: { params: idParam, query: marked },
  responses: { 204: { description: 'Gone; what is in use stays' }, ...writeRefusals },
})

export const formVersions = newApi()
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    requireCoordinator({ actor }, id, 'keepForms')
    const rows = await listFormVersions(ctx.db, id)
    return c.json({ items: rows.map(one => ({ ...shapeRow(one), questions: one.questions })) }, 200)
  })
  .openapi(read, async c => {
    const { id, version } = c.req.valid('param')
    requireCoordinator(c.var, id, 'keepForms')
    return c.json(await shape(c.var.ctx, id, version), 200)
  })
  .openapi(keep, async c => {
    const { definition, seen } = c.req.valid('json')
    const { id } = c.req.valid('param')
    const version = await replaceFormDraft(c.var.ctx, id, definition, seen)
    return c.json(await shape(c.var.ctx, id, version), 200)
  })
  .openapi(publish, async c => {
    const { id } = c.req.valid('param')
    const version = await publishForm(c.var.ctx, id, c.req.valid('json').seen)
    return c.json(await shape(c.var.ctx, id, version), 200)
  })
  .openapi(discard, async c => {
    await discardFormDraft(c.var.ctx, c.req.valid('param').id, c.req.valid('query').seen)
    return c.body(null, 204)
  })

async function shape({ db }: ApiEnv['Variables']['ctx'], networkId: string, version: number) {
  const found = await readFormVersion(db, networkId, version)
  if (!found) throw absent()
  const [network, services] = [await readNetwork(db, networkId), await listNetworkServices(db, networkId)]
  const { definition } = found
  const problems = problemsOf(definition, knownIn(network, services))
  return { ...shapeRow(found), definition, mark: formMark(definition), problems, unasked: unaskedFacts(definition) }
}

function shapeRow({ version, status, basedOn, at, by }: Omit<FormVersion, 'definition'>) {
  return { version, status, basedOn, at: at.toISOString(), by }
}
