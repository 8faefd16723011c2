/** Signing in and out, through HTTP on real SQL. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, password, startApp } from '#test/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const email = (who: string) => `${who}@northbank.example`

test('ADM-5: the right password opens Home, and signing out closes it again', async () => {
  await app.addUser({ email: email('ama'), name: 'Ama Mensah' })
  const browser = app.browser()
  const answer = await browser.fill('/sign-in', { email: email('ama'), password })
  expect(answer).toMatchObject({ status: 303, location: '/' })
  expect((await browser.get('/')).text).toContain('Ama Mensah')

  expect((await browser.post('/sign-out')).location).toBe('/sign-in?done=out')

  expect(await browser.get('/')).toMatchObject({ status: 303, location: '/sign-in' })
})
