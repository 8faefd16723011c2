/** Sealed pages: nobody reads, changes, moves or keeps them. */
import { expect, test } from 'vitest'
import { seal, unseal } from './sealing.ts'

const now = new Date('2026-06-04T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const key = { secret: 's'.repeat(40), purpose: 'form one' }

test('FORM-13: what was sealed comes back for an hour, and not a word of it shows', () => {
  const sealed = seal(key, { name: 'Wilhelmina' }, now, 60)
  expect(unseal(key, sealed, later(59))).toEqual({ ok: true, value: { name: 'Wilhelmina' } })
  expect(unseal(key, sealed, later(60))).toEqual({ ok: false, why: 'late' })
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Wilhelmina')
})

test('FORM-13: it opens for no other link, no other secret, and not with one bit changed', () => {
  const sealed = seal(key, { a: 1 }, now, 60)
  expect(unseal({ ...key, purpose: 'form two' }, sealed, now)).toEqual({ ok: false, why: 'broken' })
  expect(unseal({ ...key, secret: 't'.repeat(40) }, sealed, now)).toEqual({ ok: false, why: 'broken' })
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal(key, changed.toString('base64url'), now).ok).toBe(false)
  }
  for (const junk of ['', 'x', '%%%', 'A'.repeat(5000)]) expect(unseal(key, junk, now).ok).toBe(false)
})
