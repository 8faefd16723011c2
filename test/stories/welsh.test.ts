/** UX, lang switch: the public pages and the form in Welsh throughout, remembered without a cookie where there is none. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import { publishWording } from '#src/actions/publish-wording.ts'
import { listWordings } from '#src/db/consent-wordings.ts'
import { listDueLanes, type Queued, readDue } from '#src/db/outbox.ts'
import { letterOf } from '#src/worker/prepare.ts'
import { type App, startApp } from '#test/app.ts'
import { agree, begin, sentAs } from '#test/member-form.ts'
import { network, type World } from '#test/network.ts'
import { openPublicForm, publicForms, referenceIn } from '#test/public-form.ts'
import { englishIn } from '#test/welsh.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp({ DEMO: 'on' })
  world = await network({ database: app.database, settings: { selfReferral: 'links' } })
})
afterAll(() => app.stop())

const { link, answers, upTo, send, forgetLimits } = publicForms(() => ({ app, world }))
beforeEach(forgetLimits)
const inWelsh = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=cy`

test('the look for English finds it, and lets be what is said to be English', () => {
  expect(
    englishIn('<html lang="cy"><p>Save</p><p lang="en">Cancel</p><a aria-label="Remove filter: Food">x</a>'),
  ).toEqual(['Save', 'Remove filter: Food'])
  expect(englishIn('<p>Step 1 of 9</p><p>Cam 1 o 9</p><p>Oh! There is a problem.</p>')).toHaveLength(2)
})

for (const kind of ['link', 'self'] as const)
  test(`every step of the form, its errors and its end are in Welsh: ${kind}`, async () => {
    const { path } = await link({ kind })
    const browser = app.browser()
    const start = await browser.get(inWelsh(path))
    expect(start.text).toContain('<html lang="cy">')
    expect(englishIn(start.text)).toEqual([])
    const form = openPublicForm(browser, inWelsh(path))
    let page = await form.start()
    const filled = answers(kind === 'self' ? { consent: { given: 'on', wordingId: world.wordingId } } : {})
    const seen: string[] = []
    for (let steps = 0; steps < 20 && form.at() !== ''; steps++) {
      const at = form.at()
      seen.push(at)
      expect(page.text, at).toContain('<html lang="cy">')
      expect(englishIn(page.text), at).toEqual([])
      if (filled[at] && !['needs', 'details', 'household'].includes(at)) {
        const wrong = await form.post({})
        expect(englishIn(wrong.text), `${at}, left empty`).toEqual([])
        if (wrong.status === 422) expect(wrong.text).toContain('Mae problem')
        page = form.at() === at ? wrong : await form.post({}, 'back')
      }
      page = await form.post(filled[at] ?? {})
    }
    expect(seen).toEqual(expect.arrayContaining(['person', 'needs', 'services', 'consent', 'check']))
    expect(page.text).toContain('Mae wedi’i anfon')
    expect(englishIn(page.text)).toEqual([])
    const { reference, code } = referenceIn(page.text)
    const own = await browser.fill('/r?lang=cy', { reference, code })
    expect(own.text).toContain('Gofynnwyd i wasanaeth')
    expect(englishIn(own.text)).toEqual([])
    expect(browser.cookies.size).toBe(0)
  })

test('the form goes on in the other language from any step, with what was typed, and no cookie', async () => {
  const { path } = await link()
  const browser = app.browser()
  const { form, page } = await upTo('check', path)
  expect(page.text).toMatch(
    /<button type="submit" form="public-form" formaction="[^"]*\?lang=cy" name="go" value="to:check"/,
  )
  const welsh = openPublicForm(browser, inWelsh(path))
  await welsh.start()
  const again = await browser.post(inWelsh(path), { state: form.state(), at: 'check', go: 'to:check' })
  expect(again.text).toContain('Gwiriwch cyn anfon')
  expect(again.text).toContain('Wilhelmina')
  expect(again.text).toContain(`action="${inWelsh(path)}"`)
  const link_ = await browser.get(path)
  expect(link_.text).toContain(`<a href="${inWelsh(path)}" lang="cy" hreflang="cy">Cymraeg</a>`)
  expect(browser.cookies.size).toBe(0)
})

test('the page of the end is had in the other language as well, and nothing is sent or counted once more', async () => {
  const { path } = await link()
  const count = async () =>
    Number(
      (
        await app.database.owner
          .selectFrom('event')
          .select(eb => eb.fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n,
    )
  const again = (text: string) => ({ go: 'again', receipt: /name="receipt" value="([^"]*)"/.exec(text)?.[1] ?? '' })
  const browser = app.browser()
  await browser.get(path)
  const { last: sent, reference, code } = await send(path)
  const refused = await (await upTo('consent', path)).form.post({}, 'refuse')
  const before = await count()
  for (const { text } of [sent, refused])
    expect(text).toMatch(/<button type="submit" form="public-form" formaction="[^"]*\?lang=cy" name="go" value="again"/)
  const welsh = await browser.post(inWelsh(path), again(sent.text))
  expect(welsh.text).toContain('Mae wedi’i anfon')
  expect(referenceIn(welsh.text)).toEqual({ reference, code })
  expect((await browser.post(path, again(welsh.text))).text).toContain('It has been sent')
  const names = (text: string) => [...text.matchAll(/<h2[^>]*>[^<]*/g)].map(String)
  const without = await browser.post(inWelsh(path), again(refused.text))
  expect(englishIn(without.text)).toEqual([])
  expect(names(without.text).length).toBe(names(refused.text).length)
  expect(await count()).toBe(before)
  const made = await browser.post(inWelsh(path), { go: 'again', receipt: 'made-up' })
  expect(made.text).toContain(`href="${path}?lang=en"`)
})

