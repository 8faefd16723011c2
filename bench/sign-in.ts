/** QUALITY: fifty people who sign in at once, each with a password that is looked at with argon2id, and what /healthz waits meanwhile. */
import { quantile } from './driver.ts'
import { type Section, two } from './section.ts'
import type { Place } from './world.ts'

const atOnce = 50
const mostMilliseconds = 200

export async function measureSignIn({ program }: Place): Promise<Section> {
  const address = `http://127.0.0.1:${program.port}`
  const token = await readToken(address)
  const started = performance.now()
  let done = false
  const all = Promise.all(Array.from({ length: atOnce }, (_, nth) => signIn(address, token, nth))).finally(() => {
    done = true
  })
  const waits: number[] = []
  while (!done) waits.push(await timed(() => fetch(`${address}/healthz`)))
  const statuses = await all
  const seconds = (performance.now() - started) / 1000
  const p95 = quantile(waits, 0.95)
  return {
    title: 'Signing in',
    notes: [
      `${atOnce} at once, wrong passwords of different people, answered ${[...new Set(statuses)].join(', ')} in ${two(seconds)} s.`,
    ],
    figures: [],
    bounds: [
      {
        what: '/healthz meanwhile',
        bound: `p95 ≤ ${mostMilliseconds} ms`,
        found: `${two(p95)} ms of ${waits.length}`,
        held: p95 <= mostMilliseconds,
      },
    ],
  }
}

async function signIn(address: string, token: string, nth: number): Promise<number> {
  const body = new URLSearchParams({ email: `person${nth + 1}@example.org`, password: 'not the password', token })
  const headers = { origin: address, 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
  await answer.text()
  return answer.status
}

async function readToken(address: string): Promise<string> {
  const page = await (await fetch(`${address}/sign-in`)).text()
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function timed(ask: () => Promise<Response>): Promise<number> {
  const from = performance.now()
  await (await ask()).text()
  return performance.now() - from
}
