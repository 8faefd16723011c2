import { expect, test } from 'vitest'
import { notices, type Template } from '../domain/notices.ts'
import { isSingleAddress } from './address.ts'
import { waitAfter } from './backoff.ts'
import { readFailure } from './failure.ts'
import { type Message, writeLetter } from './letter.ts'

const sender = { name: 'Northbank Help', colour: '#ffe066' }
const envelope = { sender, language: 'en', baseUrl: 'https://onward.example.org' } as const
const codes = { reference: 'K7QF-2M3P', needs: ['Food parcels', 'Debt'], area: 'L4', answerBy: '2026-06-04T08:32:00Z' }
const notice = (template: Template): Message => ({ template, codes, referralId: 'r1' })
const templates = Object.values(notices).flatMap(all => all.map(({ template }) => template))

test('RES-1: every notice has a subject of the reference and the network alone, and says the same in text and HTML', () => {
  for (const template of templates) {
    const { subject, text, html } = writeLetter(notice(template), envelope)
    expect(subject).toMatch(/^(Referral K7QF-2M3P, Northbank Help|Northbank Help: K7QF-2M3P)$/)
    for (const line of text.split('\n').filter(line => line && !/^(--|.*:)/.test(line)))
      expect(html).toContain(line.replaceAll('&', '&amp;'))
    expect(text).not.toMatch(/mail\.|undefined|null|\{\{/)
  }
})

test('RES-1: who is asked reads the reference, the needs, the area and by when to answer, and signs in to see more', () => {
  const { text } = writeLetter(notice('asked'), envelope)
  expect(text).toContain(
    'Reference: K7QF-2M3P\nNeeds: Food parcels, Debt\nArea: L4\nPlease answer by: 4 June 2026 at 9:32am',
  )
  expect(text).toContain('https://onward.example.org/referrals/r1')
  expect(text).toContain('you will be asked to sign in')
})

test('RES-1: the person reads the network’s name and the reference, and nothing that says what it is about', () => {
  const { subject, text, html } = writeLetter(notice('person_sent'), envelope)
  for (const part of [subject, text, html]) expect(part).not.toMatch(/referral|Food|Debt|L4\b|service|sign in|https?:/i)
  expect(text).toContain('Your reference is K7QF-2M3P.')
})

test('of a withdrawn referral only the reference is left', () => {
  expect(writeLetter(notice('withdrawn'), envelope).text).not.toMatch(/Food|L4/)
})

test('a network’s name cannot break out of the subject or the page', () => {
  const hostile = { ...envelope, sender: { name: 'A\r\nBcc: x@example.org <b>', colour: '#0b5a4e' } }
  const { subject, html } = writeLetter(notice('asked'), hostile)
  expect(subject).toBe('Referral K7QF-2M3P, A Bcc: x@example.org <b>')
  expect(html).not.toContain('<b>')
})

test('a link to choose a password says whose program it is, and no name', () => {
  const { text } = writeLetter({ template: 'reset', token: 'abc' }, { ...envelope, sender: null })
  expect(text).toContain('https://onward.example.org/reset-password?token=abc')
})

test('only one plain address is written to', () => {
  expect(isSingleAddress('team@example.org')).toBe(true)
  for (const trick of [
    'a@example.org\r\nRCPT TO:<b@example.org>',
    'a@example.org, b@example.org',
    'A <a@example.org>',
    'a',
    '',
  ])
    expect(isSingleAddress(trick)).toBe(false)
})

test('tries are spread over 24 hours, then the message is held', () => {
  const waits = Array.from({ length: 40 }, (_, at) => waitAfter(at + 1))
  expect(waits.slice(0, 4)).toEqual([60, 120, 300, 900])
  expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)).toBe(24 * 60 * 60)
  expect(waits.at(-1)).toBeNull()
})

test('a refused recipient is the message’s fault; a refused password or sender is ours; neither repeats the address', () => {
  const answer = (responseCode: number, command: string) =>
    readFailure(
      Object.assign(new Error(), { responseCode, command, response: `${responseCode} 5.1.1 <a@example.org> no` }),
    )
  expect(answer(550, 'RCPT TO')).toEqual({ kind: 'refused', code: '550 5.1.1 RCPT TO' })
  expect(answer(451, 'DATA').kind).toBe('later')
  expect(answer(535, 'AUTH PLAIN').kind).toBe('down')
  expect(answer(550, 'MAIL FROM').kind).toBe('down')
  expect(answer(421, 'RCPT TO').kind).toBe('down')
  expect(readFailure(Object.assign(new Error(), { code: 'ECONNECTION' }))).toEqual({
    kind: 'down',
    code: 'ECONNECTION',
  })
})
