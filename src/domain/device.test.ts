/** A browser's own words, cut to its family and its system. */
import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('ADM-2: a browser is known by its family and its system, whatever else it claims to be', () => {
  const said = {
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`]:
      'edge windows',
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/142.0.0.0 Safari/537.36`]: 'chrome chromeos',
    [`Mozilla/5.0 (Linux; Android 14; SM-S901B) ${webkit} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`]:
      'samsung android',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1':
      'safari iphone',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'firefox linux',
    'curl/8.5.0': 'other other',
  }
  for (const [userAgent, known] of Object.entries(said)) {
    const { browser, system } = deviceOf(userAgent)
    expect(`${browser} ${system}`).toBe(known)
  }
  expect(deviceOf(undefined)).toEqual({ browser: 'other', system: 'other' })
})
