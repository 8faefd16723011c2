import { expect, test } from 'vitest'
import { isTold, kindOfAction, retryAfter, webhookForm } from './webhook.ts'

test('API-3: a delivery is tried for 24 hours and is then held', () => {
  const waits = Array.from({ length: 40 }, (_, nth) => retryAfter(nth + 1))
  const tried = waits.filter(wait => wait !== null)
  expect(tried.reduce((sum, wait) => sum + wait, 0)).toBe(24 * 3600)
  expect(tried).toEqual([...tried].sort((a, b) => a - b))
  expect(waits.at(tried.length)).toBeNull()
})

test('API-3: one is told only of what one sees of the history', () => {
  const at = new Date('2026-03-01T12:00:00Z')
  const [before, after] = [new Date('2026-02-01'), new Date('2026-04-01')]
  expect(isTold('none', { at, own: true }, after)).toBe(false)
  expect(isTold('all', { at, own: false }, null)).toBe(true)
  expect(isTold('own', { at, own: false }, after)).toBe(false)
  expect(isTold('own', { at, own: true }, null)).toBe(true)
  expect(isTold('to_exit', { at, own: false }, before)).toBe(false)
  expect(isTold('to_exit', { at, own: false }, after)).toBe(true)
})

test('API-3: looking, private notes and holds are told to nobody', () => {
  const quiet = ['note', 'break_glass', 'placeHold', 'erased', 'addFile', 'remind', 'escalate']
  expect(quiet.filter(action => action in kindOfAction)).toEqual([])
  expect(webhookForm.safeParse({ name: 'A', address: 'https://a.example', kinds: [] }).success).toBe(false)
})