test('whoever does not agree is told so in Welsh, and so is a page that is too old', async () => {
  const { path } = await link()
  const { form } = await upTo('consent', inWelsh(path))
  expect(englishIn((await form.post({}, 'refuse')).text)).toEqual([])
  const late = await app.browser().fill(inWelsh(path), { state: 'broken', at: 'person', go: 'next' })
  expect(late.text).toContain('ar agor am fwy nag awr')
  expect(englishIn(late.text)).toEqual([])
})

test('pages before signing in are in Welsh, with their errors; the switch is remembered by a cookie', async () => {
  const browser = app.browser()
  await browser.get('/sign-in?lang=cy')
  expect(browser.cookies.get('language')).toBe('cy')
  const { slug } = await app.database.owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()
  for (const path of [
    '/sign-in',
    '/forgotten-password',
    '/reset-password',
    '/invitation',
    `/networks/${slug}/join`,
    '/no-such-page',
  ]) {
    const page = await browser.get(path)
    expect(page.text, path).toContain('<html lang="cy">')
    expect(englishIn(page.text), path).toEqual([])
  }
  for (const path of ['/sign-in', '/forgotten-password', `/networks/${slug}/join`]) {
    const wrong = await browser.fill(path, {})
    expect(wrong.text, path).toContain('Mae problem')
    expect(englishIn(wrong.text), `${path}, left empty`).toEqual([])
  }
})

test('a rule that says no says it in Welsh, beside its field and on a page of its own', async () => {
  const coordinator = await app.as(world.users.coordinator)
  await coordinator.get('/invitations/new?lang=cy')
  const invitation = { email: 'nia@lantern.example', organisationName: 'Lantern Room' }
  await coordinator.fill('/invitations/new', invitation)
  const again = await coordinator.fill('/invitations/new', invitation)
  expect(again.text).toContain('Mae gan y cyfeiriad hwn wahoddiad eisoes.')
  const late = await coordinator.request('/invitations/new', {
    method: 'POST',
    body: new URLSearchParams(invitation),
    headers: { origin: coordinator.origin },
  })
  expect(late.text).toContain('<p class="lead">Bu’r dudalen hon ar agor yn rhy hir.')
})

