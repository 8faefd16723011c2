/** The list of referrals (LST), alone; one of them beside it is referral.tsx. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { saveSearch } from '../../../actions/save-search.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SplitView } from '../../ui/layout.tsx'
import { AdministratorList } from './administrator-list.tsx'
import { isMerelyAdministrator } from './chips.ts'
import { DoneNotice } from './done.tsx'
import { ListColumn } from './list-column.tsx'
import { type ListData, loadList } from './load-list.ts'

const find = z.strictObject({ words: z.string().trim().max(200).default('') })

export const referralList = new Hono<PageEnv>()
  .get(paths.referrals, async c => {
    const { t, actor } = c.var
    const list = await loadList(c)
    const view = isMerelyAdministrator(actor) ? (
      <AdministratorList t={t} list={list} />
    ) : (
      <Referrals t={t} list={list} done={c.req.query('done')} count={c.req.query('count')} />
    )
    return render(c, view, { title: t('list.title'), islands: ['keep-list'] })
  })
  .post(paths.findReferral, findReferral)

/** What was typed is kept under an id; the address tells nothing of it. */
async function findReferral(c: Context<PageEnv>) {
  const form = read(find, c.var.form)
  if (!form.ok || form.value.words === '') return c.redirect(paths.referrals, 303)
  const id = await saveSearch(c.var.ctx, form.value.words)
  return c.redirect(`${paths.referrals}?s=${id}`, 303)
}

type Shown = { t: T; list: ListData; done: string | undefined; count: string | undefined }

function Referrals({ t, list, done, count }: Shown) {
  return (
    <>
      <DoneNotice t={t} done={done} count={count} />
      <SplitView
        shows="list"
        viewing={
          <Card>
            <Empty icon="inbox" title={t('list.choose')}>
              {t('list.chooseHint')}
            </Empty>
          </Card>
        }
        list={<ListColumn t={t} list={list} />}
      />
    </>
  )
}
