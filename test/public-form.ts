/** Somebody without an account, a step at a time: each post carries the sealed state of the page before, as the page itself would. */
import { sql } from 'kysely'
import { entryToken, makeEntryLink } from '#src/actions/make-entry-link.ts'
import type { App } from './app.ts'
import type { Answer, Browser } from './browser-like.ts'
import type { World } from './network.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>

export function openPublicForm(browser: Browser, path: string) {
  let page: Answer | null = null
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page?.text ?? '')?.[1] ?? ''

  const start = async () => {
    page = await browser.get(path)
    if (page.status === 200) page = await browser.post(path, { go: 'start' })
    return page
  }
  const post = async (fields: Fields = {}, go = 'next') => {
    page = await browser.post(path, { state: hidden('state'), at: hidden('at'), go, ...fields })
    return page
  }
  /** The last page, with files. */
  const attach = async (files: Readonly<Record<string, Uint8Array | string>>, fields: Fields = {}) => {
    page = await browser.upload(path, files, { state: hidden('state'), at: hidden('at'), go: 'next', ...fields })
    return page
  }
  /** What each step is filled in with; the form is gone through until its end, or until a step stands still. */
  const goThrough = async (answers: Readonly<Record<string, Fields>>) => {
    let answer = page ?? (await start())
    for (let steps = 0; steps < 30 && hidden('at') !== ''; steps++) {
      const at = hidden('at')
      answer = await post(answers[at] ?? {})
      if (hidden('at') === at && answer.status !== 200) break
    }
    return answer
  }
  return {
    start,
    post,
    attach,
    goThrough,
    at: () => hidden('at'),
    state: () => hidden('state'),
    challenge: () => challengeIn(page),
  }
}

function challengeIn(page: Answer | null): unknown {
  const found = /data-challenge="([^"]*)"/.exec(page?.text ?? '')?.[1]
  return found ? JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) : null
}

export function referenceIn(text: string): { reference: string; code: string } {
  const [reference = '', code = ''] = [...text.matchAll(/<dd class="reference">([^<]+)<\/dd>/g)].map(
    ([, one]) => one ?? '',
  )
  return { reference, code }
}

type Place = { app: App; world: World }
type Fill = Readonly<Record<string, Fields>>

/** Links, and what is sent by them. The place is asked for when it is needed, as the app starts after the file is read. */
export function publicForms(place: () => Place) {
  const db = () => place().app.database.owner

  async function link(wishes: { kind?: 'link' | 'self'; organisationId?: string } = {}) {
    const { app, world } = place()
    const form = { kind: 'link' as const, label: 'Contact centre', organisationId: '', ...wishes }
    const id = await makeEntryLink(await world.as('coordinator'), world.networkId, form)
    return { id, path: `/f/${entryToken(app.config.secret, id)}` }
  }
  /** Filled in up to this step; the `last` is the page that sends, whichever step that is. */
  async function upTo(step: 'consent' | 'check' | 'last', path: string, fill: Fill = {}) {
    const form = openPublicForm(place().app.browser(), path)
    let page = await form.start()
    const all = answersIn(place().world, fill)
    const arrived = () => (step === 'last' ? page.text.includes('name="files"') : form.at() === step)
    for (let steps = 0; steps < 20 && !arrived(); steps++) page = await form.post(all[form.at()] ?? {})
    return { form, page }
  }
  /** `fields`: what the page of checking sends along, such as a proof. */
  async function send(path: string, fill: Fill = {}, fields: Fields = {}) {
    const { form } = await upTo('check', path, fill)
    const checked = await form.post(fields)
    const last = form.at() === 'equality' ? await form.post(fields) : checked
    return { last, ...referenceIn(last.text) }
  }
  return {
    ...{ db, link, upTo, send },
    answers: (fill: Fill = {}) => answersIn(place().world, fill),
    referral: (reference: string) =>
      db().selectFrom('referral').selectAll().where('reference', '=', reference).executeTakeFirst(),
    filesOf: (reference: string) => filesOf(place(), reference),
    forgetLimits: () => sql`delete from guess`.execute(db()),
  }
}

/** Whole answers by step; what is given replaces a step. */
const answersIn = (world: World, fill: Fill): Fill => ({
  source: {
    'source.name': 'Tamsin Okafor',
    'source.organisation': 'Council',
    'source.email': 'tamsin@council.example',
  },
  person: { 'person.firstName': 'Wilhelmina', 'person.lastName': 'Quartermaine' },
  contact: { 'person.phone': '0151 496 0399', 'safeContact.channels': ['phone'] },
  address: { 'address.postcode': 'L4 9ZQ' },
  needs: { needs: [world.categories.food, world.categories.debt] },
  circumstances: { circumstances: 'The cupboards are bare.' },
  consent: { given: 'on', how: 'spoken', wordingId: world.wordingId },
  ...fill,
})

const filesOf = ({ app }: Place, reference: string) =>
  app.database.owner
    .selectFrom('file')
    .innerJoin('referral', 'referral.id', 'file.referralId')
    .select(['file.name', 'file.type', 'file.state', 'file.storageKey', 'file.addedByUserId'])
    .where('reference', '=', reference)
    .orderBy('file.name')
    .execute()
