/** Handing over to a colleague, and ending cover. */
import { endCover, handOver } from '../../actions/hand-over/hand-over.ts'
import { type Colleague, listColleagues } from '../../db/colleagues.ts'
import { type HandOver, listHandOvers, readOpenWork } from '../../db/hand-overs.ts'
import { handOverForm } from '../../domain/hand-over.ts'
import { type Actor, mayHandOver } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { answer, bearer, body, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'

const shared = { tags: ['You'], security: bearer }
const day = z.string().openapi({ format: 'date' })
const whose = id.optional().openapi({ description: 'A colleague’s user, for a primary user. Left out: you.' })
const covered = z.object({
  id,
  from: z.object({ user: id, name: z.string() }),
  to: z.object({ user: id, name: z.string() }),
  firstDay: day,
  lastDay: day.nullable(),
  begun: z.boolean(),
})
const shape = z
  .object({
    open: z.int().openapi({ description: 'Open referrals that they look after.' }),
    drafts: z.int().openapi({ description: 'Referrals begun and not sent.' }),
    colleagues: z.array(z.object({ user: id, name: z.string() })),
    cover: z.array(covered).openapi({ description: 'Arranged or under way: for them, or by them.' }),
  })
  .openapi('HandOver')

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/api/v1/hand-overs',
  summary: 'What there is to hand over',
  description: 'What somebody has open, who could take it, and the cover that is arranged.',
  request: { query: z.strictObject({ whose }) },
  responses: { 200: answer(shape, 'As it stands now'), ...refusals },
})
const arrange = createRoute({
  ...shared,
  method: 'post',
  path: '/api/v1/hand-overs',
  summary: 'Hand over to a colleague',
  description:
    'For good, at once; or from the first day away to the last: then it comes back by itself, and until then the colleague is emailed too.',
  request: { body: body(handOverForm.extend({ whose }).openapi('NewHandOver')) },
  responses: { 200: answer(shape, 'As it stands now'), ...writeRefusals },
})
const end = createRoute({
  ...shared,
  method: 'post',
  path: '/api/v1/hand-overs/{id}/end',
  summary: 'End cover',
  description: 'What is still open goes back.',
  request: { params: idParam },
  responses: { 200: answer(z.object({ ended: z.literal(true) }), 'It has ended'), ...writeRefusals },
})

export const handOvers = newApi()
  .openapi(read, async c => c.json(await asShape(c.var, c.req.valid('query').whose), 200))
  .openapi(arrange, async c => {
    const { whose: user, ...form } = c.req.valid('json')
    const { colleague } = await loadWhose(c.var, user)
    await handOver(c.var.ctx, colleague.id, form)
    return c.json(await asShape(c.var, user), 200)
  })
  .openapi(end, async c => {
    await endCover(c.var.ctx, c.req.valid('param').id)
    return c.json({ ended: true as const }, 200)
  })

type Visit = { actor: Actor; ctx: Parameters<typeof handOver>[0] }

async function loadWhose({ actor, ctx }: Visit, user = actor.userId) {
  const all = actor.organisationId ? await listColleagues(ctx.db, actor.organisationId) : []
  const here = all.filter(({ endedAt }) => endedAt === null)
  const colleague = here.find(({ userId }) => userId === user)
  if (!colleague || !mayHandOver(actor, colleague)) throw new Problem('not_found', 'There is no such colleague.')
  return { colleague, others: here.filter(({ id }) => id !== colleague.id) }
}

async function asShape(visit: Visit, user?: string) {
  const { colleague, others } = await loadWhose(visit, user)
  const { organisationId, userId } = colleague
  const { open, drafts } = await readOpenWork(visit.ctx.db, organisationId, userId, 0)
  const cover = await listHandOvers(visit.ctx.db, organisationId, userId)
  return { open, drafts, colleagues: others.map(named), cover: cover.map(asCover) }
}

function named({ userId, name }: Colleague) {
  return { user: userId, name }
}

function asCover({ id, fromUserId, fromName, toUserId, toName, fromDay, untilDay, begun }: HandOver) {
  const [from, to] = [
    { user: fromUserId, name: fromName },
    { user: toUserId, name: toName },
  ]
  return { id, from, to, firstDay: fromDay, lastDay: untilDay, begun }
}
