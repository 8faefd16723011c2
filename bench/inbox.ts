/** QUALITY: the inbox page as HTML costs at most two milliseconds of CPU more than the same rows as JSON; and what pages weigh. */
import { gzipSync } from 'node:zlib'
import { people, sessionOf, tokenOf } from './data.ts'
import { compare, type Subject } from './measure.ts'
import { one, type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

const mostMilliseconds = 2
const mostKilobytes = 30

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
    notes: ['In the table HTML uncompressed; its weight with its stylesheets is compressed.'],
    bounds: [
      {
        what: 'inbox page over the JSON list',
        bound: `≤ ${mostMilliseconds} ms of CPU`,
        found: `${two(over)} ms`,
        held: over <= mostMilliseconds,
      },
      ...(await weights(place)),
    ],
    figures,
  }
}

/** HTML and CSS as they go over the line. */
async function weights({ program, query }: Place) {
  const [referral] = await query<{ id: string }>('select id from referral order by opened_at desc limit 1')
  const named = { 'Signing in': '/sign-in', Home: '/', Inbox: '/referrals', Referral: `/referrals/${referral?.id}` }
  const bounds = []
  for (const [name, path] of Object.entries(named)) {
    const kilobytes = await weightOf(`http://127.0.0.1:${program.port}`, path)
    const held = kilobytes <= mostKilobytes
    bounds.push({ what: `${name}, HTML + CSS`, bound: `≤ ${mostKilobytes} KB`, found: `${one(kilobytes)} KB`, held })
  }
  return bounds
}

async function weightOf(address: string, path: string): Promise<number> {
  // The coordinator, who may open any
  const headers: Record<string, string> = path === '/sign-in' ? {} : { cookie: `session=${sessionOf(people + 1)}` }
  const read = async (from: string) => (await fetch(`${address}${from}`, { headers })).text()
  const html = await read(path)
  const sheets = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1])
  const parts = [html, ...(await Promise.all(sheets.map(sheet => read(sheet ?? ''))))]
  return parts.reduce((sum, part) => sum + gzipSync(part).length / 1024, 0)
}

function page(path: string, user: number) {
  return { path, headers: { cookie: `session=${sessionOf(user)}` } }
}
