/** PRIV-1: how long an organisation keeps its own records of people, and which go next. */
import { type Context, Hono } from 'hono'
import { keepPeopleMonths } from '../../../actions/privacy/keep-people-months.ts'
import { type NextRecord, readOwnOutlook, readPeopleMonths } from '../../../db/privacy/own-retention.ts'
import { retentionSettings, warningDays } from '../../../domain/retention.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { asOrganisation } from '../people/load.ts'
import { nameOf } from '../people/say.ts'
import { Goes } from './goes.tsx'

export const ownRetention = new Hono<PageEnv>()
  .get(paths.peopleRetention, c => show(c))
  .post(paths.peopleRetention, async c => {
    const form = read(retentionSettings, c.var.form, ['do'])
    if (!form.ok) {
      const errors = wordErrors(c.var.t, form.errors, { retentionMonths: 'privacy.monthsWrong' })
      return show(c, { values: form.typed, errors })
    }
    const { retentionMonths: months } = form.value
    if (c.var.form.get('do') === 'preview') return show(c, { values: form.typed, months })
    await keepPeopleMonths(c.var.ctx, months)
    return c.redirect(`${paths.peopleRetention}?done=saved`, 303)
  })

type Shown = { values?: FormValues; errors?: FormErrors; months?: number }
const day = 86_400_000

async function show(c: Context<PageEnv>, { values, errors = {}, months }: Shown = {}) {
  const { t, ctx, actor } = c.var
  const now = ctx.now()
  const by = new Date(now.getTime() + warningDays * day)
  const { saved, outlook } = await asOrganisation(c, async (trx, organisationId) => {
    const saved = await readPeopleMonths(trx, organisationId)
    return { saved, outlook: await readOwnOutlook(trx, organisationId, { months: months ?? saved, now, by }) }
  })
  const kept = months ?? saved
  const view = (
    <>
      <BackLink href={paths.people}>{t('people.title')}</BackLink>
      <PageHead over={actor.organisationName ?? ''} title={t('privacy.own.title')} lead={t('privacy.own.lead')} />
      <div class="stack">
        {!values && c.req.query('done') === 'saved' && (
          <Notice tone="success" live>
            <p>{t('privacy.own.saved')}</p>
          </Notice>
        )}
        <Form values={values ?? { retentionMonths: String(saved) }} errors={errors}>
          <Card>
            <NumberField
              name="retentionMonths"
              label={t('privacy.own.months')}
              hint={t('privacy.own.monthsHint')}
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
        <Card title={t('privacy.outlook')} id="outlook">
          <p class="small">{t(kept === saved ? 'privacy.outlookSaved' : 'privacy.outlookTried', { months: kept })}</p>
          <ul class="lines">
            <li>{t('privacy.own.tonight', { count: outlook.due })}</li>
            <li>{t('privacy.own.by', { count: outlook.soon, date: formatDate(t, by) })}</li>
            {outlook.held > 0 && <li>{t('privacy.own.held', { count: outlook.held })}</li>}
          </ul>
        </Card>
        <Next t={t} now={now} next={outlook.next} />
      </div>
    </>
  )
  return render(c, view, { title: t('privacy.own.title'), errors })
}

function Next({ t, now, next }: { t: T; now: Date; next: readonly NextRecord[] }) {
  return (
    <Card title={t('privacy.own.next')}>
      {next.length === 0 ? (
        <p class="small">{t('privacy.own.none')}</p>
      ) : (
        <Table
          caption={t('privacy.own.next')}
          hideCaption
          columns={[
            { heading: t('privacy.own.name'), cell: one => <a href={paths.person(one.id)}>{nameOf(t, one)}</a> },
            { heading: t('privacy.own.last'), cell: ({ endedAt }) => formatDate(t, endedAt) },
            { heading: t('privacy.own.goes'), cell: one => <Goes t={t} now={now} one={one} /> },
          ]}
          rows={next}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  )
}
