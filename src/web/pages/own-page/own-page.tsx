/** PUB-3: the page of the person who was referred, by reference and code. No cookie, nothing in the address, one title for all of it. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { correctContact } from '../../../actions/own-page/correct-contact.ts'
import { openPage, type PageKey } from '../../../actions/own-page/key.ts'
import { sayNobodyCalled } from '../../../actions/own-page/nobody-called.ts'
import { readOwnContact, readPage } from '../../../actions/own-page/read-page.ts'
import { takeConsentBack } from '../../../actions/own-page/withdraw-consent.ts'
import { ownContact } from '../../../domain/own-page.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { sameLanguage } from '../../language.ts'
import { ownPaths } from '../../own-paths.ts'
import { render } from '../../page-context.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { type Around, againId } from './frame.tsx'
import { readKey, sealKey } from './key.ts'
import { AskCode, ContactStep, WithdrawStep } from './steps.tsx'
import { type Did, OwnPageView } from './view.tsx'

type Visit = Context<PublicEnv>

export const ownPage = new Hono<PublicEnv>()
  .get('/p', c => ask(c))
  .post('/p', c => (c.var.form.has('key') ? withKey(c, key => show(c, key)) : open(c)))
  .post('/p/called', c => withKey(c, key => called(c, key)))
  .post('/p/contact', c =>
    withKey(c, key => (c.var.form.get('step') === 'ask' ? askContact(c, key) : takeContact(c, key))),
  )
  .post('/p/withdraw', c =>
    withKey(c, async key => {
      if (c.var.form.get('step') !== 'do') return say(c, <WithdrawStep around={aroundOf(c, key)} />)
      await takeConsentBack(c.var.ctx, key)
      return show(c, key, 'withdrawn')
    }),
  )

async function open(c: Visit) {
  const { t, ctx, form } = c.var
  const typed = { reference: textIn(form, 'reference'), code: textIn(form, 'code') }
  const from = getConnInfo(c).remote.address ?? ''
  try {
    const key = await openPage(ctx, { ...typed, from })
    return key ? await show(c, key) : ask(c, typed, { reference: t('ownPage.wrong') })
  } catch (problem) {
    if (!isProblem(problem) || problem.code !== 'too_many') throw problem
    return ask(c, typed, { reference: t('own.tooMany') }, 429)
  }
}

/** Too old, or the code was ended or replaced since: it is asked for again. */
async function withKey(c: Visit, then: (key: PageKey) => Promise<Response>): Promise<Response> {
  const again = () => ask(c, {}, { reference: c.var.t('ownPage.again') })
  const key = readKey(c)
  if (!key) return again()
  try {
    return await then(key)
  } catch (problem) {
    if (isProblem(problem) && problem.code === 'not_found') return again()
    throw problem
  }
}

async function called(c: Visit, key: PageKey) {
  try {
    await sayNobodyCalled(c.var.ctx, key)
  } catch (problem) {
    if (isProblem(problem) && problem.code === 'too_many') return show(c, key, 'calledAgain')
    if (isProblem(problem) && problem.code === 'not_now') return show(c, key, 'over')
    throw problem
  }
  return show(c, key, 'called')
}

async function askContact(c: Visit, key: PageKey, typed: FormValues = {}, errors: FormErrors = {}) {
  const { careful, parts } = await readPage(c.var.ctx, key)
  const own = await readOwnContact(c.var.ctx, key)
  if (!own || parts[0]?.consentWithdrawn) return show(c, key, 'over')
  const values = { ...(careful ? {} : own.contact), ...typed }
  const view = <ContactStep {...{ careful, values, errors }} around={aroundOf(c, key)} seen={own.seen} />
  return say(c, view, errors)
}

async function takeContact(c: Visit, key: PageKey) {
  const { t, ctx, form } = c.var
  const typed = read(ownContact, form, ['key', 'seen', 'step'])
  if (!typed.ok) return askContact(c, key, typed.typed, wordErrors(t, typed.errors))
  const { careful } = await readPage(ctx, key)
  try {
    await correctContact(ctx, key, { contact: typed.value, seen: textIn(form, 'seen', 64), careful })
  } catch (problem) {
    if (!isProblem(problem) || problem.code !== 'changed') throw problem
    return askContact(c, key, {}, { phone: t('ownPage.contactChanged') })
  }
  return show(c, key, 'contact')
}

function ask(c: Visit, values: FormValues = {}, errors: FormErrors = {}, status?: 429) {
  const { t } = c.var
  const view = <AskCode {...{ t, values, errors }} to={path => sameLanguage(c, path)} />
  const again = { at: ownPaths.page }
  const show = {
    title: t('ownPage.title'),
    errors,
    again,
    width: 'centred',
    islands: ['leave'],
    sheets: ['own-page'],
  } as const
  return render(c, view, { ...show, ...(status && { status }) })
}

async function show(c: Visit, key: PageKey, did?: Did) {
  const page = await readPage(c.var.ctx, key)
  const names = page.careful ? c.var.form.get('names') === 'show' : true
  return say(c, <OwnPageView {...{ page, names, did }} around={aroundOf(c, key)} />)
}

function say(c: Visit, view: VNode, errors: FormErrors = {}) {
  const again = { at: ownPaths.page, by: { form: againId, value: 'language' } }
  return render(c, view, {
    title: c.var.t('ownPage.title'),
    errors,
    again,
    width: 'centred',
    islands: ['leave'],
    sheets: ['own-page'],
  })
}

function aroundOf(c: Visit, key: PageKey): Around {
  return { t: c.var.t, to: path => sameLanguage(c, path), sealed: sealKey(c, key) }
}

function textIn(form: FormData, name: string, most = 40): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().slice(0, most) : ''
}
