/** How an organisation and its venues are described by several people, in several networks. */
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNetwork } from '#src/actions/create-network.ts'
import { joinNetwork } from '#src/db/organisations.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let browser: Browser
let other = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const name = 'Southbank Help'
  const coordinator = { id: world.organisations.coordinating, name }
  const made = await createNetwork(world.ctx, { name, slug: 'southbank', coordinator, areas: [], help: help })
  other = made.id
  await joinNetwork(app.database.owner, other, world.organisations.first, new Date())
  browser = await app.as(world.users.firstPrimary)
})
afterAll(() => app.stop())

const help = { name: 'Ana', email: 'ana@southbank.example', phone: '' }
const address = () => `/organisations/${world.organisations.first}/edit`

async function addFacility(networkId: string, label: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into term (network_id, list, label) values (${networkId}, 'facility', ${label})
    returning id`.execute(app.database.owner)
  return rows[0]?.id ?? ''
}
async function facilitiesOf(table: 'organisation' | 'location', id: string): Promise<string[]> {
  const { rows } = await sql<{
    facilities: string[]
  }>`select facilities from ${sql.table(table)} where id = ${id}`.execute(app.database.owner)
  return rows[0]?.facilities ?? []
}

test('ORG-1, SVC-1: facilities named in one network’s words stay when another network’s are saved', async () => {
  const [ramp, garden] = [await addFacility(world.networkId, 'Ramp'), await addFacility(other, 'Garden')]
  const access = (networkId: string) => `${address()}/access?network=${networkId}`
  for (const [networkId, facilities] of [
    [world.networkId, ramp],
    [other, garden],
  ] as const) {
    await browser.get(access(networkId))
    expect(
      (await browser.post(access(networkId), { languages: '', interpreters: '', access: '', facilities })).status,
    ).toBe(303)
  }
  expect(await facilitiesOf('organisation', world.organisations.first)).toEqual([ramp, garden])
  await browser.get(access(other))
  await browser.post(access(other), { languages: '', interpreters: '', access: '' })
  expect(await facilitiesOf('organisation', world.organisations.first)).toEqual([ramp])

  const venue = (networkId: string, id: string) => `/services/${world.services.first}/venues/${id}?network=${networkId}`
  await browser.get(venue(world.networkId, 'new'))
  const made = await browser.post(venue(world.networkId, 'new'), { name: 'The Hall', facilities: ramp })
  const id = /venue=([\da-f-]{36})/.exec(made.location ?? '')?.[1] ?? ''
  await browser.post(venue(other, id), { name: 'The Hall', facilities: garden })
  expect(await facilitiesOf('location', id)).toEqual([ramp, garden])
  expect((await browser.post(venue(other, id), { name: 'The Hall', facilities: world.networkId })).status).toBe(422)
})

test('ORG-1: the second of two who describe the same section is told, and what they typed is kept', async () => {
  const colleague = await app.as(world.users.coordinator)
  const section = `${address()}/guidance?network=${world.networkId}`
  const seenIn = (text: string) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const [mine, theirs] = [seenIn((await browser.get(section)).text), seenIn((await colleague.get(section)).text)]
  const first = await browser.post(section, { referralGuidance: 'Tell us of allergies.', seen: mine })
  expect(first.status).toBe(303)
  const second = await colleague.post(section, { referralGuidance: 'Bring a bag.', seen: theirs })
  expect(second.status).toBe(409)
  expect(second.text).toContain('changed this section while you had it open')
  expect(second.text).toContain('Bring a bag.')
  expect((await colleague.post(section, { referralGuidance: 'Bring a bag.', seen: seenIn(second.text) })).status).toBe(
    303,
  )
})

test('ORG-1: a logo is drawn anew without where it was taken, needs words for who cannot see it, and can be removed', async () => {
  const send = async (bytes: Uint8Array<ArrayBuffer>, alt: string, name = 'logo.png') => {
    const { text } = await browser.get(address())
    const form = new FormData()
    form.set('token', /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '')
    form.set('alt', alt)
    form.set('picture', new Blob([bytes]), name)
    return browser.request(`${address()}/logo`, {
      method: 'POST',
      body: form,
      headers: { origin: new URL(app.url).origin },
    })
  }
  const picture = sharp({ create: { width: 900, height: 300, channels: 3, background: '#0b5a4e' } })
  const png = new Uint8Array(
    await picture
      .withExif({ IFD0: { Copyright: 'Quay Lane 7' } })
      .jpeg()
      .toBuffer(),
  )
  expect((await send(png, '')).text).toContain('Say in a few words what the logo shows')
  expect((await send(new TextEncoder().encode('<svg onload="x()"/>'), 'A sun')).status).toBe(422)
  expect((await send(png, 'A rising sun')).location).toContain('done=saved')
  const shown = /<img class="logo" src="(\/pictures\/[^"]+)" alt="A rising sun"/.exec(
    (await browser.get(address())).text,
  )?.[1]
  const file = await fetch(new URL(shown ?? '', app.url), {
    headers: { cookie: [...browser.cookies].map(pair => pair.join('=')).join('; ') },
  })
  const kept = Buffer.from(await file.arrayBuffer())
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 600, height: 200 })
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  await browser.get(address())
  await browser.post(`${address()}/logo/remove`)
  expect((await browser.get(address())).text).not.toContain('class="logo"')
})

test('NAV-1: all organisations and one’s services stand under Networks in the menu', async () => {
  const { text } = await browser.get('/organisations')
  const menu = /<nav class="menu-nav".*?<\/nav>/s.exec(text)?.[0] ?? ''
  const under = /<details class="under".*?<\/details>/s.exec(menu)?.[0] ?? ''
  expect([...under.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/networks',
    '/organisations',
    '/services',
  ])
  expect(under).toContain('href="/organisations" aria-current="page"')
})
