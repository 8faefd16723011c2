/** QUALITY: the inbox page as HTML costs at most two milliseconds of CPU more than the same rows as JSON. */
import { people, sessionOf, tokenOf } from './data.ts'
import { compare, type Subject } from './measure.ts'
import { type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

const mostMilliseconds = 2

export async function measureInbox({ databasePid }: World, place: Place): Promise<Section> {
  const user = (nth: number) => 1 + (nth % people)
  const at = { ...place.program, database: databasePid }
  const subjects: Subject[] = [
    {
      ...at,
      name: 'list 25, JSON',
      ask: nth => ({ path: '/api/v1/referrals', headers: { authorization: `Bearer ${tokenOf(user(nth))}` } }),
    },
    { ...at, name: 'inbox page, HTML', ask: nth => page('/referrals', user(nth)) },
    { ...at, name: 'Home, HTML', ask: nth => page('/', user(nth)) },
  ]
  const figures = await compare(subjects)
  const [json, html] = figures
  const over = (html?.cpu ?? 0) - (json?.cpu ?? 0)
  return {
    title: 'Pages',
    notes: ['HTML uncompressed; what it weighs compressed is tested in the browser journeys.'],
    bounds: [
      {
        what: 'inbox page over the JSON list',
        bound: `≤ ${mostMilliseconds} ms of CPU`,
        found: `${two(over)} ms`,
        held: over <= mostMilliseconds,
      },
    ],
    figures,
  }
}

function page(path: string, user: number) {
  return { path, headers: { cookie: `session=${sessionOf(user)}` } }
}
