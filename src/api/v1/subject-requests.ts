/** What is held on a person: found, given out and erased, by a network's coordinators and an organisation's primary users. */
import { askData } from '../../actions/privacy/ask-data.ts'
import { eraseSubject } from '../../actions/privacy/erase.ts'
import { searchSubjects } from '../../actions/privacy/find-subjects.ts'
import { type Dossier, openRequest, previewErasure, produceDossier } from '../../actions/privacy/read-data.ts'
import type { Actor } from '../../domain/policy.ts'
import type { Controller } from '../../domain/policy-on-privacy.ts'
import { Problem } from '../../domain/problem.ts'
import { subjectAsk, subjectSearch } from '../../domain/subject.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  moment,
  newApi,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'

const path = '/api/v1/subject-requests'
const shared = { tags: ['Privacy'], security: bearer }
const network = id
  .optional()
  .openapi({ description: 'The network that holds it; left out: your organisation, for its own records.' })
const text = z.string().nullable()

const found = z
  .object({ id, reference: text, name: text, dateOfBirth: text, postcode: text, at: moment, status: text })
  .openapi('SubjectFound')
const going = z.object({
  ...{ answers: z.int(), notes: z.int(), privateNotes: z.int(), files: z.int(), letters: z.int(), contacts: z.int() },
})
const rows = z.array(z.record(z.string(), z.unknown()))
const request = z
  .object({
    id,
    kind: z.enum(['access', 'erasure']),
    reason: z.string(),
    askedAt: moment,
    doneAt: moment.nullable(),
    privateNotes: z.object({ total: z.int(), released: z.int(), kept: z.int() }).nullable(),
    held: z
      .array(z.object({ id, reference: text, tables: z.record(z.string(), rows), notes: z.array(z.string()) }))
      .nullable()
      .openapi({ description: 'Of a copy: every row that is about the person, by table. Private notes never.' }),
    erasure: z
      .object({
        going,
        inTheWay: z.array(z.object({ id, reference: text, why: z.enum(['open', 'held']) })),
        elsewhere: z.array(z.object({ kind: z.enum(['people', 'network']), name: z.string(), count: z.int() })),
      })
      .nullable()
      .openapi({
        description: 'Of an erasure that waits: what goes, what stands in its way, who else holds something.',
      }),
  })
  .openapi('SubjectRequest')

const search = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/search`,
  summary: 'Find what may be held on a person',
  description:
    'In a body, since a name never belongs in an address. Restricted referrals are found by their reference.',
  request: { body: body(z.strictObject({ network, search: subjectSearch })) },
  responses: { 200: answer(z.object({ found: z.array(found) }), 'What matches most first'), ...writeRefusals },
})
const make = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Record that a person asks for a copy or for erasure',
  description: 'Authors of private notes are asked whether to release them. Nothing is erased yet.',
  request: { body: body(z.strictObject({ network, ask: subjectAsk })) },
  responses: { 201: answer(z.object({ id }), 'Recorded'), ...writeRefusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}`,
  summary: 'Read a request: everything held, or what an erasure takes',
  description: 'Each reading of a copy is recorded.',
  request: { params: idParam },
  responses: { 200: answer(request, 'The request'), ...refusals },
})
const erase = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/erase`,
  summary: 'Erase it for good',
  description: 'Erasing twice is erasing once.',
  request: { params: idParam, body: body(z.strictObject({ sure: z.literal(true) })) },
  responses: { 200: answer(z.object({ erased: z.literal(true) }), 'Erased'), ...writeRefusals },
})

export const subjectRequests = newApi()
  .openapi(search, async c => {
    const asked = c.req.valid('json')
    const rows = await searchSubjects(c.var.ctx, controllerOf(c.var.actor, asked.network), asked.search)
    return c.json({ found: rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }, 200)
  })
  .openapi(make, async c => {
    const { network: of, ask } = c.req.valid('json')
    return c.json({ id: await askData(c.var.ctx, controllerOf(c.var.actor, of), ask) }, 201)
  })
  .openapi(read, async c => {
    const { ctx } = c.var
    const asked = await openRequest(ctx, c.req.valid('param').id)
    const dossier = asked.kind === 'access' ? await produceDossier(ctx, asked.id, 'api') : null
    const preview = asked.kind === 'erasure' && !asked.doneAt ? await previewErasure(ctx, asked) : null
    const about = { id: asked.id, kind: asked.kind, reason: asked.reason, askedAt: asked.madeAt.toISOString() }
    const erasure = preview && { going: preview.going, inTheWay: preview.inTheWay, elsewhere: preview.elsewhere }
    const held = dossier && shape(dossier)
    const doneAt = asked.doneAt?.toISOString() ?? null
    return c.json({ ...about, doneAt, privateNotes: dossier?.privately ?? null, held, erasure }, 200)
  })
  .openapi(erase, async c => {
    await eraseSubject(c.var.ctx, c.req.valid('param').id)
    return c.json({ erased: true as const }, 200)
  })

function controllerOf({ organisationId }: Actor, networkId: string | undefined): Controller {
  if (networkId) return { networkId }
  if (organisationId) return { organisationId }
  throw new Problem('not_found', 'There is nothing here.')
}

function shape({ parts }: Dossier) {
  return parts.map(({ id: of, reference, dump, notes }) => ({
    ...{ id: of, reference, tables: dump, notes: notes.map(({ body: words }) => words) },
  }))
}
