/** What you are emailed, kind by kind. */
import { noticesFor } from '../../actions/choose-notices.ts'
import { hows, kindNames, noticeChoices } from '../../domain/notices.ts'
import { answer, bearer, body, createRoute, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { refuseToken } from '../own-account-rule.ts'

const path = '/api/v1/me/notifications'
const shared = { tags: ['You'], security: bearer, path }
const shape = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.enum(kindNames as unknown as ['asked']),
        how: z.enum(hows),
        mayTurnOff: z.boolean().openapi({ description: 'Not where nobody else would be told.' }),
      }),
    ),
  })
  .openapi('Notifications')

const read = createRoute({
  ...shared,
  method: 'get',
  summary: 'What you are emailed',
  responses: { 200: answer(shape, 'Each kind: at once, once a day, or not at all'), ...refusals },
})
const choose = createRoute({
  ...shared,
  method: 'put',
  summary: 'Choose what you are emailed: on the screen alone, so always refused',
  request: { body: body(noticeChoices) },
  responses: { 200: answer(shape, 'As it stands now'), ...writeRefusals },
})

export const notifications = newApi()
  .openapi(read, async c => c.json(await asShape(c.var.ctx), 200))
  .openapi(choose, refuseToken)

async function asShape(ctx: Parameters<typeof noticesFor>[0]) {
  return { kinds: (await noticesFor(ctx)).kinds as z.infer<typeof shape>['kinds'] }
}
