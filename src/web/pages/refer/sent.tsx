/** After sending: the reference first, who was asked, what happens next and when (FORM-12). */
import { Hono } from 'hono'
import { z } from 'zod'
import { type ReferralView, viewReferral } from '../../../actions/view-referral.ts'
import { listReferrals, type ReferralRow } from '../../../db/referrals/list.ts'
import { formatDateTime, formatList, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { ownPaths } from '../../own-paths.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Form } from '../../ui/form.tsx'
import { Rows } from '../../ui/rows.tsx'
import { StatusTag, UrgentTag } from '../../ui/tag.tsx'
import { Next } from './next-steps.tsx'
import { PrintButton } from './print-button.tsx'

export const sentPage = new Hono<PageEnv>().get('/referrals/:id/sent', async c => {
  const { t, ctx, actor } = c.var
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw absent()
  const view = await viewReferral(ctx, id, 'page')
  const { rows } = await listReferrals(ctx.db, actor, { tab: 'sent', ids: [id] })
  const [row] = rows
  if (!row || !view.parties.includes('referrer')) return c.redirect(paths.referral(id), 303)
  return render(c, <SentView t={t} view={view} row={row} />, {
    title: t('sent.title'),
    islands: ['copy', 'print'],
  })
})

export type SentProps = { t: T; view: ReferralView; row: ReferralRow }

function SentView({ t, view, row }: SentProps) {
  const { id, reference } = row
  return (
    <div class="sent">
      <section class="sent-head">
        <p class="over">{view.lean.networkName}</p>
        <h1>
          {t('sent.heading')} <span class="reference">{reference}</span>
        </h1>
        <div class="buttons">
          <CopyButton text={reference} />
          <p class="small">{t('sent.copyHint')}</p>
        </div>
      </section>
      <div class="choosing">
        <div class="stack">
          <Card
            title={
              row.status === 'open' || row.status === 'needs_placing'
                ? t('sent.waiting', { count: 1 })
                : t('sent.answered')
            }
            id="row"
            flush
          >
            <Rows label={t('sent.answered')} rows={[rowOf(t, view, row)]} />
          </Card>
          <Asked t={t} view={view} row={row} />
          <Elsewhere t={t} tied={view.tied} />
        </div>
        <Next t={t} view={view} row={row} />
      </div>
      <ButtonGroup>
        <LinkButton href={paths.referral(id)}>{t('sent.view')}</LinkButton>
        <LinkButton look="quiet" href={paths.refer}>
          {t('sent.another')}
        </LinkButton>
        <Form action={paths.referAgain(id)} plain>
          <Button look="quiet">{t('sent.again')}</Button>
        </Form>
        {view.mayGiveCode && (
          <LinkButton look="quiet" href={ownPaths.card(id)}>
            {t('ownPage.card.link')}
          </LinkButton>
        )}
        <PrintButton label={t('sent.print')} />
      </ButtonGroup>
    </div>
  )
}

function rowOf(t: T, { content, needs }: ReferralView, row: ReferralRow) {
  const name = [content?.person.firstName, content?.person.lastName].filter(Boolean).join(' ')
  return {
    id: row.id,
    href: paths.referral(row.id),
    name: name || row.reference,
    tags: (
      <>
        {row.urgent && <UrgentTag />}
        <StatusTag referral={row.status} />
      </>
    ),
    text: (
      <p>
        {[row.reference, needs.map(({ label }) => label).join(', '), row.outwardCode].filter(Boolean).join(' · ')}
        <br />
        {formatDateTime(t, row.openedAt)}
      </p>
    ),
    thread: { reached: row.progress },
  }
}

function Asked({ t, view: { assignments, needs, shortlist } }: SentProps) {
  const asked = assignments.filter(({ status }) => status !== 'reassigned' && status !== 'stood_down')
  const next = shortlist.filter(({ serviceId }) => assignments.every(one => one.serviceId !== serviceId))
  const unplaced = needs.filter(({ status }) => status === 'unplaced').map(({ label }) => label)
  const labels = (ids: string[]) =>
    formatList(
      t,
      needs.filter(({ id }) => ids.includes(id)).map(({ label }) => label),
    )
  return (
    <Card title={t('sent.asked')} id="asked">
      <ul class="asked">
        {asked.map(one => (
          <li key={one.id}>
            <div>
              <strong>{one.serviceName}</strong>, {one.organisationName}
              <p class="small">{t('sent.askedFor', { needs: labels(one.needIds) })}</p>
            </div>
            <StatusTag assignment={one.status} />
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && <p>{t('sent.unplaced', { needs: formatList(t, unplaced) })}</p>}
      {next.length > 0 && (
        <p class="small asked-next">
          {t('sent.nextUp')}: {next.map(one => `${one.serviceName}, ${one.organisationName}`).join('; ')}
        </p>
      )}
    </Card>
  )
}

/** NET-4: the rest of the same submission, in other networks. */
function Elsewhere({ t, tied }: { t: T; tied: ReferralView['tied'] }) {
  if (tied.length === 0) return null
  return (
    <Card title={t('sent.elsewhere')} id="elsewhere" flush>
      <Rows
        label={t('sent.elsewhere')}
        rows={tied.map(one => ({
          id: one.id,
          href: paths.sent(one.id),
          name: one.reference,
          tags: <StatusTag referral={one.status} />,
          text: <p>{[one.networkName, one.needs.join(', ')].filter(Boolean).join(' · ')}</p>,
          thread: { reached: one.progress },
        }))}
      />
    </Card>
  )
}
