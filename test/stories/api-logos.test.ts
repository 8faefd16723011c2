/** NET-1, ORG-1, API-1: the logo of a network and of an organisation through the API, by the same rules as their pages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClient } from '#test/api-client.ts'
import { type App, startApp } from '#test/app.ts'
import { photo } from '#test/made-files.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
let picture: Buffer
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  picture = await photo()
})
afterAll(() => app.stop())

const nouns = [
  {
    noun: 'a network',
    by: 'coordinator',
    others: ['firstPrimary', 'commissioner'],
    path: () => `/networks/${world.networkId}/logo`,
  },
  {
    noun: 'an organisation',
    by: 'firstPrimary',
    others: ['referrer', 'commissioner'],
    path: () => `/organisations/${world.organisations.first}/logo`,
  },
] as const

for (const { noun, by, others, path } of nouns)
  describe(`the logo of ${noun}`, () => {
    test('is put there with its words, as a form or as bytes, and anybody may fetch it; then it is removed', async () => {
      const { send } = await openClient(app, world.users[by])
      expect((await send('GET', path())).status).toBe(404)
      const form = new FormData()
      form.set('picture', new File([new Uint8Array(picture)], 'logo.jpg'))
      form.set('alt', 'A lantern over water')
      const first = await put(by, path(), form)
      expect(first).toMatchObject({ status: 200, body: { alt: 'A lantern over water' } })
      const second = await put(by, `${path()}?alt=A%20lantern`, picture)
      expect(second.body.id).not.toBe(first.body.id)
      expect((await send('GET', path())).body).toEqual(second.body)
      const fetched = await fetch(new URL(new URL(second.body.address).pathname, app.url))
      expect(fetched.headers.get('content-type')).toBe('image/webp')
      expect(Buffer.from(await fetched.arrayBuffer()).includes('Kestrel')).toBe(false)
      expect((await send('DELETE', path())).status).toBe(204)
      expect((await send('GET', path())).status).toBe(404)
    })

    test('is refused without words, without a picture, and as JSON', async () => {
      const faults = async (body: FormData | Buffer, query = '') => (await put(by, path() + query, body)).body.errors
      expect(await faults(picture)).toEqual([{ field: 'alt', code: 'invalid' }])
      expect(await faults(Buffer.from('no picture'), '?alt=Lamp')).toEqual([{ field: 'picture', code: 'invalid' }])
      expect(await faults(new FormData(), '?alt=Lamp')).toEqual([{ field: 'picture', code: 'required' }])
      const { send } = await openClient(app, world.users[by])
      expect((await send('PUT', path(), { alt: 'Lamp' })).status).toBe(415)
    })

    test('SECURITY: is nobody else’s to read, to put there or to remove', async () => {
      for (const role of others) {
        const { send } = await openClient(app, world.users[role])
        const tried = [
          await send('GET', path()),
          await send('DELETE', path()),
          await put(role, `${path()}?alt=Lamp`, picture),
        ]
        expect(tried.map(({ status }) => status)).toEqual([404, 404, 404])
      }
    })
  })

async function put(role: Role, path: string, body: FormData | Buffer) {
  const { token } = await openClient(app, world.users[role])
  const headers = {
    authorization: `Bearer ${token}`,
    ...(!(body instanceof FormData) && { 'content-type': 'application/octet-stream' }),
  }
  const sent = body instanceof FormData ? body : new Uint8Array(body)
  const response = await fetch(`${app.url}/api/v1${path}`, { method: 'PUT', headers, body: sent })
  return { status: response.status, body: await response.json() }
}
