/** Marker words through the forms: a member’s, by a link, begun and never sent. */
import type { App } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { agree, openMemberForm } from '#test/member-form.ts'
import type { Kind, World } from '#test/network.ts'
import { ask, asks, publish } from '#test/own-form.ts'
import { openPublicForm, publicForms } from '#test/public-form.ts'
import type { Markers } from './markers.ts'
import { type As, must, type Of } from './steps.ts'

export async function ownForm({ database }: App, world: World) {
  const section = { id: 'home', title: { en: 'Home' } }
  const questions = [ask({ id: 'pets', kind: 'text' }), ask({ id: 'story', kind: 'long_text' })]
  await publish(database, world.networkId, { sections: [section], questions } as never)
  await asks(world, 'firstPrimary', 'first', [{ id: 'who', kind: 'text', label: { en: 'Who helped?' } }])
}

export async function sendAsMember(app: App, world: World, { of, number }: Markers): Promise<string> {
  const { browser, path } = await openMemberForm(app, world)
  const typed = {
    ...{ 'person.firstName': of('firstName'), 'person.lastName': of('lastName') },
    ...{ 'person.dateOfBirth-day': '13', 'person.dateOfBirth-month': '7', 'person.dateOfBirth-year': '1961' },
    'person.phone': number.phone,
    ...{
      'person.email': `${of('email').toLowerCase()}@example.com`,
      'address.line1': of('line1'),
      'address.line2': of('line2'),
    },
    ...{ 'address.town': of('town'), 'address.postcode': number.postcode },
    ...{
      'safeContact.channels': ['phone', 'email'],
      'safeContact.timesNote': of('timesNote'),
      'safeContact.avoid': of('avoid'),
    },
    ...{ 'details.health': of('health'), circumstances: of('circumstances'), needs: [world.categories.debt] },
    ...{ 'answers.pets': of('pets'), 'answers.story': of('story'), shown: 'answers.pets answers.story' },
  }
  const file = { [`${of('fileName')}.txt`]: `Dear ${of('fileContent')}` }
  await browser.upload(path, file, { network: world.networkId, go: 'upload', ...typed })
  must(await browser.post(path, { network: world.networkId, go: 'services', ...typed }))
  const own = `organisationAnswers.${world.organisations.first}.who`
  await browser.get(`${path}/services`)
  await browser.post(`${path}/services`, { go: 'next' })
  await browser.get(`${path}/questions`)
  await browser.post(`${path}/questions`, { [own]: of('ownAnswer'), shown: own })
  await agree(world, browser, path, 'spoken')
  await browser.get(`${path}/check`)
  const { location } = must(await browser.post(`${path}/send`))
  return location?.split('/')[2] ?? ''
}

export async function sendByLink(app: App, world: World, browser: Browser, of: Of, need: Kind): Promise<string> {
  const { link, answers } = publicForms(() => ({ app, world }))
  const { path } = await link()
  const form = openPublicForm(browser, path)
  const last = await form.goThrough(
    answers({
      source: {
        ...{ 'source.name': of('sourceName'), 'source.organisation': of('sourceOrganisation') },
        'source.email': `${of('sourceEmail').toLowerCase()}@example.org`,
      },
      person: { 'person.firstName': of('linkFirst'), 'person.lastName': of('linkLast') },
      circumstances: { circumstances: of('linkCircumstances') },
      needs: { needs: [world.categories[need]] },
      'section.home': { 'answers.pets': of('linkPets'), 'answers.story': of('linkStory') },
    }),
  )
  if (last.status >= 400) throw new Error(`the public form stopped at ${form.at()}`)
  const row = await app.database.owner
    .selectFrom('referral')
    .select('id')
    .where('origin', '=', 'link')
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A second referral for the same person, never sent. */
export async function begunAgain(as: As, world: World, of: Of) {
  const browser = await as('referrer')
  const { location } = await browser.get('/refer')
  const path = (location ?? '').split('?')[0] ?? ''
  await browser.get(location ?? '')
  must(
    await browser.post(path, {
      ...{
        network: world.networkId,
        go: 'later',
        'person.firstName': of('firstName'),
        'person.lastName': of('lastName'),
      },
      circumstances: of('draft'),
    }),
  )
}
