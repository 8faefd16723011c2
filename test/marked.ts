/** Marker words put in through every input as people do, each its own; and looking for them everywhere afterwards. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { loadCase } from '#src/db/referrals/load.ts'
import { openMailer } from '#src/mail/mailer.ts'
import { openPostRoom } from '#src/worker/send-mail.ts'
import type { App } from './app.ts'
import type { Answer, Browser } from './browser-like.ts'
import { agree, openMemberForm } from './member-form.ts'
import type { Role, World } from './network.ts'
import { ask, asks, publish } from './own-form.ts'
import { openPublicForm, publicForms } from './public-form.ts'

/** What was typed where. A telephone number, a day and a postcode cannot hold a word: these are like no other's. */
export type Markers = ReturnType<typeof openMarkers>
type Seen = { path: string; answer: Answer }

const letters = 'bcdfghjklmnpqrstvwxz'
const number = { phone: '07700900461', dateOfBirth: '1961-07-13', postcode: 'L19 9QX' } as const

export function openMarkers() {
  const words = new Map<string, string>()
  return {
    /** A word of letters alone that no text has: names take it too. */
    of: (what: string) => {
      const known = words.get(what)
      if (known) return known
      const nth = words.size
      const word = `Zq${letters[nth % 20]}${letters[Math.floor(nth / 20)]}vurx`
      words.set(what, word)
      return word
    },
    number,
    all: () =>
      [...words].concat([
        ['phone', number.phone.slice(1)],
        ['dateOfBirth', number.dateOfBirth],
        ['postcode', number.postcode],
      ]),
  }
}

/** Everything that the journeys were answered with: for what stands in addresses, links and titles. */
export function recording(app: App, seen: Seen[]) {
  const wrap = (browser: Browser): Browser => {
    const kept = async (path: string, answer: Promise<Answer>) => {
      seen.push({ path, answer: await answer })
      return answer
    }
    return {
      ...browser,
      get: path => kept(path, browser.get(path)),
      post: (path, fields) => kept(path, browser.post(path, fields)),
      fill: (path, fields) => kept(path, browser.fill(path, fields)),
      upload: (path, files, fields) => kept(path, browser.upload(path, files, fields)),
    }
  }
  return { as: async (userId: string) => wrap(await app.as(userId)), browser: () => wrap(app.browser()) }
}

export type Planted = { app: App; world: World; markers: Markers; seen: Seen[] }

/** A referral by a member and one by a link, worked on by everybody, closed; a record of the person at two organisations. */
export async function plant({ app, world, markers, seen }: Planted) {
  const { of } = markers
  const recorded = recording(app, seen)
  const as = (role: Role) => recorded.as(world.users[role])
  await ownForm(app, world)
  const id = await sendAsMember({ ...app, as: recorded.as }, world, markers)
  const page = `/referrals/${id}`
  const deed = deedOn({ app, world, as }, id)
  await deed('asked', 'ask', { note: of('question') })
  await deed('referrer', 'answer', { note: of('answer') })
  await deed('asked', 'reject', { reasonId: await termOf(app, world, 'decline_reason'), note: of('decline') })
  const helper = await deed('asked', 'accept', {})
  const primary = primaryOf(helper)
  await notes(as, helper, page, of)
  await restrictAndOpen(as, helper, page, of)
  const needs = [...(await loadCase(app.database.owner, id)).needLabels.keys()]
  const outcome = await outcomeOf(app, world)
  await searches(as, of)
  await held(as, page, of)
  await hand(deed, { needs, outcome, of })
  const people = [await record(app, as, primary, id, of), await keep(app, as, id)]
  const unmet = await termOf(app, world, 'unmet_reason')
  const coordinator = await as('coordinator')
  await coordinator.get(page)
  must(await coordinator.post(`${page}/needs/closeAsUnmet`, { needs, reasonId: unmet, note: of('unmet') }))
  const byLink = await sendByLink(app, world, recorded.browser(), of)
  const linkHelper = await worked({ app, world, of }, deedOn({ app, world, as }, byLink))
  people.push(await recordOf(app, byLink))
  const all = [...(await loadCase(app.database.owner, byLink)).needLabels.keys()]
  await coordinator.get(`/referrals/${byLink}`)
  must(
    await coordinator.post(`/referrals/${byLink}/needs/closeAsUnmet`, {
      needs: all,
      reasonId: unmet,
      note: of('unmetOfLink'),
    }),
  )
  const again = { needs: all, note: of('reopenOfLink') }
  must(await coordinator.post(`/referrals/${byLink}/needs/reopen`, again))
  await coordinator.get(`/referrals/${byLink}`)
  const withdrawn = { reasonId: await termOf(app, world, 'withdraw_reason'), note: of('withdraw') }
  must(await coordinator.post(`/referrals/${byLink}/needs/withdraw`, withdrawn))
  await begunAgain(as, world, of)
  return { referrals: [id, byLink], people, primary, linkPrimary: primaryOf(linkHelper) }
}

