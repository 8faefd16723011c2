/** NET-3: a network's data-sharing agreement: members read it and see who accepted; a primary user accepts. */
import { type Context, Hono } from 'hono'
import { acceptAgreementAs } from '../../../actions/accept-agreement.ts'
import { type Acceptance, type Agreement, listAcceptances, readAgreement } from '../../../db/agreements.ts'
import { findPublicNetwork, type PublicNetwork } from '../../../db/joining.ts'
import type { Actor } from '../../../domain/policy.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Acceptances } from './acceptances.tsx'
import { AgreementText } from './text.tsx'

const address = '/networks/:slug/agreement'

export const agreementPage = new Hono<PageEnv>()
  .get(address, async c => show(c, await find(c), {}))
  .post(address, async c => {
    const { t, ctx } = c.var
    const network = await find(c)
    if (c.var.form.get('agree') !== 'yes') return show(c, network, { agree: t('joining.agreement.agreeMissing') })
    await acceptAgreementAs(ctx, network.id, String(c.var.form.get('agreement') ?? ''))
    return c.redirect(`${paths.agreement(network.slug)}?done=accepted`, 303)
  })

/** For its members, coordinators and commissioners; to others it does not exist. */
async function find(c: Context<PageEnv>): Promise<PublicNetwork> {
  const { actor, ctx } = c.var
  const network = await findPublicNetwork(ctx.db, c.req.param('slug') ?? '')
  const mine = [...actor.networks.map(({ id }) => id), ...actor.coordinates, ...actor.commissions]
  if (!network || !mine.includes(network.id)) throw absent()
  return network
}

async function show(c: Context<PageEnv>, network: PublicNetwork, errors: FormErrors) {
  const { t, ctx, actor } = c.var
  const agreement = await readAgreement(ctx.db, network.id)
  const acceptances = await listAcceptances(ctx.db, network.id)
  const title = t('joining.agreement.title', { network: network.name })
  const given = { t, actor, agreement, acceptances, errors }
  const view = (
    <>
      <BackLink href={paths.networks}>{t('nav.networks')}</BackLink>
      {agreement ? (
        <PageHead title={title} lead={versionOf(t, agreement)} />
      ) : (
        <PageHead title={t('joining.agreement.none')} lead={t('joining.agreement.noneText')} />
      )}
      {agreement ? (
        <Read {...given} agreement={agreement} isDone={c.req.query('done') === 'accepted'} />
      ) : (
        <Empty title={t('joining.agreement.none')} />
      )}
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function versionOf(t: T, { version, inForceFrom }: Agreement): string {
  return t('joining.agreement.version', { version, date: formatDate(t, inForceFrom) })
}

type Props = {
  t: T
  actor: Actor
  agreement: Agreement
  acceptances: readonly Acceptance[]
  errors: FormErrors
  isDone: boolean
}

function Read({ t, actor, agreement, acceptances, errors, isDone }: Props) {
  const own = acceptances.find(({ organisationId }) => organisationId === actor.organisationId)
  const isCurrent = own?.version === agreement.version
  return (
    <div class="stack">
      {isDone && (
        <Notice tone="success" live>
          <p>{t('joining.done.accepted')}</p>
        </Notice>
      )}
      {own && !isCurrent && <Asked t={t} own={own} agreement={agreement} />}
      <Card>
        <AgreementText body={agreement.body} />
      </Card>
      {own && !isCurrent && actor.role === 'primary' && (
        <Accept t={t} organisation={own.organisationName} agreement={agreement} errors={errors} />
      )}
      {own && !isCurrent && actor.role !== 'primary' && <p>{t('joining.agreement.askPrimary')}</p>}
      <Card title={t('joining.agreement.who')} flush>
        <Acceptances t={t} acceptances={acceptances} current={agreement.version} />
      </Card>
    </div>
  )
}

function Asked({ t, own, agreement }: { t: T; own: Acceptance; agreement: Agreement }) {
  const organisation = own.organisationName
  const { graceUntil } = agreement
  const title = own.version === null ? 'joining.agreement.notAccepted' : 'joining.agreement.changed'
  const text =
    own.version !== null && graceUntil
      ? t('joining.agreement.grace', { date: formatDate(t, graceUntil) })
      : t('joining.agreement.notAcceptedText')
  return (
    <Notice tone="warning" title={t(title, { organisation })}>
      <p>{text}</p>
    </Notice>
  )
}

type Asking = { t: T; organisation: string; agreement: Agreement; errors: FormErrors }

function Accept({ t, organisation, agreement, errors }: Asking) {
  return (
    <Form errors={errors}>
      <input type="hidden" name="agreement" value={agreement.id} />
      <Checkbox name="agree" label={t('joining.agreement.agree', { organisation })} />
      <div>
        <Button icon="check">{t('joining.agreement.go')}</Button>
      </div>
    </Form>
  )
}
