/** The person said no: nothing about them is kept, and the services' details are there to hand over (FORM-11). */
import { Hono } from 'hono'
import { z } from 'zod'
import { refuseConsent } from '../../../actions/refuse-consent.ts'
import { listConnected } from '../../../db/connections.ts'
import { type Network, readNetwork } from '../../../db/networks.ts'
import { readServiceCards, type ServiceCard } from '../../../db/services/cards.ts'
import type { Span } from '../../../domain/hours.ts'
import { formatClock, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Draft, findDraft, networksFor, type Page, today } from './draft.ts'
import { fill, textOf } from './filled.ts'
import { locate } from './place.tsx'
import { partsOf } from './plan.ts'
import { PrintButton } from './print-button.tsx'
import { dayName } from './reasons.ts'

const asked = z.object({ network: z.uuid(), services: z.array(z.uuid()).max(200) })

export const refusedPage = new Hono<PageEnv>()
  .get('/refer/:draft/refused', c => c.redirect(paths.refer, 303))
  .post('/refer/:draft/refused', async c => {
    const { t, ctx, actor, form } = c.var
    const { data } = asked.safeParse({ network: form.get('network'), services: form.getAll('services') })
    if (!data || !networksFor(actor, null).includes(data.network)) throw absent()
    const draft = await findDraft(c)
    if (draft) await refuse(c, draft)
    // Shown again however often the page is asked for: the services are named by the form, and nobody else.
    const network = await readNetwork(ctx.db, data.network)
    const cards: ServiceCard[] = []
    for (const id of [network.id, ...(await listConnected(ctx.db, network.id))]) {
      const found = await readServiceCards(ctx.db, id, data.services)
      cards.push(...found.filter(card => cards.every(known => known.id !== card.id)))
    }
    const view = <Refused t={t} network={network} cards={cards} />
    return render(c, view, { title: t('consent.refused.title'), islands: ['print'] })
  })

async function refuse(c: Page, draft: Draft): Promise<void> {
  const { ctx } = c.var
  const located = await locate(ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
  const { done } = fill(draft.network, draft.body.typed, located?.place ?? null, today(c))
  const parts = done ? partsOf({ draft, done, located }) : []
  await refuseConsent(ctx, {
    draftId: draft.id,
    parts: parts.map(part => ({ networkId: part.draft.network.id, needs: part.done.submission.needs })),
    place: located?.place ?? null,
  })
}

function Refused({ t, network, cards }: { t: T; network: Network; cards: ServiceCard[] }) {
  const contact = [network.helpName, network.helpPhone, network.helpEmail].filter(Boolean).join(', ')
  return (
    <>
      <PageHead
        over={network.name}
        title={t('consent.refused.heading', { person: network.settings.personWord })}
        lead={<span class="no-print">{t('consent.refused.lead')}</span>}
      >
        {cards.length > 0 && <PrintButton label={t('consent.refused.print')} />}
      </PageHead>
      {cards.length === 0 ? (
        <Empty icon="heart-handshake" title={t('consent.refused.none')}>
          <p>{t('consent.refused.noneText', { contact })}</p>
        </Empty>
      ) : (
        <div class="hand-over">
          {cards.map(card => (
            <HandOver key={card.id} t={t} card={card} />
          ))}
        </div>
      )}
      <p class="no-print after-cards">
        <LinkButton look="quiet" href={paths.refer}>
          {t('sent.another')}
        </LinkButton>
      </p>
    </>
  )
}

export function HandOver({ t, card }: { t: T; card: ServiceCard }) {
  return (
    <Card title={card.name} aside={card.organisation}>
      {card.description && <p class="hand-over-text">{card.description}</p>}
      <Facts
        facts={[
          {
            name: t('consent.refused.phone'),
            value: card.phone && <a href={`tel:${card.phone.replace(/[^\d+]/g, '')}`}>{card.phone}</a>,
          },
          {
            name: t('consent.refused.address'),
            value: card.address.length > 0 ? card.address.join(', ') : t('consent.refused.addressUnknown'),
          },
          { name: t('consent.refused.hours'), value: <Hours t={t} card={card} /> },
          { name: t('consent.refused.email'), value: card.email },
          { name: t('consent.refused.website'), value: card.website },
        ]}
      />
    </Card>
  )
}

/** Days with the same hours in a line of their own, as on the door. */
function Hours({ t, card: { hours } }: { t: T; card: ServiceCard }) {
  if (hours.length === 0) return <>{t('consent.refused.hoursUnknown')}</>
  return (
    <ul class="hours">
      {inRuns(hours).map(({ from, to, opens, closes }) => (
        <li key={`${from} ${opens}`}>
          {t('consent.refused.hoursLine', {
            day:
              from === to
                ? dayName(t, from)
                : t('consent.refused.days', { from: dayName(t, from), to: dayName(t, to) }),
            opens: formatClock(t, opens),
            closes: formatClock(t, closes),
          })}
        </li>
      ))}
    </ul>
  )
}

type Run = { from: number; to: number; opens: string; closes: string }

/** Monday to Thursday in one line, where the hours are the same. */
function inRuns(spans: readonly Span[]): Run[] {
  const runs: Run[] = []
  for (const { weekday, opens, closes } of spans) {
    const last = runs.find(run => run.to === weekday - 1 && run.opens === opens && run.closes === closes)
    if (last) last.to = weekday
    else runs.push({ from: weekday, to: weekday, opens, closes })
  }
  return runs
}
