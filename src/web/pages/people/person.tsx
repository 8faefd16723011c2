/** PPL-2: a person's page, the organisation's own record; and what is done right on it: contacts, tags, corrections. */
import { type Context, Hono } from 'hono'
import { addContact, finishNextStep, removeContact } from '../../../actions/people/contacts.ts'
import { keepSentPerson } from '../../../actions/people/keep-sent.ts'
import { takeCorrections } from '../../../actions/people/save-person.ts'
import { tagPerson, untagPerson } from '../../../actions/people/tags.ts'
import { countTags } from '../../../db/people/list.ts'
import { contactForm, correctionForm, tagForm } from '../../../domain/people.ts'
import { isProblem } from '../../../domain/problem.ts'
import { dayOf } from '../../../domain/week.ts'
import type { Key } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { joinDates } from '../../forms/dates.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { asOrganisation, idFrom, idIn, loadPerson } from './load.ts'
import { PersonPage } from './view/page.tsx'

const contactErrors: Readonly<Record<string, Key>> = {
  way: 'people.contact.error.way',
  onDay: 'people.contact.error.onDay',
  'onDay.date_future': 'people.contact.error.onDayFuture',
  minutes: 'people.contact.error.minutes',
  what: 'people.contact.error.what',
  'what.too_long': 'problem.field.too_long',
  nextOn: 'people.contact.error.nextOn',
  nextStep: 'people.contact.error.nextStep',
  'nextStep.too_long': 'problem.field.too_long',
}
export const personPage = new Hono<PageEnv>()
  .get('/people/:id', async c => {
    const id = idIn(c, 'id')
    const data = await loadPerson(c, id)
    if (data.person.id !== id) return c.redirect(paths.person(data.person.id), 303)
    return show(c, { data })
  })
  .post('/people/:id/contacts', recordContact)
  .post('/people/:id/contacts/:contact/:act{done|remove}', async c => {
    const [id, contact] = [idIn(c, 'id'), idIn(c, 'contact')]
    const isDone = c.req.param('act') === 'done'
    await (isDone ? finishNextStep : removeContact)(c.var.ctx, id, contact)
    return back(c, id, isDone ? 'step' : 'removed', '#log')
  })
  .post('/people/:id/tags', async c => {
    const id = idIn(c, 'id')
    const form = read(tagForm, c.var.form)
    if (!form.ok)
      return show(c, {
        tagValues: form.typed,
        tagErrors: wordErrors(c.var.t, form.errors, { 'name.required': 'people.tag.nameMissing' }),
      })
    await tagPerson(c.var.ctx, id, form.value.name)
    return back(c, id, 'tagged', '#tags')
  })
  .post('/people/:id/tags/:tag/remove', async c => {
    const id = idIn(c, 'id')
    await untagPerson(c.var.ctx, id, idIn(c, 'tag'))
    return back(c, id, 'untagged', '#tags')
  })
  .post('/people/:id/corrections', async c => {
    const id = idIn(c, 'id')
    const keepsOurs = c.var.form.get('act') === 'keep'
    if (keepsOurs) c.var.form.delete('fields')
    const form = read(correctionForm, c.var.form, ['act'])
    if (form.ok) await takeCorrections(c.var.ctx, id, form.value)
    else await loadPerson(c)
    return back(c, id, form.ok ? 'decided' : '')
  })
  .post('/referrals/:id/keep', async c => {
    const id = await keepSentPerson(c.var.ctx, idFrom(c.req.param('id')))
    return back(c, id, 'kept')
  })

async function recordContact(c: Context<PageEnv>) {
  const id = idIn(c, 'id')
  const form = read(contactForm, joinDates(c.var.form, ['onDay', 'nextOn']))
  const refused = (errors: Parameters<typeof wordErrors>[1]) =>
    show(c, { values: form.typed, errors: wordErrors(c.var.t, errors, contactErrors) })
  if (!form.ok) return refused(form.errors)
  try {
    await addContact(c.var.ctx, id, form.value)
  } catch (problem) {
    if (!isProblem(problem) || problem.errors.length === 0) throw problem
    return refused([...problem.errors])
  }
  return back(c, id, 'contact', '#log')
}

function back(c: Context<PageEnv>, id: string, done: string, hash = '') {
  return c.redirect(`${paths.person(id)}${done && `?done=${done}`}${hash}`, 303)
}

type Shown = {
  data?: Awaited<ReturnType<typeof loadPerson>>
  values?: FormValues
  errors?: FormErrors
  tagValues?: FormValues
  tagErrors?: FormErrors
  fileErrors?: FormErrors
}

export async function show(
  c: Context<PageEnv>,
  { data, values, errors = {}, tagValues = {}, tagErrors = {}, fileErrors = {} }: Shown,
) {
  const { t, ctx } = c.var
  const loaded = data ?? (await loadPerson(c))
  const known = await asOrganisation(c, (trx, organisationId) => countTags(trx, organisationId))
  const fresh = { onDay: dayOf(ctx.now()), way: 'phone' }
  const view = (
    <PersonPage
      data={loaded}
      done={c.req.query('done')}
      knownTags={known.map(({ name }) => name)}
      contact={{ values: values ?? fresh, errors }}
      tag={{ values: tagValues, errors: tagErrors }}
      file={{ values: {}, errors: fileErrors }}
    />
  )
  return render(c, view, { title: t('people.record.title'), errors: { ...errors, ...tagErrors, ...fileErrors } })
}
