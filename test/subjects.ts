/** What stories about a person's own data share: a closed referral with all that may be held on somebody, and asking for it. */
import { sql } from 'kysely'
import { attachments } from './attachments.ts'
import type { Browser } from './browser-like.ts'
import { openCases, page } from './cases.ts'
import type { Role } from './network.ts'

export type Subjects = Awaited<ReturnType<typeof openSubjects>>

const person = {
  ...{ title: '', firstName: 'Morag', dateOfBirth: '1984-02-29', phone: '', email: 'morag@example.com' },
  preferredContact: '' as const,
}

/** Starts a program with a world of its own; `stop()` ends it. */
export async function openSubjects() {
  const cases = await openCases()
  const { app, world } = cases
  const { attach, cabinet } = attachments(() => cases)
  const { owner } = app.database

  async function note(role: Role, id: string, kind: string, body: string) {
    const browser = await cases.as(role)
    await browser.get(page(id))
    await browser.post(`${page(id)}/notes`, { kind, body })
  }
  /** Closed, with a regular note, a private one of the helper's and a file. */
  async function closed(lastName = 'Penhaligon') {
    const fill = { person: { ...person, lastName } }
    const { id, reference } = await world.send({ needs: ['food'], ask: ['first'], fill })
    await world.act('first', 'accept', { id, service: 'first' }, {})
    await note('first', id, 'regular', 'Came on Tuesday.')
    await note('first', id, 'private', 'Seems afraid of a neighbour.')
    await attach('first', id, 'letter.txt', 'Dear Morag, your parcel is ready.')
    const outcomes = { [await cases.needOf(id, 'Food')]: await cases.outcomeOf(true) }
    await world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
    return { id, reference }
  }
  return {
    ...{ cases, owner, cabinet, closed },
    /** Returns the address of the request. */
    ask: async (browser: Browser, path: string, fields: Record<string, string | string[]>) => {
      await browser.get(path)
      const { location } = await browser.post(path, { do: 'ask', name: 'Penhaligon', reason: 'asked', ...fields })
      return location ?? ''
    },
    recordOf: async (id: string) => {
      const { rows } = await sql<{ personId: string }>`
        select person_id from person_referral where referral_id = ${id}`.execute(owner)
      return rows[0]?.personId ?? ''
    },
    letters: async (template: string) => {
      const told = owner.selectFrom('message').select(['userId', 'codes']).where('template', '=', template)
      return (await told.execute()).map(({ userId, codes }) => ({ userId, codes: JSON.stringify(codes) }))
    },
    stop: async () => {
      await world.stop()
      await app.stop()
    },
  }
}
