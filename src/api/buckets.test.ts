import { expect, test } from 'vitest'
import { openBuckets } from './buckets.ts'

test('API-1: a token has its turns for a minute at once, and gets them back evenly; others have their own', () => {
  const buckets = openBuckets(60)
  const turns = (id: string, now: number) =>
    Array.from({ length: 100 }, () => buckets.take(id, now)).filter(Boolean).length
  expect(turns('a', 0)).toBe(60)
  expect(turns('b', 0)).toBe(60)
  expect(turns('a', 10_000)).toBe(10)
  expect(turns('a', 10_000_000)).toBe(60)
})
