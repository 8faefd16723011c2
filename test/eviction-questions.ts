/** A network that asks of the home and what threatens it: its questions, the form begun with them, and the answers stored. */
import type { App } from './app.ts'
import type { Browser } from './browser-like.ts'
import { agree, type Fields, openMemberForm } from './member-form.ts'
import { network, type World } from './network.ts'
import { ask, publish, when } from './own-form.ts'

export async function evictionWorld({ database }: App): Promise<World> {
  const world = await network({ database })
  await publish(database, world.networkId, eviction(world))
  return world
}

/** Rented → what threatens → when; an answer adds a need, makes it urgent, rules a service out. */
export function eviction(world: World) {
  const on = (answer: string, does: object) => ({ operator: '=' as const, answer, does }) as never
  return {
    sections: [{ id: 'home', title: { en: 'Their home', cy: 'Eu cartref' } }],
    questions: [
      ask({ id: 'rented', label: { en: 'Do they rent?', cy: 'Ydyn nhw’n rhentu?' }, required: true }),
      ask({
        id: 'threat',
        kind: 'one_of',
        required: true,
        label: { en: 'What has happened?' },
        options: [
          { key: 'notice', label: { en: 'A notice was served' } },
          { key: 'bailiffs', label: { en: 'Bailiffs have a date' } },
        ],
        enableWhen: when('rented', '=', true),
        effects: [
          on('bailiffs', { kind: 'urgent' }),
          on('bailiffs', { kind: 'add_need', categoryId: world.categories.housing }),
          on('notice', { kind: 'rule_out', serviceId: world.services.first }),
        ],
      }),
      ask({
        id: 'date',
        kind: 'date',
        required: true,
        label: { en: 'On which day?' },
        enableWhen: when('threat', '=', 'bailiffs'),
      }),
      ask({ id: 'rooms', kind: 'number', least: 1, most: 9, label: { en: 'How many rooms?' } }),
    ],
  }
}

/** Everything that is asked of somebody whose landlord has sent bailiffs; and what was in sight when it was answered. */
export const bailiffs = {
  'answers.rented': 'yes',
  'answers.threat': 'bailiffs',
  'answers.date-day': '3',
  'answers.date-month': '12',
  'answers.date-year': '2026',
}
export const all = 'rented rooms threat date'

/** `post` goes on to the services, with the person and a need besides these answers. */
export async function beginEviction(app: App, world: World) {
  const form = await openMemberForm(app, world)
  const person = { 'person.firstName': 'Blodwen', 'person.lastName': 'Quillfeather', 'address.postcode': 'L4 9ZQ' }
  const post = (fields: Fields) => form.post({ ...person, needs: world.categories.debt, ...fields })
  return { ...form, post }
}

/** Agreed to and sent. Returns the referral's id. */
export async function sent(world: World, browser: Browser, path: string): Promise<string> {
  await agree(world, browser, path, 'spoken')
  await browser.get(`${path}/check`)
  const { location } = await browser.post(`${path}/send`)
  return location?.split('/')[2] ?? ''
}

export function stored({ database }: App, referralId: string) {
  return database.owner
    .selectFrom('referralAnswer')
    .select(['question', 'organisationId', 'value', 'questionsVersion'])
    .where('referralId', '=', referralId)
    .orderBy('question')
    .execute()
}
