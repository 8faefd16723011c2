/** The short name of a network. */
import { expect, test } from 'vitest'
import { networkStart, slug, slugOf } from './network-start.ts'

test('NET-1: a short name is made from any name, and is one that addresses can hold', () => {
  expect(slugOf('Môn & Menai Help')).toBe('mon-menai-help')
  expect(slugOf('  –––  ')).toBe('network')
  for (const name of ['Łódź–Leeds', 'A', 'x'.repeat(90), `${'y'.repeat(59)} z`])
    expect(slug.safeParse(slugOf(name)).success, name).toBe(true)
  expect(slug.safeParse('two--hyphens').success).toBe(false)
})

test('ADM-1: whoever is invited to coordinate needs an address', () => {
  const start = { name: 'Northbank', organisationName: 'The Council' }
  expect(networkStart.safeParse({ ...start, coordinator: 'self' }).success).toBe(true)
  expect(networkStart.safeParse({ ...start, coordinator: 'invite' }).success).toBe(false)
  expect(networkStart.safeParse({ ...start, coordinator: 'invite', email: 'colm@example.org' }).success).toBe(true)
})
