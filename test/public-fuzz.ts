/** Random bodies to every page that anybody may post to: never an error of ours, and nothing kept that is not whole. A few with every run, ten thousand among the faults. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entryToken, makeEntryLink } from '#src/actions/make-entry-link.ts'
import { requestForm } from '#src/domain/joining.ts'
import { doors } from '#src/web/doors.ts'
import { sealState } from '#src/web/pages/public-form/state.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let links: { id: string; token: string }[]
let slug = ''

/** Registers the test, on a world of its own. */
export function fuzzPublic(many: number): void {
  beforeAll(async () => {
    app = await startApp()
    world = await network({ database: app.database, settings: { selfReferral: 'links' } })
    const coordinator = await world.as('coordinator')
    const make = (kind: 'link' | 'self') =>
      makeEntryLink(coordinator, world.networkId, { kind, label: 'Fuzz', organisationId: '' })
    links = [await make('link'), await make('self')].map(id => ({ id, token: entryToken(app.config.secret, id) }))
    slug = (await app.database.owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug
  })
  afterAll(() => app.stop())

  test(`SECURITY: ${many} random bodies to every public page: no error of ours, and nothing kept that is not whole`, async () => {
    const all = addresses()
    const forms = all.filter(({ path }) => path.startsWith('/f/'))
    const tokens = new Map<string, string>()
    const wrong: string[] = []
    for (let nth = 0; nth < many; nth++) {
      const { path, linkId } = (chance(0.5) ? oneOf(forms) : all[nth % all.length]) as (typeof all)[number]
      const page = path.startsWith('/f/')
        ? path
        : path.startsWith('/r')
          ? '/r'
          : /^\/p(\/|$)/.test(path)
            ? '/p'
            : '/sign-in'
      if (!tokens.has(page)) tokens.set(page, await tokenOf(page))
      const pairs: [string, string][] = [
        ['token', chance(0.98) ? (tokens.get(page) ?? '') : oneOf(nasty)],
        ...fields(linkId),
      ]
      const { body: sent, type } = body(pairs)
      const headers = { origin: app.url, ...(type && { 'content-type': type }) }
      const response = await fetch(app.url + path, { method: 'POST', body: sent, headers, redirect: 'manual' })
      await response.arrayBuffer()
      if (response.status >= 500)
        wrong.push(`${response.status} ${path.slice(0, 12)} ${JSON.stringify(pairs.slice(1)).slice(0, 600)}`)
      if (nth % 25 === 24) await sql`delete from guess`.execute(app.database.owner)
    }
    expect(wrong).toEqual([])
    await expectWhole()
  }, 900_000)
}

/** Numbers that look random and are the same in each run. */
let seed = 20260604
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const chance = (of: number) => random() < of

const nasty = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '[object Object]', '__proto__'],
  ...[
    "'; drop table referral; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '$' + '{7*7}',
    '../../etc/passwd',
    '%00',
    '\u0000',
  ],
  ...[
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧',
    'ﷺ'.repeat(300),
    'x'.repeat(30_000),
    '\r\n',
    '=1+1',
  ],
  ...[
    '2026-02-30',
    '9999-99-99',
    '0000',
    'L4 9ZQ',
    'ZZ99 3VZ',
    'a@b.example',
    'a@b.example\r\nBcc: c@d.example',
    randomUUID(),
  ],
]
const names = [
  ...[
    'state',
    'at',
    'go',
    'proof',
    'website',
    'given',
    'how',
    'wordingId',
    'key',
    'reference',
    'code',
    'note',
    'assignment',
  ],
  ...[
    'reasonId',
    'email',
    'password',
    'link',
    'name',
    'organisationName',
    'contactName',
    'contactEmail',
    'whatItDoes',
    'fax',
  ],
  ...[
    'person.firstName',
    'person.dateOfBirth',
    'person.dateOfBirth-day',
    'person.dateOfBirth-year',
    'source.name',
    'source.email',
  ],
  ...[
    'address.postcode',
    'needs',
    'urgent',
    'safeContact.channels',
    'safeContact.times',
    'details.demographics.x',
    'circumstances',
  ],
  ...[
    'answers.x',
    'organisationAnswers.x.y',
    'details.householdSize',
    '__proto__',
    'constructor.prototype',
    'a.b.c.d',
    'x'.repeat(500),
  ],
]
const steps = [
  'source',
  'person',
  'contact',
  'address',
  'details',
  'needs',
  'circumstances',
  'services',
  'own',
  'consent',
  'check',
  'equality',
]

