/** An authenticator app of our own: reads the key from the page as a phone would, and tells its code. */
import { Secret, TOTP } from 'otpauth'
import type { App } from './app.ts'
import type { Browser } from './browser-like.ts'

export type Phone = { code(at: Date): string }

/** From the text of the page that shows the key. */
export function scan(text: string): Phone {
  const key = /<code>((?:[A-Z2-7]{4} ?)+)<\/code>/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  return { code: at => totp.generate({ timestamp: at.getTime() }) }
}

/** Sets an app up by its page. Returns it with the recovery codes that were shown. */
export async function setUpApp(app: App, browser: Browser): Promise<{ phone: Phone; codes: string[]; text: string }> {
  const { text } = await browser.get('/preferences/two-step/app')
  const phone = scan(text)
  const done = await browser.post('/preferences/two-step/app', {
    key: hidden(text, 'key'),
    code: phone.code(app.clock.now()),
  })
  const codes = [...done.text.matchAll(/<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){5})<\/code>/g)].map(([, code = '']) => code)
  return { phone, codes, text: done.text }
}

export function hidden(text: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
}
