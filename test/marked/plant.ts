/** Marker words put in through every input as people do: a referral from its form to its end, and all that hangs on it. */
import { loadCase } from '#src/db/referrals/load.ts'
import type { App } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import type { Role, World } from '#test/network.ts'
import { begunAgain, ownForm, sendAsMember, sendByLink } from './forms.ts'
import { type Planted, recording } from './markers.ts'
import { keep, record, recordOf } from './records.ts'
import { type As, must, type Of, outcomeOf, termOf } from './steps.ts'

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
  const byLink = await sendByLink(app, world, recorded.browser(), of, 'food')
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
  const placed = await sendByLink(app, world, recorded.browser(), of, 'housing')
  const closer = await placedAndClosed(
    { app, world, of, coordinator, deed: deedOn({ app, world, as }, placed) },
    placed,
  )
  people.push(await recordOf(app, placed))
  await begunAgain(as, world, of)
  const primaries = { primary, linkPrimary: primaryOf(linkHelper), closing: primaryOf(closer) }
  return { referrals: [id, byLink, placed], people, ...primaries }
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

type ByHand = { app: App; world: World; of: Of; coordinator: Browser; deed: Deed }

/** Taken from who was asked, placed elsewhere by the coordinator, and closed there. By whom. */
async function placedAndClosed({ app, world, of, coordinator, deed }: ByHand, id: string): Promise<Role> {
  const needs = [...(await loadCase(app.database.owner, id)).needLabels.keys()]
  await deed('coordinator', 'reassign', { note: of('reassign') })
  await firstThatMay(world, async serviceId => {
    must(await coordinator.post(`/referrals/${id}/needs/place`, { needs, serviceId, note: of('place') }))
  })
  const helper = await deed('asked', 'accept', {})
  const outcome = await outcomeOf(app, world)
  const outcomes = Object.fromEntries(needs.map(need => [`outcomes.${need}`, outcome]))
  await deed('asked', 'close', { ...outcomes, note: of('close') })
  return helper
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
