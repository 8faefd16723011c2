/** The system's own Chromium, and axe in every page that it shows. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** `narrow` is a phone. */
export type Screen = { javaScript?: boolean; width?: 'wide' | 'narrow' }

export function openChromium(): Promise<Browser> {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = places.find(path => path && existsSync(path))
  return chromium.launch({ ...(executablePath && { executablePath }), args: quiet })
}

/** Suggestions under the address bar: for each window two pages in a process of their own, though nobody sees a bar. */
const suggestions = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
/** Off in what Playwright starts, too: of two lists the browser reads the last. */
const untested = ['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades']
const unasked = ['LensOverlay', 'MediaRouter', 'PaintHolding', 'OptimizationHints', 'AimEnabled', 'PreconnectToSearch']

/** It does nothing on its own account. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  `--disable-features=${[...suggestions, ...untested, ...unasked]}`,
]

/** A person at a screen of their own: cookies are shared with nobody. */
export async function newPerson(
  browser: Browser,
  { javaScript = true, width = 'wide' }: Screen = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    // For axe alone: the pages themselves run no script but ours.
    bypassCSP: true,
    viewport: width === 'wide' ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  if (!javaScript) scriptless.add(context)
  return context
}

const scriptless = new WeakSet<BrowserContext>()

/** What the page calls itself, without the network in which it is seen. */
export const ownTitle = (title: string) => title.split(' – ')[0] ?? ''

/** WCAG 2.2 AA by axe, and nothing that has to be scrolled to sideways. Each kind of page once per kind of screen and of viewer. */
export async function expectClean(page: Page, viewer = ''): Promise<void> {
  const { pathname } = new URL(page.url())
  const scripted = !scriptless.has(page.context())
  const kind = [
    viewer,
    pathname.replace(/[0-9a-f-]{36}/g, 'id'),
    scripted,
    page.viewportSize()?.width,
    ownTitle(await page.title()),
  ].join()
  if (checked.has(kind)) return
  checked.add(kind) // at once, for those that run side by side
  try {
    await (scripted ? check(page, pathname) : checkWithout(page, pathname))
  } catch (error) {
    checked.delete(kind) // a second try has to look again
    throw error
  }
}
const checked = new Set<string>()

async function check(page: Page, at: string) {
  expect(await page.evaluate(unstyled), `${at}: a stylesheet did not arrive`).toEqual([])
  expect(await page.evaluate(overflowing), `${at}: wider than the screen`).toBe(0)
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${tags}, resultTypes: ['violations'] })`)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(found, at).toEqual([])
}

/** Axe needs script: for as long as it looks at the page, which was made without, script is let run. */
async function checkWithout(page: Page, at: string) {
  const control = switches.get(page) ?? (await page.context().newCDPSession(page))
  switches.set(page, control) // kept: with it would go what it has set
  const set = (value: boolean) => control.send('Emulation.setScriptExecutionDisabled', { value })
  await set(true) // a session that has not switched it off cannot switch it on
  await set(false)
  await check(page, at).finally(() => set(true))
}
const switches = new WeakMap<Page, CDPSession>()

const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Without its stylesheet nothing on a page has the size that it should. */
const unstyled = `[...document.querySelectorAll('link[rel=stylesheet]')].filter(link => !link.sheet).map(link => link.href)`
const overflowing = 'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'
