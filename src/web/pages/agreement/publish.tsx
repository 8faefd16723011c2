/** NET-3: the coordinator publishes a new version of the data-sharing agreement, and sees who has accepted it. */
import { type Context, Hono } from 'hono'
import { publishAgreement } from '../../../actions/publish-agreement.ts'
import { listAcceptances, listAgreements } from '../../../db/agreements.ts'
import { agreementForm } from '../../../domain/joining.ts'
import { formatDate } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { workingNetwork } from '../joining/working-network.ts'
import { Acceptances } from './acceptances.tsx'
import { AgreementText } from './text.tsx'

export const publishPage = new Hono<PageEnv>()
  .get(paths.publishAgreement, c => show(c, {}, {}))
  .post(paths.publishAgreement, async c => {
    const form = read(agreementForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors))
    const network = await workingNetwork(c)
    await publishAgreement(c.var.ctx, network.id, form.value)
    return c.redirect(`${paths.publishAgreement}?done=published&network=${network.id}`, 303)
  })

async function show(c: Context<PageEnv>, typed: FormValues, errors: FormErrors) {
  const { t, ctx } = c.var
  const network = await workingNetwork(c)
  const [current, ...older] = await listAgreements(ctx.db, network.id)
  const acceptances = await listAcceptances(ctx.db, network.id)
  const version = current?.version ?? 0
  const accepted = acceptances.filter(one => one.version === version).length
  const values = { seen: version, body: current?.body ?? '', graceDays: 14, ...typed }
  const view = (
    <>
      <PageHead
        over={network.name}
        title={t('joining.agreement.publishTitle')}
        lead={t('joining.agreement.publishLead')}
      />
      <div class="stack">
        {c.req.query('done') === 'published' && (
          <Notice tone="success" live>
            <p>{t('joining.done.published', { version })}</p>
          </Notice>
        )}
        {current && (
          <Card
            title={t('joining.agreement.version', { version, date: formatDate(t, current.inForceFrom) })}
            id="current"
            aside={t('joining.agreement.count', { count: accepted, of: acceptances.length })}
            flush
          >
            <Acceptances t={t} acceptances={acceptances} current={version} />
          </Card>
        )}
        <Card title={t('joining.agreement.publish')} id="publish">
          <Form action={`${paths.publishAgreement}?network=${network.id}`} values={values} errors={errors}>
            <Seen mark={String(values.seen)} />
            <TextArea
              name="body"
              label={t('joining.agreement.body')}
              hint={t('joining.agreement.bodyHint')}
              rows={16}
              width="full"
            />
            <NumberField
              name="graceDays"
              label={t('joining.agreement.graceDays')}
              hint={t('joining.agreement.graceHint')}
            />
            <p>{t('joining.agreement.publishText')}</p>
            <div>
              <Button>{t('joining.agreement.go2')}</Button>
            </div>
          </Form>
        </Card>
        {older.map(one => (
          <Details
            key={one.id}
            summary={t('joining.agreement.version', { version: one.version, date: formatDate(t, one.inForceFrom) })}
          >
            <AgreementText body={one.body} />
          </Details>
        ))}
      </div>
    </>
  )
  return render(c, view, { title: t('joining.agreement.publishTitle'), errors })
}
