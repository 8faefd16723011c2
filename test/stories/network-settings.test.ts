/** NET-1: how a network presents itself: name, words, colour, logo, help, public directory; each shows what it comes to. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let coordinator: Browser
let slug: string
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  coordinator = await app.as(world.users.coordinator)
  const row = app.database.owner.selectFrom('network').select('slug').where('id', '=', world.networkId)
  slug = (await row.executeTakeFirstOrThrow()).slug
})
afterAll(() => app.stop())

async function seenOn(path: string): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec((await coordinator.get(path)).text)?.[1] ?? ''
}
const save = async (path: string, fields: Record<string, string>) =>
  coordinator.post(path, { seen: await seenOn(path), ...fields })
const details = (rest: Record<string, string> = {}) => ({
  ...{ name: 'Northbank Help', slug, description: 'Help on the north bank.', personWord: 'person' },
  ...{ personWordPlural: 'people', ...rest },
})
const help = (rest: Record<string, string> = {}) => ({
  ...{ helpName: 'Ceri Vaughan', helpEmail: 'ceri@example.org', helpPhone: '0151 496 0300', technicalHelp: '' },
  ...rest,
})

test('NET-1: the network’s own word for people is tried out, saved, and read on the screens of its members', async () => {
  const words = { personWord: 'client', personWordPlural: 'clients' }
  const tried = await save('/system/details', details({ ...words, do: 'preview' }))
  expect(tried.text).toContain('Does the client agree?')
  expect(tried.text).toContain('Two clients are waiting for you')
  const referrer = await app.as(world.users.referrer)
  expect(await formOf(referrer)).toContain('The person</h2>')
  expect((await save('/system/details', details(words))).location).toBe('/system/details?done=saved')
  expect(await formOf(referrer)).toContain('The client</h2>')
  await world.send({ ask: ['first'] })
  expect((await (await app.as(world.users.first)).get('/')).text).toContain('One client is waiting for you')
  await save('/system/details', details())
})

async function formOf(browser: Browser): Promise<string> {
  const { location, text } = await browser.get('/refer')
  return location ? (await browser.get(location)).text : text
}

test('NET-1: name and short name change; one that is taken is refused; what it breaks is said before', async () => {
  const other = await network({ database: app.database })
  const row = app.database.owner.selectFrom('network').select('slug').where('id', '=', other.networkId)
  const taken = await save('/system/details', details({ slug: (await row.executeTakeFirstOrThrow()).slug }))
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('Another network has this short name')
  const tried = await save('/system/details', details({ slug: 'northbank', do: 'preview' }))
  expect(tried.text).toContain(`Addresses with “${slug}” stop working`)
  await save('/system/details', details({ slug: 'northbank', name: 'Northbank Together' }))
  expect((await app.browser().get('/networks/northbank/join')).text).toContain('Northbank Together')
  expect((await app.browser().get(`/networks/${slug}/join`)).status).toBe(404)
  await save('/system/details', details())
})

test('NET-1: a colour on which white cannot be read is refused with what was measured; one that can shows on every page', async () => {
  const pale = await save('/system/look', { colour: '#ffbf47' })
  expect(pale.status).toBe(422)
  expect(pale.text).toContain('contrast of only 1.6 to 1')
  expect(pale.text).toContain('value="#ffbf47"')
  expect((await save('/system/look', { colour: 'green' })).text).toContain('Enter a colour as #')
  const tried = await save('/system/look', { colour: '7B3F9D', do: 'preview' })
  expect(tried.text).toContain('contrast of 6.9 to 1')
  expect(tried.text).toContain('fill="#7b3f9d"')
  expect((await (await app.as(world.users.first)).get('/')).text).not.toContain('fill="#7b3f9d"')
  expect((await save('/system/look', { colour: '7B3F9D' })).status).toBe(303)
  expect((await (await app.as(world.users.first)).get('/')).text).toContain('fill="#7b3f9d"')
})

test('NET-1: a logo is drawn anew, needs words, and stands at the top of every page of the network', async () => {
  const drawn = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#7b3f9d' } })
    .jpeg()
    .withMetadata({ exif: { IFD0: { Copyright: 'somebody’s camera' } } })
    .toBuffer()
  await coordinator.get('/system/look')
  const upload = (alt: string, bytes: Uint8Array) => {
    const body = new FormData()
    body.set('picture', new File([new Uint8Array(bytes)], 'logo.jpg'))
    return coordinator.request('/system/look/logo', { method: 'POST', body: withToken(body, alt) })
  }
  const token = /name="token" value="([^"]+)"/.exec((await coordinator.get('/system/look')).text)?.[1] ?? ''
  function withToken(body: FormData, alt: string) {
    body.set('token', token)
    body.set('alt', alt)
    return body
  }
  expect((await upload('', drawn)).text).toContain('Say in a few words what the logo shows')
  expect((await upload('A tree', new TextEncoder().encode('no picture'))).status).toBe(422)
  expect((await upload('A tree over water', drawn)).status).toBe(303)
  const page = await (await app.as(world.users.first)).get('/')
  const src = /<img class="network-logo" src="([^"]+)" alt="A tree over water"/.exec(page.text)?.[1] ?? ''
  expect(src).toMatch(/^\/pictures\//)
  const picture = await fetch(new URL(src, app.url))
  const shape = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
  expect(shape).toMatchObject({ format: 'webp', width: 600, height: 200 })
  expect(shape.exif).toBeUndefined()
  await coordinator.get('/system/look')
  await coordinator.post('/system/look/logo/remove')
  expect((await (await app.as(world.users.first)).get('/')).text).not.toContain('network-logo')
})

test('NAV-1: the network’s own help is on every page, as the coordinator saw it before saving', async () => {
  const wrong = await save(
    '/system/help',
    help({ helpName: '', helpEmail: 'nobody', technicalHelp: 'javascript:alert(1)' }),
  )
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter the name of somebody who helps')
  expect(wrong.text).toContain('begins with https:// or mailto:')
  const given = help({ helpName: 'Bryn Parry', technicalHelp: 'https://help.example.org/onward' })
  const tried = await save('/system/help', { ...given, do: 'preview' })
  expect(tried.text.match(/Bryn Parry looks after this network/g)).toHaveLength(1)
  expect((await save('/system/help', given)).status).toBe(303)
  for (const role of ['first', 'referrer', 'commissioner', 'coordinator'] as const) {
    const browser = await app.as(world.users[role])
    for (const path of ['/', '/organisations', '/networks', '/preferences']) {
      const { text } = await browser.get(path)
      for (const said of [
        'Bryn Parry',
        'mailto:ceri@example.org',
        'tel:01514960300',
        'https://help.example.org/onward',
      ])
        expect(text, `${role} ${path}`).toContain(said)
    }
  }
})

test('NET-1: what the public directory would show is counted before it opens', async () => {
  expect((await coordinator.get('/system/directory')).text).toContain('4 services have chosen to be listed')
  const tried = await save('/system/directory', { publicDirectory: 'yes', do: 'preview' })
  expect(tried.text).toContain('Anybody sees the 4 services that chose to be listed')
  expect((await save('/system/directory', { publicDirectory: 'yes' })).status).toBe(303)
  expect((await coordinator.get('/system/directory')).text).toContain('Anybody sees the 4 services')
})

test('NET-1: of two coordinators at once the later is told, and may save over it', async () => {
  const seen = await seenOn('/system/help')
  await coordinator.post('/system/help', { ...help({ helpName: 'First' }), seen })
  const late = await coordinator.post('/system/help', { ...help({ helpName: 'Second' }), seen })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Somebody changed these settings while this page was open')
  expect(late.text).toContain('value="Second"')
  expect((await save('/system/help', help({ helpName: 'Second' }))).status).toBe(303)
  const events = app.database.owner.selectFrom('event').select('codes').where('action', '=', 'keepHelp')
  expect(JSON.stringify(await events.execute())).not.toMatch(/First|Second|ceri@/)
})

test('NET-1: only its coordinators find these settings', async () => {
  for (const role of ['firstPrimary', 'commissioner', 'administrator'] as const) {
    const other = await app.as(world.users[role])
    for (const path of ['details', 'look', 'help', 'directory'])
      expect((await other.get(`/system/${path}`)).status, `${role} ${path}`).toBe(404)
  }
})
