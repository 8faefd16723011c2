/** PUB-3: a code for the person's own page, made on a short page of its own and shown once, as a card to print. */
import { type Context, Hono } from 'hono'
import { giveCode, readCodeMade, takeCodeBack } from '../../../actions/own-page/give-code.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { ownPaths } from '../../own-paths.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { PrintButton } from '../refer/print-button.tsx'
import { loadReferral, type ReferralData } from './load-referral.ts'
import { keepQuery } from './names.ts'

export const personCode = new Hono<PageEnv>()
  .get('/referrals/:id/person-code', async c => show(c, await allowed(c), {}))
  .post('/referrals/:id/person-code', async c => {
    const data = await allowed(c)
    const { ctx, form } = c.var
    if (form.get('do') !== 'end') return show(c, data, { code: await giveCode(ctx, data.id) })
    await takeCodeBack(ctx, data.id)
    return show(c, data, { ended: true })
  })

async function allowed(c: Context<PageEnv>): Promise<ReferralData> {
  const data = await loadReferral(c)
  if (!data.view.mayGiveCode) throw absent()
  return data
}

type Done = { code?: string; ended?: boolean }

async function show(c: Context<PageEnv>, data: ReferralData, { code, ended }: Done) {
  const { t, ctx, deps } = c.var
  const madeAt = await readCodeMade(ctx, data.id)
  const { reference } = data.view.file
  const view = (
    <>
      <div class="no-print">
        <BackLink href={keepQuery(paths.referral(data.id), data.query)}>{t('ownPage.card.back')}</BackLink>
        <PageHead over={reference} title={t('ownPage.card.title')} lead={t('ownPage.card.lead')} />
        {ended && (
          <Notice tone="success" live>
            <p>{t('ownPage.card.ended')}</p>
          </Notice>
        )}
        {code && (
          <Notice tone="success" live>
            <p>{t('ownPage.card.made')}</p>
          </Notice>
        )}
      </div>
      {code ? (
        <Card t={t} address={`${deps.config.baseUrl}${ownPaths.page}`} reference={reference} code={code} />
      ) : (
        <Ways t={t} action={keepQuery(ownPaths.card(data.id), data.query)} madeAt={madeAt} />
      )}
    </>
  )
  return render(c, view, { title: t('ownPage.card.title'), width: 'narrow', islands: ['print'], sheets: ['own-page'] })
}

/** Says nothing of what it is for, nor by whom. */
function Card({ t, address, reference, code }: { t: T; address: string; reference: string; code: string }) {
  return (
    <div class="stack">
      <div class="handed-card">
        <dl>
          <dt>{t('ownPage.card.where')}</dt>
          <dd class="address">{address.replace(/^https?:\/\//, '')}</dd>
          <dt>{t('ownPage.card.reference')}</dt>
          <dd>{reference}</dd>
          <dt>{t('ownPage.card.code')}</dt>
          <dd>{code}</dd>
        </dl>
        <p class="small">{t('ownPage.card.keep')}</p>
      </div>
      <ButtonGroup>
        <PrintButton label={t('ownPage.card.print')} />
      </ButtonGroup>
    </div>
  )
}

function Ways({ t, action, madeAt }: { t: T; action: string; madeAt: Date | null }) {
  return (
    <Form action={action}>
      <p>{madeAt ? t('ownPage.card.has', { when: formatDateTime(t, madeAt) }) : t('ownPage.card.hasNot')}</p>
      <ButtonGroup>
        <Button>{t(madeAt ? 'ownPage.card.makeNew' : 'ownPage.card.make')}</Button>
        {madeAt && (
          <Button look="danger" name="do" value="end">
            {t('ownPage.card.end')}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}
