/** Who the token speaks for, and what it may do. */
import { scopes } from '../../domain/policy.ts'
import { answer, bearer, createRoute, id, newApi, refusals, z } from '../openapi.ts'

const me = z
  .object({
    user: z.object({ id, name: z.string() }),
    organisation: z.object({ id, name: z.string(), role: z.enum(['primary', 'member']).nullable() }).nullable(),
    networks: z.array(z.object({ id, agreed: z.boolean() })),
    coordinates: z.array(id),
    commissions: z.array(id),
    administrator: z.boolean(),
    scopes: z.array(z.enum(scopes)),
  })
  .openapi('Me')

const route = createRoute({
  tags: ['You'],
  security: bearer,
  method: 'get',
  path: '/api/v1/me',
  summary: 'Who you are here',
  responses: { 200: answer(me, 'You'), ...refusals },
})

export const whoAmI = newApi().openapi(route, c => {
  const { userId, name, organisationId, organisationName, role, networks, ...rest } = c.var.actor
  const organisation = organisationId ? { id: organisationId, name: organisationName ?? '', role } : null
  const { coordinates, commissions, administrator, scopes } = rest
  const grants = { coordinates: [...coordinates], commissions: [...commissions], administrator }
  return c.json(
    { user: { id: userId, name }, organisation, networks: [...networks], ...grants, scopes: [...(scopes ?? [])] },
    200,
  )
})