test('an invitation is accepted in Welsh', async () => {
  const email = 'noor@lantern.example'
  const coordinator = await app.as(world.users.coordinator)
  await coordinator.fill('/invitations/new', { email, organisationName: 'Lantern Kitchen' })
  const found = app.database.owner.selectFrom('invitation').select('id').where('email', '=', email)
  const { id } = await found.executeTakeFirstOrThrow()
  const noor = app.browser()
  await noor.get('/sign-in?lang=cy')
  const page = await noor.get(`/invitation?token=${linkToken(app.config.secret, 'invitation', id)}`)
  expect(page.text).toContain('Creu fy nghyfrif')
  expect(englishIn(page.text)).toEqual([])
})

test('an invitation is written in the language of whoever invites', async () => {
  const { owner } = app.database
  const email = 'nerys@lantern.example'
  await owner.updateTable('user').set({ language: 'cy' }).where('id', '=', world.users.coordinator).execute()
  const coordinator = await app.as(world.users.coordinator)
  await coordinator.fill('/invitations/new', { email, organisationName: 'Lantern Hall' })
  await owner.updateTable('user').set({ language: 'en' }).where('id', '=', world.users.coordinator).execute()
  expect(await languageOfLetterTo(email)).toBe('en')
  await owner.updateTable('user').set({ language: 'cy' }).where('id', '=', world.users.coordinator).execute()
  expect(await languageOfLetterTo(email)).toBe('cy')
  await owner.updateTable('user').set({ language: 'en' }).where('id', '=', world.users.coordinator).execute()
})

async function languageOfLetterTo(email: string) {
  const { owner } = app.database
  const due = await Promise.all((await listDueLanes(owner, 100)).map(lane => readDue(owner, lane, 50)))
  return due.flat().find(({ address }) => address === email)?.language
}

test('who agrees in Welsh agrees to the Welsh wording, and is written to in Welsh', async () => {
  const { owner } = app.database
  const [now] = await listWordings(owner, world.networkId)
  const texts = { wording: 'I agree.', dataProtection: 'We keep it.' }
  const welsh = { wordingCy: 'Rwy’n cytuno.', dataProtectionCy: 'Cadwn ef.' }
  const seen = now?.version ?? 0
  await publishWording(await world.as('coordinator'), world.networkId, { ...texts, ...welsh, seen })
  const { form, page } = await upTo('consent', inWelsh((await link()).path))
  expect(page.text).toContain('<p lang="cy">Rwy’n cytuno.</p>')
  expect(page.text).not.toContain('I agree.')
  const wordingId = /name="wordingId" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await form.post({ given: 'on', how: 'spoken', wordingId })
  const checked = await form.post()
  const { reference } = referenceIn((form.at() === 'equality' ? await form.post() : checked).text)
  const agreed = await owner
    .selectFrom('consent')
    .innerJoin('referral', 'referral.id', 'consent.referralId')
    .innerJoin('consentWording', 'consentWording.id', 'consent.wordingId')
    .select('language')
    .where('reference', '=', reference)
    .executeTakeFirst()
  expect(agreed).toEqual({ language: 'cy' })
  const due = await Promise.all((await listDueLanes(owner, 100)).map(lane => readDue(owner, lane, 50)))
  const letter = due.flat().find(({ toSource, codes }) => toSource && codes.reference === reference)
  const { text } = letterOf(letter as Queued, { baseUrl: app.url, secret: app.config.secret })
  expect(text).toContain('Mae wedi’i anfon')
  expect(text).toContain('/r?lang=cy')
})

test('a member who reads out the Welsh wording records the Welsh wording', async () => {
  const { browser, path, id } = await begin(app, world)
  await browser.get(`${path}/consent?lang=cy`)
  const consent = await browser.get(`${path}/consent`)
  expect(consent.text).toContain('<p lang="cy">Rwy’n cytuno.</p>')
  const wordingId = /name="wordingId" value="([^"]+)"/.exec(consent.text)?.[1] ?? ''
  const agreed = await agree({ ...world, wordingId }, browser, path)
  expect(agreed.posted.location).toContain(`${path}/check`)
  expect((await browser.get(`${path}/check`)).status).toBe(200)
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(app, id)
  const kept = await app.database.owner
    .selectFrom('consent')
    .select('wordingId')
    .where('referralId', '=', referral?.id ?? '')
    .execute()
  expect(kept).toEqual([{ wordingId }])
})
