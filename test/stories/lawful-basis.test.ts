/** DOMAIN, Consent: only where a network allows it, a recorded basis in law stands in for the person's consent. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

let app: App
let strict: World
let lenient: World
const reason = 'She could not be woken, and the ward asked for a bed tonight.'

beforeAll(async () => {
  app = await startApp()
  strict = await network({ database: app.database })
  lenient = await network({ database: app.database, settings: { lawfulBasis: true } })
})
afterAll(() => app?.stop())

/** As far as the consent page of a filled form. */
async function upToConsent(world: World) {
  const browser = await app.as(world.users.referrer)
  const opened = await browser.get('/refer')
  const path = new URL(opened.location ?? '', app.url).pathname
  await browser.get(opened.location ?? '')
  const person = { 'person.firstName': 'Blodwen', 'person.lastName': 'Quill', 'address.postcode': 'L4 9ZQ' }
  await browser.post(path, { network: world.networkId, go: 'services', needs: world.categories.food, ...person })
  const { text } = await browser.get(`${path}/consent`)
  // Once for agreeing, once for refusing.
  const listed = [...text.matchAll(/name="services" value="([^"]+)"/g)].map(([, id = '']) => id)
  const services = listed.slice(0, listed.length / 2)
  const agree = (fields: Record<string, string>) =>
    browser.post(`${path}/consent`, { wordingId: world.wordingId, services, ...fields })
  return { browser, path, text, agree }
}

test('FORM-11: where the network allows it, the form is sent on a basis in law with its reason, and the referral says so', async () => {
  const { browser, path, text, agree } = await upToConsent(lenient)
  expect(text).toContain('value="vital_interests"')
  const bare = await agree({ lawfulBasis: 'vital_interests' })
  expect([bare.status, bare.text.includes('Error: ')]).toEqual([422, true])
  const both = await agree({ lawfulBasis: 'vital_interests', basisReason: reason, given: 'on', how: 'spoken' })
  expect(both.status).toBe(422)
  expect((await agree({ lawfulBasis: 'vital_interests', basisReason: reason })).location).toBe(`${path}/check`)
  expect((await browser.get(`${path}/check`)).text).toContain(reason)
  const id = (await browser.post(`${path}/send`)).location?.split('/')[2] ?? ''
  expect((await browser.get(`/referrals/${id}`)).text).toContain(reason)
  const kept = app.database.owner.selectFrom('consent').select(['how', 'lawfulBasis', 'basisReason'])
  expect(await kept.where('referralId', '=', id).executeTakeFirst()).toEqual({
    ...{ how: null, lawfulBasis: 'vital_interests', basisReason: reason },
  })
})

test('FORM-11: where it does not, no basis is offered, and one that is posted all the same sends nothing', async () => {
  const { browser, path, text, agree } = await upToConsent(strict)
  expect(text).toContain('name="given"')
  expect(text).not.toContain('value="vital_interests"')
  await agree({ lawfulBasis: 'vital_interests', basisReason: reason })
  await browser.post(`${path}/send`)
  const sent = app.database.owner.selectFrom('referral').select('id').where('networkId', '=', strict.networkId)
  expect(await sent.execute()).toEqual([])
})
