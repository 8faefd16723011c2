/** A member at the referral form: opened, filled in and agreed to as far as the page that sends, and what is kept of it. */
import type { App } from './app.ts'
import type { Browser } from './browser-like.ts'
import type { Role, World } from './network.ts'

export type Fields = Record<string, string | string[]>

/** The first page, with nothing typed; `post` goes on to the services. */
export async function openMemberForm(app: App, world: World, role: Role = 'referrer') {
  const browser = await app.as(world.users[role])
  const { location } = await browser.get('/refer')
  const path = new URL(location ?? '', app.url).pathname
  const page = await browser.get(location ?? '')
  const post = (fields: Fields) => browser.post(path, { network: world.networkId, go: 'services', ...fields })
  return { browser, path, page, post, id: path.split('/')[2] ?? '' }
}

/** What has to be given, in the middle of the network's area. */
export function answers(world: World, more: Fields = {}): Fields {
  return {
    'person.firstName': 'Blodwen',
    'person.lastName': 'Quillfeather',
    'address.postcode': 'l4 9zq',
    needs: [world.categories.food, world.categories.debt],
    circumstances: 'Short.',
    ...more,
  }
}

/** Opened by the referrer and filled in with these answers. */
export async function begin(app: App, world: World, more: Fields = {}) {
  const { browser, path, id, post } = await openMemberForm(app, world)
  return { browser, path, id, posted: await post(answers(world, more)) }
}

/** As far as the page that sends. */
export async function agree({ wordingId }: World, browser: Browser, path: string, how = 'in_person') {
  const consent = await browser.get(`${path}/consent`)
  const services = [...consent.text.matchAll(/name="services" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  const listed = services.slice(0, services.length / 2)
  const posted = await browser.post(`${path}/consent`, { wordingId, services: listed, given: 'on', how })
  return { consent, listed, posted }
}

export function draftsKept({ database }: App) {
  return database.owner.selectFrom('draft').select('id').execute()
}

export function sentAs({ database }: App, id: string) {
  return database.owner.selectFrom('referral').selectAll().where('submissionId', '=', id).execute()
}
