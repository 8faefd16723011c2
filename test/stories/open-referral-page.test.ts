/** The page on which a coordinator takes in another directory's services. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
}, 120_000)
afterAll(() => app?.stop())

test('API-2, API-4: a coordinator takes a feed in from a file, and is told what was not understood and what is wrong', async () => {
  const coordinator = await app.as(world.user.coordinator)
  const page = await coordinator.get('/system/feed')
  expect(page.status).toBe(200)
  const send = async (fields: Record<string, string | File>) => {
    const form = new FormData()
    const [, token = ''] = /name="token" value="([^"]*)"/.exec((await coordinator.get('/system/feed')).text) ?? []
    for (const [name, value] of Object.entries({ token, ...fields })) form.set(name, value)
    return coordinator.request('/system/feed', { method: 'POST', body: form, headers: { origin: app.url } })
  }
  expect(await send({ address: '' })).toMatchObject({
    status: 422,
    text: expect.stringContaining('There is a problem'),
  })
  const inside = await send({ address: `${app.url}/openreferral/v3` })
  expect(inside.status).toBe(422)
  expect(inside.text).toContain(`value="${app.url}/openreferral/v3"`)
  expect((await send({ file: new File(['not json'], 'a.json') })).status).toBe(422)
  const own = readFileSync(join(import.meta.dirname, '../fixtures/open-referral.json'), 'utf8')
  const done = await send({ file: new File([own], 'harbour.json'), categories: 'on' })
  expect(done).toMatchObject({ status: 200, text: expect.stringContaining('New: 2.') })
  expect(done.text).toContain('Costs, which have no place here: 1, such as ')
  expect(done.text).toContain('Without a proper id, because it has no proper id')
})