async function ownForm({ database }: App, world: World) {
  const section = { id: 'home', title: { en: 'Home' } }
  const questions = [ask({ id: 'pets', kind: 'text' }), ask({ id: 'story', kind: 'long_text' })]
  await publish(database, world.networkId, { sections: [section], questions } as never)
  await asks(world, 'firstPrimary', 'first', [{ id: 'who', kind: 'text', label: { en: 'Who helped?' } }])
}

type As = (role: Role) => Promise<Browser>
type Of = Markers['of']

async function sendAsMember(app: App, world: World, { of, number }: Markers): Promise<string> {
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

async function notes(as: As, helper: Role, page: string, of: Of) {
  const kinds = [
    [helper, 'regular'],
    [helper, 'private'],
    ['referrer', 'private'],
    ['coordinator', 'private'],
  ] as const
  for (const [nth, [role, kind]] of kinds.entries()) {
    const browser = await as(role)
    await browser.get(page)
    must(await browser.post(`${page}/notes`, { kind, body: of(`${kind} note ${nth}`) }))
  }
  const browser = await as(helper)
  await browser.get(page)
  must(await browser.upload(`${page}/files`, { [`${of('laterFileName')}.txt`]: of('laterFile') }))
}

async function restrictAndOpen(as: As, helper: Role, page: string, of: Of) {
  const second = await as(helper)
  must(await second.fill(`${page}/restriction`, { restricted: 'yes' }))
  const coordinator = await as('coordinator')
  must(await coordinator.fill(`${page}/break-glass`, { reason: `Because ${of('breakGlass')} rang.` }))
  must(await second.fill(`${page}/restriction`, { restricted: 'no' }))
}

async function held(as: As, page: string, of: Of) {
  const coordinator = await as('coordinator')
  must(await coordinator.fill(`${page}/hold`, { do: 'hold', reason: `Since ${of('hold')}` }))
  must(await coordinator.fill(`${page}/hold`, { do: 'lift' }))
}

async function searches(as: As, of: Of) {
  const coordinator = await as('coordinator')
  await coordinator.get('/referrals')
  must(await coordinator.post('/referrals/search', { words: of('searchWords') }))
  const found = must(await coordinator.post('/referrals/search', { words: of('lastName') }))
  await coordinator.get(found.location ?? '')
  must(await coordinator.post('/referrals/views', { name: `For ${of('lastName')}` }))
  const second = await as('second')
  await second.get('/people')
  must(await second.post('/people/search', { words: of('peopleSearch') }))
  await second.get('/search')
  must(await second.post('/search', { words: of('directorySearch') }))
}

/** On the asking that waits, or the case there is; by who was asked. */
function deedOn({ app, world, as }: { app: App; world: World; as: As }, id: string): Deed {
  const page = `/referrals/${id}`
  return async (by, action, fields) => {
    const { referral } = await loadCase(app.database.owner, id)
    const live = referral.assignments.find(({ status }) => status === 'pending' || status === 'accepted')
    const role = by === 'asked' ? roleOf(world, live?.serviceId) : by
    const browser = await as(role)
    await browser.get(page)
    must(await browser.post(`${page}/assignments/${live?.id}/${action}`, fields))
    return role
  }
}

type Deed = (by: Role | 'asked', action: string, fields: Record<string, string | string[]>) => Promise<Role>

async function hand(deed: Deed, { needs, outcome, of }: { needs: string[]; outcome: string; of: Of }) {
  const outcomes = Object.fromEntries(needs.map(need => [`outcomes.${need}`, outcome]))
  await deed('asked', 'assignOutcome', { ...outcomes, note: of('outcomeNote') })
  await deed('asked', 'handBack', { note: of('handBack') })
}

/** Those that declined are not asked again. */
async function firstThatMay({ services }: World, attempt: (serviceId: string) => Promise<void>): Promise<void> {
  const wrong: unknown[] = []
  for (const serviceId of Object.values(services)) {
    try {
      return await attempt(serviceId)
    } catch (error) {
      wrong.push(error)
    }
  }
  throw wrong.at(-1)
}

/** Accepted, referred on with a message, declined by who was asked then. */
async function worked({ app, world, of }: { app: App; world: World; of: Of }, deed: Deed): Promise<Role> {
  const helper = await deed('asked', 'accept', {})
  await firstThatMay(world, async serviceId => {
    await deed('asked', 'referOn', { serviceId, note: of('referOn') })
  })
  await deed('asked', 'reject', { reasonId: await termOf(app, world, 'decline_reason'), note: of('declineOfLink') })
  return helper
}

function primaryOf(helper: Role): Role {
  return helper === 'first' ? 'firstPrimary' : helper
}

/** Whose service it is. */
function roleOf({ services }: World, serviceId: string | undefined): 'first' | 'second' | 'third' {
  const keys = ['first', 'second', 'third'] as const
  return keys.find(key => services[key] === serviceId) ?? 'third'
}

async function record(app: App, as: As, role: Role, referralId: string, of: Of): Promise<string> {
  const id = await recordOf(app, referralId)
  const browser = await as(role)
  const path = `/people/${id}`
  await browser.get(`${path}/edit`)
  must(
    await browser.post(`${path}/edit`, {
      ...{
        title: of('recordTitle'),
        firstName: of('recordFirst'),
        lastName: of('recordLast'),
        address1: of('recordLine1'),
      },
      ...{ address2: of('recordLine2'), town: of('recordTown'), county: of('recordCounty') },
      ...{
        'safeContact.channels': ['phone'],
        'safeContact.timesNote': of('recordTimes'),
        'safeContact.avoid': of('recordAvoid'),
      },
      ...{ phone: number.phone },
    }),
  )
  await browser.get(path)
  const day = { 'onDay-day': '5', 'onDay-month': '1', 'onDay-year': '2026' }
  const next = { 'nextOn-day': '5', 'nextOn-month': '1', 'nextOn-year': '2031', nextStep: of('nextStep') }
  must(await browser.post(`${path}/contacts`, { way: 'phone', what: of('contact'), minutes: '5', ...day, ...next }))
  must(await browser.post(`${path}/tags`, { name: of('tag') }))
  must(await browser.upload(`${path}/files`, { [`${of('recordFileName')}.txt`]: of('recordFile') }))
  must(await browser.fill(`${path}/hold`, { do: 'hold', reason: `Since ${of('recordHold')}` }))
  must(await browser.fill(`${path}/hold`, { do: 'lift' }))
  return id
}

/** The sender keeps the person too. */
async function keep(app: App, as: As, id: string): Promise<string> {
  const browser = await as('referrer')
  await browser.get(`/referrals/${id}`)
  const { location } = must(await browser.post(`/referrals/${id}/keep`))
  return location?.split('/')[2]?.split('?')[0] ?? (await recordOf(app, id))
}

async function sendByLink(app: App, world: World, browser: Browser, of: Of): Promise<string> {
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
      needs: { needs: [world.categories.food] },
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
async function begunAgain(as: As, world: World, of: Of) {
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

function must(answer: Answer): Answer {
  if (answer.status < 400) return answer
  const problem = /<div class="errors".*?<\/ul>|<h1[^>]*>.*?<\/h1>/s.exec(answer.text)?.[0] ?? answer.text.slice(0, 300)
  throw new Error(`answered with ${answer.status}: ${problem.replaceAll(/<[^>]+>/g, ' ').slice(0, 300)}`)
}

async function recordOf({ database }: App, referralId: string): Promise<string> {
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${referralId}
    order by added_at limit 1`.execute(database.owner)
  return rows[0]?.personId ?? ''
}

async function termOf({ database }: App, { networkId }: World, list: string): Promise<string> {
  const of = database.owner.selectFrom('term').select('id').where('networkId', '=', networkId).where('list', '=', list)
  return (await of.limit(1).executeTakeFirstOrThrow()).id
}

async function outcomeOf({ database }: App, { networkId }: World): Promise<string> {
  const of = database.owner.selectFrom('outcome').select('id').where('networkId', '=', networkId)
  return (await of.limit(1).executeTakeFirstOrThrow()).id
}

/** Every row of every table in one text, by table; bytes as hex. */
export async function wholeDatabase({ database }: App): Promise<[table: string, text: string][]> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public'`.execute(database.owner)
  const found: [string, string][] = []
  for (const { name } of rows) {
    const { rows: texts } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
      database.owner,
    )
    found.push([`table ${name}`, texts.map(({ text }) => text).join('\n')])
  }
  return found
}

/** Every file under the program's folder: the store, letters, what was passing through. */
export function wholeFolder({ config }: App): [file: string, text: string][] {
  const walk = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .map(name => join(folder, name))
          .flatMap(path => (statSync(path).isDirectory() ? walk(path) : [path]))
      : []
  return walk(config.dataDir).map(path => [
    `file ${path.slice(config.dataDir.length)}`,
    readFileSync(path).toString('latin1'),
  ])
}

/** Which markers stand in which of these texts, as they were typed, without blanks, or as bytes. */
export function found(
  markers: readonly (readonly [string, string])[],
  texts: readonly (readonly [string, string])[],
): string[] {
  return texts.flatMap(([where, text]) => {
    const low = text.toLowerCase()
    return markers
      .filter(([, word]) => {
        const typed = word.toLowerCase()
        return [typed, typed.replaceAll(' ', ''), Buffer.from(word).toString('hex')].some(form => low.includes(form))
      })
      .map(([what]) => `${what} in ${where}`)
  })
}

/** Delivers what is queued; kept as files, as without a mail server. What each letter says. */
export async function deliver({ database, config }: App): Promise<[string, string][]> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: config.mailFrom, dataDir: config.dataDir })
  const log = { info() {}, warn() {}, error() {} }
  const room = openPostRoom({ db: database.owner, mailer, site: config, log, now: () => new Date() })
  while (await room(new AbortController().signal));
  const folder = join(config.dataDir, 'mail')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const { subject, text, html } = await PostalMime.parse(readFileSync(join(folder, name)))
      return [`letter ${subject}`, [subject, text, html].join('\n')]
    }),
  )
}

/** Addresses, links, forms and titles of what was answered. */
export function addressesAndTitles(seen: readonly Seen[]): [string, string][] {
  return seen.map(({ path, answer: { location, text } }) => {
    const links = [...text.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, link = '']) => link)
    // A telephone number and an address to write to are links of their own kind, which lead to no server.
    const ours = links.filter(link => !/^(?:tel|mailto):/.test(link))
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? ''
    return [`addresses of ${path}`, [path, location ?? '', title, ...ours].map(decoded).join('\n')]
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
