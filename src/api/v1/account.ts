/** One's own account: name and language, where one is signed in, tokens. */
import { revokeToken } from '../../actions/account/revoke-token.ts'
import type { ActingContext } from '../../actions/context.ts'
import { readAccount } from '../../db/accounts.ts'
import { listSessions } from '../../db/sessions.ts'
import { listTokens } from '../../db/tokens.ts'
import { preferencesPatch } from '../../domain/account.ts'
import { browsers, systems } from '../../domain/device.ts'
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
import { refuseToken } from '../own-account-rule.ts'

const shared = { tags: ['You'], security: bearer }
const ownPreferences = z
  .object({ name: z.string(), email: z.string(), language: z.enum(['en', 'cy']) })
  .openapi('Preferences')
const sessions = z
  .object({
    sessions: z.array(
      z.object({
        id,
        browser: z.enum(browsers),
        system: z.enum(systems),
        since: moment,
        lastUsed: moment.openapi({ description: 'To the minute.' }),
      }),
    ),
  })
  .openapi('Sessions')
const tokens = z
  .object({
    tokens: z.array(
      z.object({
        id,
        name: z.string(),
        scopes: z.array(z.string()),
        expiresAt: moment,
        lastUsedAt: moment.nullable(),
        revokedAt: moment.nullable(),
      }),
    ),
  })
  .openapi('Tokens')
const done = { 204: { description: 'Done' }, ...writeRefusals }

const readPreferences = createRoute({
  ...{ ...shared, method: 'get', path: '/api/v1/me/preferences', summary: 'Your name, address and language' },
  responses: { 200: answer(ownPreferences, 'As they stand'), ...refusals },
})
const changePreferences = createRoute({
  ...{
    ...shared,
    method: 'patch',
    path: '/api/v1/me/preferences',
    summary: 'Change your name or language: on the screen alone, so always refused',
  },
  request: { body: body(preferencesPatch) },
  responses: { 200: answer(ownPreferences, 'As they stand now'), ...writeRefusals },
})
const readSessions = createRoute({
  ...{ ...shared, method: 'get', path: '/api/v1/me/sessions', summary: 'Where you are signed in' },
  responses: { 200: answer(sessions, 'The one used last first'), ...refusals },
})
const endSession = createRoute({
  ...{
    ...shared,
    method: 'delete',
    path: '/api/v1/me/sessions/{id}',
    summary: 'Sign one device out: on the screen alone, so always refused',
  },
  request: { params: idParam },
  responses: done,
})
const endSessions = createRoute({
  ...{
    ...shared,
    method: 'delete',
    path: '/api/v1/me/sessions',
    summary: 'Sign out everywhere: on the screen alone, so always refused',
  },
  responses: done,
})
const readTokens = createRoute({
  ...{ ...shared, method: 'get', path: '/api/v1/me/tokens', summary: 'Your tokens, never what opens them' },
  description: 'A token is made by a person at the screen, under Preferences.',
  responses: { 200: answer(tokens, 'Newest first'), ...refusals },
})
const endToken = createRoute({
  ...{ ...shared, method: 'delete', path: '/api/v1/me/tokens/{id}', summary: 'Revoke the token that asks' },
  request: { params: idParam },
  responses: done,
})

export const ownAccount = newApi()
  .openapi(readPreferences, async c => c.json(await preferencesOf(c.var.ctx), 200))
  .openapi(changePreferences, refuseToken)
  .openapi(readSessions, async c => {
    const { ctx, actor } = c.var
    const own = await listSessions(ctx.db, actor.userId, ctx.now())
    const shown = own.map(({ createdAt, usedAt, ...rest }) => {
      return { ...rest, since: createdAt.toISOString(), lastUsed: usedAt.toISOString() }
    })
    return c.json({ sessions: shown }, 200)
  })
  .openapi(endSession, refuseToken)
  .openapi(endSessions, refuseToken)
  .openapi(readTokens, async c => {
    const { ctx, actor } = c.var
    const own = await listTokens(ctx.db, actor.userId)
    const shown = own.map(({ expiresAt, lastUsedAt, revokedAt, ...rest }) => {
      const moments = { lastUsedAt: lastUsedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null }
      return { ...rest, expiresAt: expiresAt.toISOString(), ...moments }
    })
    return c.json({ tokens: shown }, 200)
  })
  .openapi(endToken, async c => {
    const { id } = c.req.valid('param')
    if (id !== c.var.actor.tokenId) refuseToken()
    await revokeToken(c.var.ctx, id)
    return c.body(null, 204)
  })

async function preferencesOf({ db, actor }: ActingContext) {
  const { name, email, language } = await readAccount(db, actor.userId)
  return { name, email, language }
}