const whole = () => ({
  ...{ 'source.name': 'Tamsin', 'source.organisation': 'Council', 'source.email': 'tamsin@council.example' },
  ...{ 'person.firstName': 'Wilhelmina', 'person.lastName': 'Quartermaine', 'address.postcode': 'L4 9ZQ' },
  ...{ 'safeContact.channels': 'none', needs: [world.categories.food], circumstances: 'Bare cupboards.' },
})

/** A state as only we can seal it, whole but for what goes wrong in one or two of its fields. */
function state(linkId: string): string {
  const typed: Record<string, string | string[]> = whole()
  for (let times = Math.floor(random() * 3); times > 0; times--)
    typed[oneOf(chance(0.7) ? Object.keys(typed) : names)] = chance(0.2) ? [oneOf(nasty), oneOf(nasty)] : oneOf(nasty)
  const consent = chance(0.8)
    ? { how: 'spoken' as const, wordingId: world.wordingId, services: null, elsewhere: [] }
    : null
  const ctx = { secret: app.config.secret, now: () => new Date() }
  const sealed = sealState(ctx, linkId, { id: randomUUID(), typed, consent, proof: '' })
  return chance(0.05) ? sealed.slice(0, -3) : sealed
}

function fields(linkId: string): [string, string][] {
  const some = Array.from({ length: Math.floor(random() * 8) }, (): [string, string] => [oneOf(names), oneOf(nasty)])
  return [
    ['state', chance(0.8) ? state(linkId) : oneOf(nasty)],
    ['at', chance(0.5) ? 'equality' : chance(0.9) ? oneOf(steps) : oneOf(nasty)],
    [
      'go',
      chance(0.8) ? oneOf(['next', 'next', 'back', 'resume', 'place', 'refuse', 'start', 'to:check']) : oneOf(nasty),
    ],
    ...some,
  ]
}

/** Every door that anybody may post through, by its real address. */
function addresses(): { path: string; linkId: string }[] {
  const posts = Object.entries(doors).filter(([door, who]) => who === 'public' && door.startsWith('POST '))
  return posts.flatMap(([door]) =>
    links.map(({ id, token }) => ({
      linkId: id,
      path: door.slice(5).replace(':token', token).replace(':slug', slug).replace(/:\w+/, randomUUID()),
    })),
  )
}

function body(pairs: [string, string][]): { body: BodyInit; type?: string } {
  if (chance(0.05))
    return {
      body: Buffer.from(oneOf(nasty)),
      type: oneOf(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'x/y']),
    }
  if (chance(0.85)) return { body: new URLSearchParams(pairs) }
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, chance(0.1) ? new File([value], 'a.html') : value)
  return { body: form }
}

async function tokenOf(page: string): Promise<string> {
  const text = await (await fetch(app.url + page)).text()
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

async function expectWhole() {
  const { rows } = await sql<{ broken: number; referrals: number; held: number }>`
    select count(*)::int as referrals, (select count(*)::int from held_submission) as held, count(*) filter (where c.referral_id is null or p.first_name = ''
      or p.last_name = '' or not exists (select from need n where n.referral_id = r.id) or r.origin not in ('link', 'embed', 'self'))::int as broken
    from referral r left join consent c on c.referral_id = r.id left join referral_person p on p.referral_id = r.id`.execute(
    app.database.owner,
  )
  expect(rows[0]?.broken).toBe(0)
  expect((rows[0]?.referrals ?? 0) + (rows[0]?.held ?? 0), 'some were whole').toBeGreaterThan(0)
  const asked = await app.database.owner
    .selectFrom('joinRequest')
    .select(['organisationName', 'contactName', 'contactEmail', 'whatItDoes'])
    .execute()
  for (const one of asked) expect(requestForm.safeParse(one).success).toBe(true)
}
