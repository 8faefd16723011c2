/** Where a page may send somebody on to. */
import { expect, test } from 'vitest'
import { ownPath } from './paths.ts'

test('only our own pages can be gone on to after signing in', () => {
  expect(ownPath('/referrals/x?tab=notes')).toBe('/referrals/x?tab=notes')
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'evil',
    '',
    null,
    '/..//evil.example',
  ])
    expect(new URL(ownPath(foreign), 'https://own.example').host).toBe('own.example')
})
