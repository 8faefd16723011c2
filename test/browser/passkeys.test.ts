/** ADM-2, ADM-5: passkeys in a real browser, on a device that Chromium makes up. */
import { createServer } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, password, startApp } from '#test/app.ts'
import { expectClean, newPerson, openChromium } from './chromium.ts'

let app: App
let browser: Browser
let at: string
beforeAll(async () => {
  const port = await freePort()
  at = `http://localhost:${port}` // a passkey belongs to a name: an address of numbers has none
  browser = await openChromium()
  app = await startApp({ PORT: String(port), BASE_URL: at })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('ADM-5: a passkey is registered, signs in alone, is the second step after a password, and opens nothing once removed', async () => {
  const email = 'ama@keybank.example'
  await app.addUser({ email })
  const person = await newPerson(browser)
  const page = await person.newPage()
  const devices = await person.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  const signInByPassword = async () => {
    await page.goto(`${at}/sign-in`)
    await page.getByLabel('Email address').fill(email)
    await page.locator('input[name="password"]').first().fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  const signOut = async () => {
    await page.context().clearCookies({ name: 'session' })
  }

  await signInByPassword()
  await page.goto(`${at}/preferences/passkeys`)
  await expectClean(page)
  await page.getByLabel('Name').fill('Blue laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('heading', { name: 'Keep these codes safe' }).waitFor()
  await expectClean(page)
  await page.goto(`${at}/preferences/passkeys`)
  expect(await page.getByText('Blue laptop').count()).toBe(1)

  await signOut()
  await page.goto(`${at}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${at}/`)

  await signOut()
  await signInByPassword()
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(`${at}/`)

  await page.goto(`${at}/preferences/passkeys`)
  await page.getByRole('button', { name: 'Remove Blue laptop' }).click()
  await page.getByText('The passkey is removed here').waitFor()
  await signOut()
  await page.goto(`${at}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('The passkey was not accepted').waitFor()
  await person.close()
}, 90_000)

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const taken = server.address()
      server.close(() => resolve(typeof taken === 'object' && taken ? taken.port : 0))
    })
  })
}
