/** One referral, the list beside it; and adding a note to it. */
import { type Context, Hono } from 'hono'
import { addNote, newNote } from '../../../actions/add-note.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { SplitView } from '../../ui/layout.tsx'
import { BackLink } from '../../ui/page-head.tsx'
import { DoneNotice } from './done.tsx'
import { ListColumn } from './list-column.tsx'
import { type ListData, loadList } from './load-list.ts'
import { idIn, loadReferral, type ReferralData } from './load-referral.ts'
import { keepQuery } from './names.ts'
import { listHref, readQuery } from './query.ts'
import { Article } from './view/article.tsx'

export const referralPage = new Hono<PageEnv>()
  .get('/referrals/:id', async c => {
    const done = c.req.query('done')
    try {
      return await show(c, { done })
    } catch (error) {
      // Who has just passed it on may see it no more.
      if (done && isProblem(error) && error.code === 'not_found')
        return c.redirect(`${paths.referrals}?done=${encodeURIComponent(done)}`, 303)
      throw error
    }
  })
  .post('/referrals/:id/notes', async c => {
    const id = idIn(c, 'id')
    const form = read(newNote, c.var.form)
    if (!form.ok) {
      const errors = wordErrors(c.var.t, form.errors, {
        body: 'referral.noteMissing',
        'body.too_long': 'problem.field.too_long',
      })
      return show(c, { values: form.typed, errors })
    }
    try {
      await addNote(c.var.ctx, id, form.value)
    } catch (error) {
      return show(c, { values: form.typed, errors: fieldErrorOf(c.var.t, error) })
    }
    return c.redirect(afterwards(c, id, 'note', '#notes'), 303)
  })

/** Back at the referral, with the list's filters as they were. */
export function afterwards(c: Context<PageEnv>, id: string, done: string, hash = ''): string {
  const back = keepQuery(paths.referral(id), readQuery(c.req.url))
  return `${back}${back.includes('?') ? '&' : '?'}done=${done}${hash}`
}

export type Shown = { done?: string | undefined; values?: FormValues; errors?: FormErrors }

export async function show(c: Context<PageEnv>, { errors = {}, ...shown }: Shown) {
  const { t } = c.var
  const data = await loadReferral(c)
  const list = await loadList(c)
  const view = <Both t={t} data={data} list={list} errors={errors} {...shown} />
  return render(c, view, {
    title: t('referral.title', { reference: data.view.file.reference }),
    errors,
    islands: ['copy', 'keep-list', ...(data.view.mayAddFiles ? ['upload'] : [])],
  })
}

function Both({ t, data, list, ...shown }: Shown & { t: T; data: ReferralData; list: ListData; errors: FormErrors }) {
  return (
    <SplitView
      viewing={
        <>
          <div class="only-narrow">
            <BackLink href={listHref(data.query)}>{t('list.backToList')}</BackLink>
          </div>
          <DoneNotice t={t} done={shown.done} />
          <Article t={t} data={data} values={shown.values} errors={shown.errors} />
        </>
      }
      list={<ListColumn t={t} list={list} viewing={data.id} />}
    />
  )
}
