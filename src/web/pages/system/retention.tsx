/** PRIV-1: how long closed referrals are kept, what that comes to, and which go next. */
import { Hono } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { keepRules, rulesMark } from '../../../actions/keep-rules.ts'
import { actAs } from '../../../db/database.ts'
import { type Outlook, readOutlook, type Upcoming } from '../../../db/privacy/retention.ts'
import { isProblem } from '../../../domain/problem.ts'
import { retentionSettings, warningDays } from '../../../domain/retention.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { Goes } from '../privacy/goes.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

export const retentionPage = new Hono<PageEnv>()
  .get(paths.retention, async c => show(c, await loadSettings(c)))
  .post(paths.retention, async c => {
    const settings = await loadSettings(c)
    const form = read(retentionSettings, c.var.form, ['seen', 'do'])
    if (!form.ok) {
      const errors = wordErrors(c.var.t, form.errors, { retentionMonths: 'privacy.monthsWrong' })
      return show(c, settings, { values: form.typed, errors })
    }
    const tried = { values: form.typed, months: form.value.retentionMonths }
    if (c.var.form.get('do') === 'preview') return show(c, settings, tried)
    try {
      const seen = String(c.var.form.get('seen') ?? '')
      await keepRules(c.var.ctx, settings.network.id, 'retention', { rules: form.value, seen })
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, settings, { ...tried, late: true })
    }
    return c.redirect(settings.at(`${paths.retention}?done=saved`), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { values?: FormValues; errors?: FormErrors; months?: number; late?: boolean }
const day = 86_400_000

async function show(c: Visit, settings: Settings, { values, errors = {}, months, late = false }: Shown = {}) {
  const { t, network } = settings
  const { ctx } = c.var as { ctx: PageEnv['Variables']['ctx'] }
  const now = ctx.now()
  const by = new Date(now.getTime() + warningDays * day)
  const kept = months ?? network.settings.retentionMonths
  const outlook = await actAs(ctx.db, whoIs(ctx.actor), trx => readOutlook(trx, network.id, { months: kept, now, by }))
  const view = (
    <SettingsFrame
      settings={settings}
      part="retention"
      title={t('system.part.retention')}
      lead={t('system.leadOf.retention')}
      done={values ? undefined : c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.clock.conflict')}</p>
        </Notice>
      )}
      <Form values={values ?? { retentionMonths: String(network.settings.retentionMonths) }} errors={errors}>
        <Seen mark={rulesMark('retention', network.settings)} />
        <Card>
          <NumberField
            name="retentionMonths"
            label={t('privacy.months')}
            hint={t('privacy.monthsHint')}
            maxlength={3}
          />
        </Card>
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="do" value="preview">
            {t('privacy.try')}
          </Button>
        </ButtonGroup>
      </Form>
      <Comes t={t} outlook={outlook} by={by} months={kept} isSaved={kept === network.settings.retentionMonths} />
      <Next t={t} now={now} next={outlook.next} />
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.retention'), errors, ...(late && { status: 409 }) })
}

type Comes = { t: T; outlook: Outlook; by: Date; months: number; isSaved: boolean }

function Comes({ t, outlook: { due, soon, held, anonymised }, by, months, isSaved }: Comes) {
  return (
    <Card title={t('privacy.outlook')} id="outlook">
      <p class="small">{t(isSaved ? 'privacy.outlookSaved' : 'privacy.outlookTried', { months })}</p>
      <ul class="lines">
        <li>{t('privacy.tonight', { count: due })}</li>
        <li>{t('privacy.by', { count: soon, date: formatDate(t, by) })}</li>
        {held > 0 && <li>{t('privacy.heldCount', { count: held })}</li>}
        {anonymised > 0 && <li>{t('privacy.gone', { count: anonymised })}</li>}
      </ul>
    </Card>
  )
}

function Next({ t, now, next }: { t: T; now: Date; next: readonly Upcoming[] }) {
  return (
    <Card title={t('privacy.next')}>
      <p class="small">{t(next.length > 0 ? 'privacy.nextText' : 'privacy.nextNone')}</p>
      {next.length > 0 && (
        <Table
          caption={t('privacy.next')}
          hideCaption
          columns={[
            {
              heading: t('privacy.reference'),
              cell: ({ id, reference }) => (
                <a class="reference" href={paths.referral(id)}>
                  {reference}
                </a>
              ),
            },
            { heading: t('privacy.closed'), cell: ({ endedAt }) => formatDate(t, endedAt) },
            { heading: t('privacy.goes'), cell: one => <Goes t={t} now={now} one={one} /> },
          ]}
          rows={next}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  )
}
