/** People's tags, and two records of one person: merged, undone, told apart; corrections decided. */
import { inTransaction } from '../../actions/context.ts'
import { mergePeople, sayDistinct, undoMerge } from '../../actions/people/merge.ts'
import { takeCorrections } from '../../actions/people/save-person.ts'
import { renameTag, tagPerson, untagPerson } from '../../actions/people/tags.ts'
import { countTags } from '../../db/people/list.ts'
import { correctionForm, tagForm } from '../../domain/people.ts'
import { answer, bearer, body, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { countedTag } from './person-shape.ts'

const path = '/api/v1/people'
const shared = { tags: ['People'], security: bearer }
const made = z.object({ id })
const other = z.strictObject({ other: id })

const listTags = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/tags`,
  summary: 'List tags',
  responses: { 200: answer(z.object({ tags: z.array(countedTag) }), 'Most used first'), ...refusals },
})
const rename = createRoute({
  ...shared,
  method: 'put',
  path: `${path}/tags/{id}`,
  summary: 'Rename a tag',
  request: { params: idParam, body: body(tagForm) },
  responses: { 200: answer(made, 'Renamed'), ...writeRefusals },
})
const add = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/tags`,
  summary: 'Tag a person',
  description: 'By its name: one that is there already, in whatever case, or a new one.',
  request: { params: idParam, body: body(tagForm) },
  responses: { 201: answer(made, 'The tag’s id'), ...writeRefusals },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: `${path}/{id}/tags/{tag}`,
  summary: 'Take a tag off a person',
  request: { params: z.object({ id, tag: id }) },
  responses: { 204: { description: 'Taken off' }, ...writeRefusals },
})
const merge = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/merge`,
  summary: 'Merge another record into this one',
  description: '`other` is absorbed, this one stays. 409 where one of them has been merged already.',
  request: { params: idParam, body: body(other) },
  responses: { 201: answer(made, 'The merge’s id, by which it is undone'), ...writeRefusals },
})
const undo = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/merges/{id}/undo`,
  summary: 'Undo a merge',
  request: { params: idParam },
  responses: { 200: answer(z.object({ from: id, into: id }), 'Two records again'), ...writeRefusals },
})
const distinct = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/distinct`,
  summary: 'Say that two records that look alike are two people',
  request: { params: idParam, body: body(other) },
  responses: { 204: { description: 'Not asked again' }, ...writeRefusals },
})
const correct = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/corrections`,
  summary: 'Decide on corrections that are offered',
  description: 'The fields to take over from the other account; none keeps your record as it is.',
  request: { params: idParam, body: body(correctionForm) },
  responses: { 200: answer(made, 'Decided'), ...writeRefusals },
})

export const peopleJoined = newApi()
  .openapi(listTags, async c => {
    const { ctx, actor } = c.var
    const tags = await inTransaction(ctx, trx => countTags(trx, actor.organisationId ?? ''))
    return c.json({ tags: tags.map(({ count, ...tag }) => ({ ...tag, people: count })) }, 200)
  })
  .openapi(rename, async c => {
    const { id } = c.req.valid('param')
    await renameTag(c.var.ctx, id, c.req.valid('json').name)
    return c.json({ id }, 200)
  })
  .openapi(add, async c =>
    c.json({ id: await tagPerson(c.var.ctx, c.req.valid('param').id, c.req.valid('json').name) }, 201),
  )
  .openapi(remove, async c => {
    const { id, tag } = c.req.valid('param')
    await untagPerson(c.var.ctx, id, tag)
    return c.body(null, 204)
  })
  .openapi(merge, async c => {
    const pair = { fromId: c.req.valid('json').other, intoId: c.req.valid('param').id }
    return c.json({ id: await mergePeople(c.var.ctx, pair) }, 201)
  })
  .openapi(undo, async c => {
    const { fromId, intoId } = await undoMerge(c.var.ctx, c.req.valid('param').id)
    return c.json({ from: fromId, into: intoId }, 200)
  })
  .openapi(distinct, async c => {
    await sayDistinct(c.var.ctx, c.req.valid('param').id, c.req.valid('json').other)
    return c.body(null, 204)
  })
  .openapi(correct, async c =>
    c.json({ id: await takeCorrections(c.var.ctx, c.req.valid('param').id, c.req.valid('json')) }, 200),
  )
