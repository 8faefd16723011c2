/** What came by a link and looked like a robot's: the coordinator looks, sends it on or discards it (FORM-13). */

import { type Context, Hono } from 'hono'
import { inTransaction } from '../../../actions/context.ts'
import { discardHeld, heldBody, releaseHeld } from '../../../actions/decide-held.ts'
import { type Held, listHeld } from '../../../db/held.ts'
import { discardForm } from '../../../domain/entry.ts'
import { isProblem } from '../../../domain/problem.ts'
import { formatDateTime, formatList, type T } from '../../../words/index.ts'
import { sayRefusal } from '../../../words/refusals.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { idOf } from '../services/load.ts'
import { loadSettings, type Settings } from './load.ts'

export const heldPage = new Hono<PageEnv>()
  .get('/system/held', c => show(c))
  .post('/system/held/:id/release', async c => {
    const { at } = await loadSettings(c)
    const id = idOf(c.req.param('id'))
    try {
      await releaseHeld(c.var.ctx, id)
    } catch (problem) {
      if (!isProblem(problem) || !['invalid', 'no_room'].includes(problem.code)) throw problem
      return show(c, { stale: sayRefusal(c.var.t, problem.message) })
    }
    return c.redirect(at(`${paths.held}?done=released`), 303)
  })
  .post('/system/held/:id/discard', async c => {
    const { at } = await loadSettings(c)
    const id = idOf(c.req.param('id'))
    const form = discardForm.safeParse({ reason: String(c.var.form.get(`reason-${id}`) ?? '') })
    if (!form.success) return show(c, { errors: { [`reason-${id}`]: c.var.t('entry.held.discardReasonMissing') } })
    await discardHeld(c.var.ctx, id, form.data.reason)
    return c.redirect(at(`${paths.held}?done=discarded`), 303)
  })

type Shown = { stale?: string; errors?: FormErrors }

async function show(c: Context<PageEnv>, { stale, errors = {} }: Shown = {}) {
  const { t, ctx } = c.var
  const settings = await loadSettings(c)
  const all = await inTransaction(ctx, trx => listHeld(trx, settings.network.id))
  const waiting = all.filter(({ decision }) => decision === null)
  const did = c.req.query('done')
  const view = (
    <>
      <BackLink href={settings.at(paths.entryLinks)}>{t('entry.title')}</BackLink>
      <PageHead
        over={settings.network.name}
        title={t('entry.held.title')}
        lead={t('entry.held.lead', { count: settings.network.settings.draftDays })}
      />
      <div class="stack">
        {stale && (
          <Notice tone="warning" live>
            <p>{t('entry.held.stale', { why: stale })}</p>
          </Notice>
        )}
        {(did === 'released' || did === 'discarded') && !stale && (
          <Notice tone="success" live>
            <p>{t(`entry.held.${did}`)}</p>
          </Notice>
        )}
        {waiting.length === 0 && (
          <Card>
            <Empty icon="circle-check" title={t('entry.held.none')}>
              {t('entry.held.noneText')}
            </Empty>
          </Card>
        )}
        {waiting.map(held => (
          <HeldCard key={held.id} settings={settings} held={held} errors={errors} />
        ))}
        <Decided t={t} decided={all.filter(({ decision }) => decision !== null)} />
      </div>
    </>
  )
  return render(c, view, { title: t('entry.held.title'), errors })
}

function HeldCard({ settings, held, errors }: { settings: Settings; held: Held; errors: FormErrors }) {
  const { t, at } = settings
  const { id, reference } = held
  return (
    <Card
      title={reference}
      id={`h-${id}`}
      act
      aside={formatDateTime(t, held.at)}
      foot={
        <div class="entry-acts">
          <Form action={at(paths.heldSubmission(id, 'release'))} plain>
            <Button icon="send" label={t('entry.held.releaseOf', { reference })}>
              {t('entry.held.release')}
            </Button>
          </Form>
          <Details summary={t('entry.held.discard')} open={errors[`reason-${id}`] !== undefined}>
            <Form action={at(paths.heldSubmission(id, 'discard'))} errors={errors}>
              <p>{t('entry.held.discardText')}</p>
              <TextField name={`reason-${id}`} label={t('entry.held.discardReason')} />
              <Button look="warning" label={t('entry.held.discardOf', { reference })}>
                {t('entry.held.discardGo')}
              </Button>
            </Form>
          </Details>
        </div>
      }
    >
      <HeldFacts settings={settings} held={held} />
    </Card>
  )
}

function HeldFacts({ settings: { t, network }, held }: { settings: Settings; held: Held }) {
  const { submission } = heldBody.parse(held.body)
  const { person, source, address, needs, circumstances } = submission
  const who = [source.name, source.organisation, source.email, source.phone].filter(Boolean).join(', ')
  return (
    <Facts
      facts={[
        { name: t('entry.held.why'), value: t(`entry.held.whyText.${held.why}`) },
        { name: t('entry.held.link'), value: held.linkLabel ?? t('entry.held.ownAddress') },
        {
          name: t('entry.held.by'),
          value: held.origin === 'self' ? t('entry.held.bySelf') : t('entry.held.byText', { who }),
        },
        { name: t('entry.held.person'), value: [person.firstName, person.lastName].filter(Boolean).join(' ') },
        {
          name: t('entry.held.needs'),
          value: formatList(
            t,
            needs.map(need => network.categories.get(need)?.label ?? ''),
          ),
        },
        { name: t('entry.held.area'), value: address.postcode },
        {
          name: t('entry.held.circumstances'),
          value: circumstances && <span class="typed-text">{circumstances}</span>,
        },
        { name: t('file.title'), value: held.files.length > 0 && formatList(t, held.files) },
      ]}
    />
  )
}

function Decided({ t, decided }: { t: T; decided: readonly Held[] }) {
  if (decided.length === 0) return null
  return (
    <Details summary={`${t('entry.held.decided')} (${decided.length})`}>
      <ul class="stack tight">
        {decided.map(({ id, reference, decision, decidedBy, decidedAt, reason }) => (
          <li key={id}>
            <strong>{reference}</strong>:{' '}
            {t(
              decision === 'released'
                ? 'entry.held.releasedBy'
                : decidedBy
                  ? 'entry.held.discardedBy'
                  : 'entry.held.sweptAt',
              { name: decidedBy ?? '', when: decidedAt ? formatDateTime(t, decidedAt) : '' },
            )}
            {reason && <div class="small">{reason}</div>}
          </li>
        ))}
      </ul>
    </Details>
  )
}
