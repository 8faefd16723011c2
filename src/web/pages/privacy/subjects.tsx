/** PRIV-2: a person asks what is held on them: finding it, saying why, and what was asked before. Names are posted, never in the address. */

import { type Context, Hono } from 'hono'
import { askData } from '../../../actions/privacy/ask-data.ts'
import { keepOwn, readDesk, searchSubjects } from '../../../actions/privacy/find-subjects.ts'
import type { Found } from '../../../db/privacy/subjects.ts'
import { isProblem } from '../../../domain/problem.ts'
import { subjectAsk, subjectSearch } from '../../../domain/subject.ts'
import { sayRefusal } from '../../../words/refusals.ts'
import type { PageEnv } from '../../env.ts'
import { joinDates } from '../../forms/dates.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { idIn } from '../people/load.ts'
import { type DeskOf, networkDesk, ownDesk } from './desk.ts'
import { Earlier, ToDecideCard } from './earlier.tsx'
import { FindForm } from './find-form.tsx'
import { FoundForm } from './found-form.tsx'

export const subjects = new Hono<PageEnv>()
  .get(paths.subjects, async c => show(c, await networkDesk(c)))
  .post(paths.subjects, async c => posted(c, await networkDesk(c)))
  .get(paths.ownSubjects, async c => show(c, await ownDesk(c)))
  .post(paths.ownSubjects, async c => posted(c, await ownDesk(c)))
  .post('/subject-copies/:id/keep', async c => {
    await keepOwn(c.var.ctx, idIn(c, 'id'))
    const from = c.var.form.get('from') === 'own' ? paths.ownSubjects : paths.subjects
    return c.redirect(`${from}?done=kept`, 303)
  })

const searchFields = ['name', 'dateOfBirth', 'postcode', 'reference'] as const
const askFields = ['kind', 'parts', 'reason', 'remark'] as const

async function posted(c: Context<PageEnv>, desk: DeskOf) {
  const { t, form, ctx } = c.var
  if (!form.has('dateOfBirth')) joinDates(form, ['dateOfBirth'])
  const search = read(subjectSearch, form, ['do', ...askFields])
  if (!search.ok) {
    const errors = wordErrors(t, search.errors, {
      'name.nothing': 'privacy.desk.nothing',
      dateOfBirth: 'privacy.desk.bornWrong',
      reference: 'privacy.desk.referenceWrong',
    })
    return show(c, desk, { values: search.typed, errors })
  }
  const found = await searchSubjects(ctx, desk.of, search.value)
  if (form.get('do') !== 'ask') return show(c, desk, { values: search.typed, found })
  const ask = read(subjectAsk, form, ['do', ...searchFields])
  const shown = { values: search.typed, found, asked: ask.typed }
  if (!ask.ok) return show(c, desk, { ...shown, askErrors: wordErrors(t, ask.errors, askWords) })
  try {
    return c.redirect(paths.subjectRequest(await askData(ctx, desk.of, ask.value)), 303)
  } catch (problem) {
    if (!isProblem(problem) || problem.field !== 'parts') throw problem
    return show(c, desk, { ...shown, askErrors: { parts: sayRefusal(t, problem.message) } })
  }
}

const askWords = {
  parts: 'privacy.desk.partsWrong',
  kind: 'privacy.desk.kindWrong',
  reason: 'privacy.desk.reasonWrong',
} as const

type Shown = {
  values?: FormValues
  errors?: FormErrors
  found?: Found[]
  asked?: FormValues
  askErrors?: FormErrors
}

async function show(c: Context<PageEnv>, desk: DeskOf, shown: Shown = {}) {
  const { values = {}, errors = {}, found, asked = {}, askErrors = {} } = shown
  const { t, ctx } = c.var
  const { requests, toDecide } = await readDesk(ctx, desk.of)
  const isNetwork = 'networkId' in desk.of
  const view = (
    <>
      <BackLink href={desk.back.href}>{desk.back.label}</BackLink>
      <PageHead
        over={desk.name}
        title={t('privacy.desk.title')}
        lead={t('privacy.desk.lead', { controller: desk.name })}
      />
      <div class="stack">
        {c.req.query('done') === 'kept' && (
          <Notice tone="success" live>
            <p>{t('privacy.desk.kept')}</p>
          </Notice>
        )}
        <ToDecideCard t={t} rows={toDecide} own={!isNetwork} />
        <FindForm t={t} path={desk.path} isNetwork={isNetwork} values={values} errors={errors} />
        {found && (
          <FoundForm t={t} path={desk.path} found={found} searched={values} values={asked} errors={askErrors} />
        )}
        <Earlier t={t} requests={requests} />
      </div>
    </>
  )
  return render(c, view, { title: t('privacy.desk.title'), errors: { ...errors, ...askErrors } })
}
