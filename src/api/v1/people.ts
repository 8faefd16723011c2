/** People: your organisation's own records, listed, found, read and written. */
import { inTransaction } from '../../actions/context.ts'
import { addContact, finishNextStep, removeContact } from '../../actions/people/contacts.ts'
import { keepSentPerson } from '../../actions/people/keep-sent.ts'
import { savePerson } from '../../actions/people/save-person.ts'
import { viewPerson } from '../../actions/people/view-person.ts'
import { listPeople } from '../../db/people/list.ts'
import { readOwnRecord } from '../../db/people/own.ts'
import { findPeople } from '../../db/people/searches.ts'
import { contactForm, personDetails } from '../../domain/people.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  newApi,
  next,
  paging,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { nextPage } from '../paging.ts'
import { person, personRow, shapePerson, shapeRow } from './person-shape.ts'

const path = '/api/v1/people'
const shared = { tags: ['People'], security: bearer }
const rows = z.object({ people: z.array(personRow), next })
const made = z.object({ id })
const contactParam = z.object({ id, contact: id })

const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List people',
  description: 'Your organisation’s own records, by surname. `referral`: the one that a referral made.',
  request: {
    query: z.strictObject({ cursor: id.optional(), limit: paging.limit, tag: id.optional(), referral: id.optional() }),
  },
  responses: { 200: answer(rows, 'A page of rows'), ...refusals },
})
const search = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/search`,
  summary: 'Find people by name or telephone number',
  description: 'In a body, since a name never belongs in an address.',
  request: {
    body: body(z.strictObject({ q: z.string().trim().min(2).max(200), limit: z.int().min(1).max(100).default(25) })),
  },
  responses: { 200: answer(z.object({ people: z.array(personRow) }), 'Best first'), ...writeRefusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}`,
  summary: 'Read a person’s record',
  description: 'That it was read is recorded.',
  request: { params: idParam },
  responses: { 200: answer(person, 'The record'), ...refusals },
})
const change = createRoute({
  ...shared,
  method: 'put',
  path: `${path}/{id}`,
  summary: 'Change a person’s details',
  description: 'All of them: what is left out becomes blank. Referrals stay as they were sent.',
  request: { params: idParam, body: body(personDetails) },
  responses: { 200: answer(made, 'Changed'), ...writeRefusals },
})
const log = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/contacts`,
  summary: 'Record a contact',
  request: { params: idParam, body: body(contactForm) },
  responses: { 201: answer(made, 'Recorded'), ...writeRefusals },
})
const finish = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/contacts/{contact}/done`,
  summary: 'Mark its next step as done',
  request: { params: contactParam },
  responses: { 200: answer(z.object({ done: z.literal(true) }), 'Done'), ...writeRefusals },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: `${path}/{id}/contacts/{contact}`,
  summary: 'Remove a contact that you recorded',
  request: { params: contactParam },
  responses: { 204: { description: 'Removed' }, ...writeRefusals },
})
const keep = createRoute({
  ...shared,
  method: 'post',
  path: '/api/v1/referrals/{id}/keep',
  summary: 'Keep the person whom you referred in your people',
  request: { params: idParam },
  responses: { 201: answer(made, 'The record’s id'), ...writeRefusals },
})

export const people = newApi()
  .openapi(list, async c => {
    const { ctx, actor } = c.var
    const { cursor, limit, tag, referral } = c.req.valid('query')
    const organisationId = actor.organisationId ?? ''
    const page = await inTransaction(ctx, async trx => {
      const record = referral ? await readOwnRecord(trx, referral, organisationId) : null
      const ids = referral ? (record ? [record.personId] : []) : undefined
      return listPeople(trx, organisationId, { tagId: tag, after: cursor, ids }, limit)
    })
    return c.json({ people: page.rows.map(shapeRow), next: nextPage(c.req.url, page.next) }, 200)
  })
  .openapi(search, async c => {
    const { ctx, actor } = c.var
    const { q, limit } = c.req.valid('json')
    const page = await inTransaction(ctx, async trx =>
      listPeople(trx, actor.organisationId ?? '', { ids: await findPeople(trx, q) }, limit),
    )
    return c.json({ people: page.rows.map(shapeRow) }, 200)
  })
  .openapi(read, async c => c.json(shapePerson(await viewPerson(c.var.ctx, c.req.valid('param').id, 'api')), 200))
  .openapi(change, async c =>
    c.json({ id: await savePerson(c.var.ctx, c.req.valid('param').id, c.req.valid('json')) }, 200),
  )
  .openapi(log, async c =>
    c.json({ id: await addContact(c.var.ctx, c.req.valid('param').id, c.req.valid('json')) }, 201),
  )
  .openapi(finish, async c => {
    const { id, contact } = c.req.valid('param')
    await finishNextStep(c.var.ctx, id, contact)
    return c.json({ done: true } as const, 200)
  })
  .openapi(remove, async c => {
    const { id, contact } = c.req.valid('param')
    await removeContact(c.var.ctx, id, contact)
    return c.body(null, 204)
  })
  .openapi(keep, async c => c.json({ id: await keepSentPerson(c.var.ctx, c.req.valid('param').id) }, 201))
