/** Proof of work: solved by the library's own solver, good once, for one link. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#src/db/database.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'
import { checkProof, newChallenge } from './proof-of-work.ts'

const at = { secret: 's'.repeat(40), now: () => new Date() }
let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url)
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const check = (link: string, typed: string) =>
  database.db.transaction().execute(trx => checkProof(trx, at, link, typed))

async function solve(link: string) {
  const challenge = JSON.parse(await newChallenge(at, link))
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
}

test('FORM-13: a solved proof counts once, and only for the link that asked for it', async () => {
  const solved = JSON.stringify(await solve('link-a'))
  expect(await check('link-b', solved)).toBe('wrong')
  expect(await check('link-a', solved)).toBe('solved')
  expect(await check('link-a', solved)).toBe('wrong')
})

test('FORM-13: a proof that is made up, made easier or broken is wrong, and none is none', async () => {
  const { challenge, solution } = await solve('link-a')
  const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }
  const bad = [
    ...['{}', 'x', '[]', 'null', JSON.stringify({ challenge, solution: { counter: -1, derivedKey: '00' } })],
    ...[
      JSON.stringify({ challenge: easier, solution }),
      JSON.stringify({ challenge: { parameters: {}, signature: '' }, solution }),
    ],
    JSON.stringify({ challenge: { ...challenge, parameters: { ...challenge.parameters, nonce: 'zz' } }, solution }),
  ]
  for (const one of bad) expect(await check('link-a', one), one).toBe('wrong')
  expect(await check('link-a', '')).toBe('none')
})
