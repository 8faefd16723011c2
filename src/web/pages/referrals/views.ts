/** Lists kept under a name of one's own. */
import { Hono } from 'hono'
import { z } from 'zod'
import { forgetView, keepView } from '../../../actions/keep-view.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { paths } from '../../paths.ts'
import { idIn } from './load-referral.ts'
import { listHref, readQuery, searchOf } from './query.ts'

const named = z.strictObject({ name: z.string().trim().min(1).max(60) })

export const referralViews = new Hono<PageEnv>()
  .post(paths.keepView, async c => {
    const { after: _, select: __, ...query } = readQuery(c.req.url)
    const back = (done: string) => {
      const href = listHref(query)
      return c.redirect(`${href}${href.includes('?') ? '&' : '?'}done=${done}`, 303)
    }
    const form = read(named, c.var.form)
    if (!form.ok) return back('viewUnnamed')
    try {
      await keepView(c.var.ctx, { name: form.value.name, search: searchOf(query), words: query.s })
    } catch (error) {
      if (isProblem(error) && error.code === 'invalid') return back('viewTooMany')
      throw error
    }
    return back('viewSaved')
  })
  .post('/referrals/views/:id/delete', async c => {
    await forgetView(c.var.ctx, idIn(c, 'id'))
    return c.redirect(`${paths.referrals}?done=viewDeleted`, 303)
  })
