/** RES-17: handing over one's own work, or a colleague's: what it is, to whom, for which days; and ending cover early. */
import { type Context, Hono } from 'hono'
import { endCover, handOver } from '../../../actions/hand-over/hand-over.ts'
import { type Colleague, listColleagues } from '../../../db/colleagues.ts'
import { type HandOver, listHandOvers, readOpenWork } from '../../../db/hand-overs.ts'
import { handOverForm } from '../../../domain/hand-over.ts'
import { mayHandOver } from '../../../domain/policy.ts'
import { isProblem } from '../../../domain/problem.ts'
import { dayOf } from '../../../domain/week.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { idOf } from '../services/load.ts'
import { Arranged } from './arranged.tsx'
import { HandOverForm } from './form.tsx'
import { WorkPreview } from './preview.tsx'

const ofColleague = '/users/:id{[0-9a-f-]{36}}/hand-over'
const said = ['good', 'cover', 'ended'] as const

const errorWords = {
  to: 'handOver.error.to',
  'from.required': 'handOver.error.required',
  'from.past': 'handOver.error.past',
  'until.required': 'handOver.error.required',
  'until.before': 'handOver.error.before',
  'until.too_long': 'handOver.error.too_long',
} as const

export const handOverPages = new Hono<PageEnv>()
  .get(paths.handOver, c => show(c))
  .get(ofColleague, c => show(c))
  .post(paths.handOver, arrange)
  .post(ofColleague, arrange)
  .post('/hand-overs/:id/end', async c => {
    const back = c.req.query('of')
    await endCover(c.var.ctx, idOf(c.req.param('id')))
    return c.redirect(`${back ? paths.userAct(idOf(back), 'hand-over') : paths.handOver}?done=ended`, 303)
  })

async function arrange(c: Context<PageEnv>) {
  const { t, ctx, form: posted } = c.var
  const whose = await loadWhose(c)
  const form = read(handOverForm, posted)
  if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors, errorWords))
  try {
    await handOver(ctx, whose.colleague.id, form.value)
  } catch (error) {
    if (!isProblem(error) || error.errors.length === 0) return show(c, form.typed, fieldErrorOf(t, error))
    return show(c, form.typed, wordErrors(t, [...error.errors], errorWords))
  }
  return c.redirect(`${whose.here}?done=${form.value.span}`, 303)
}

type Whose = { colleague: Colleague; others: Colleague[]; isOwn: boolean; here: string }

/** A colleague of another organisation, or of somebody who manages nothing, is absent. */
async function loadWhose(c: Context<PageEnv>): Promise<Whose> {
  const { actor, ctx } = c.var
  if (!actor.organisationId) throw absent()
  const all = (await listColleagues(ctx.db, actor.organisationId)).filter(({ endedAt }) => endedAt === null)
  const asked = c.req.param('id')
  const colleague = all.find(({ id, userId }) => (asked ? id === asked : userId === actor.userId))
  if (!colleague || !mayHandOver(actor, colleague)) throw absent()
  const others = all.filter(({ id }) => id !== colleague.id)
  const here = asked ? paths.userAct(colleague.id, 'hand-over') : paths.handOver
  return { colleague, others, isOwn: !asked, here }
}

async function show(c: Context<PageEnv>, values: FormValues = {}, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const { colleague, others, isOwn, here } = await loadWhose(c)
  const { organisationId, userId, name } = colleague
  const covers = await listHandOvers(ctx.db, organisationId, userId)
  const own = covers.find(({ fromUserId }) => fromUserId === userId)
  const title = isOwn ? t('handOver.title') : t('handOver.titleOf', { name })
  const today = dayOf(ctx.now())
  const view = (
    <>
      {isOwn ? (
        <BackLink href={paths.preferences}>{t('preferences.title')}</BackLink>
      ) : (
        <BackLink href={paths.user(colleague.id)}>{name}</BackLink>
      )}
      <PageHead over={colleague.organisationName} title={title} lead={t('handOver.lead')} />
      <div class="stack">
        <Done t={t} done={c.req.query('done')} />
        <All t={t} covers={covers} of={isOwn ? undefined : colleague.id} mine={userId} />
        <WorkPreview t={t} named work={await readOpenWork(ctx.db, organisationId, userId)} />
        {!own && (
          <HandOverForm
            t={t}
            action={here}
            others={others}
            values={{ span: 'cover', from: today, ...values }}
            errors={errors}
          />
        )}
      </div>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function Done({ t, done }: { t: T; done: string | undefined }) {
  const what = said.find(one => one === done)
  if (!what) return null
  return (
    <Notice tone="success" live>
      <p>{t(`handOver.done.${what}`)}</p>
    </Notice>
  )
}

/** Whom they cover for, and who covers for them; the latter can be ended here. */
function All({ t, covers, of, mine }: { t: T; covers: readonly HandOver[]; of: string | undefined; mine: string }) {
  return covers.map(cover => <Arranged key={cover.id} t={t} cover={cover} of={of} mayEnd={cover.fromUserId === mine} />)
}
