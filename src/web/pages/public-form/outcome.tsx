/** How it ends: sent with reference and code, held with the same, or refused with services' details to hand over. */
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { readServiceCards } from '../../../db/services/cards.ts'
import type { PublicEnv } from '../../env.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PrintButton } from '../refer/print-button.tsx'
import { HandOver } from '../refer/refused.tsx'
import type { Answered } from './advance.ts'
import type { Place } from './frame.tsx'
import { type Receipt, sealReceipt } from './receipt.ts'

type Visit = Context<PublicEnv>
type Sent = Extract<Receipt, { sent: unknown }>['sent']
type Refused = Extract<Receipt, { refused: unknown }>['refused']

/** All that the page says comes from its receipt, so that it says the same when it is asked for again. */
export async function endView(c: Visit, place: Place, receipt: Receipt): Promise<Answered> {
  const end = (
    <Form id="public-form" action={place.action}>
      <input type="hidden" name="receipt" value={sealReceipt(c.var.ctx, place.entry.id, receipt)} />
      <ButtonGroup>
        <Button look="quiet" name="go" value="start">
          {place.t('publicForm.sent.another')}
        </Button>
      </ButtonGroup>
    </Form>
  )
  return 'sent' in receipt ? sentView(place, receipt.sent, end) : refusedView(c, place, receipt.refused, end)
}

/** `data-sent` tells the page's script to forget what was typed. */
function sentView(place: Place, sent: Sent, end: VNode): Answered {
  const { t, network } = place
  const title = t(sent.held ? 'publicForm.sent.titleHeld' : 'publicForm.sent.title')
  const { email, tickets: all } = sent
  const view = (
    <div class="stack" data-sent>
      <PageHead over={network.name} title={title} />
      <section class="public-sent" aria-label={t('publicForm.sent.reference')}>
        {all.map(({ network: of, reference, code }) => (
          <>
            {all.length > 1 && <h2 class="small">{of}</h2>}
            <dl>
              <div>
                <dt>{t('publicForm.sent.reference')}</dt>
                <dd class="reference">{reference}</dd>
              </div>
              <div>
                <dt>{t('publicForm.sent.code')}</dt>
                <dd class="reference">{code}</dd>
              </div>
            </dl>
          </>
        ))}
        {all.length > 1 && <p>{t('publicForm.sent.linked')}</p>}
        <p class="small">{t('publicForm.sent.copyHint')}</p>
        <ButtonGroup>
          <CopyButton text={all.map(({ reference, code }) => `${reference}  ${code}`).join('\n')} />
          <PrintButton label={t('publicForm.sent.print')} />
        </ButtonGroup>
      </section>
      {email !== '' && !sent.held && <p>{t('publicForm.sent.emailed', { email })}</p>}
      <Next place={place} held={sent.held} />
      {end}
    </div>
  )
  return { view, title }
}

function Next({ place: { t, network, own, entry }, held }: { place: Place; held: boolean }) {
  const steps = [
    held ? t('publicForm.sent.nextHeld', { network: network.name }) : t('publicForm.sent.nextAsked'),
    entry.kind === 'self' ? t('publicForm.sent.nextSelf') : t('publicForm.sent.nextTold'),
    t('publicForm.sent.nextLook'),
  ]
  const contact = [network.helpName, network.helpPhone, network.helpEmail].filter(Boolean).join(', ')
  return (
    <Card title={t('publicForm.sent.next')} id="next">
      <ol class="next-steps">
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="after-cards">
        <a href={own}>{t('publicForm.sent.look')}</a>
      </p>
      {contact && <p class="small">{t('publicForm.sent.contact', { contact })}</p>}
    </Card>
  )
}

/** Services that chose to be public, with their public contact; nothing of the person, who stays unknown. */
async function refusedView(c: Visit, { t, network, entry }: Place, refused: Refused, end: VNode): Promise<Answered> {
  const { db } = c.var.deps.database
  const found = await Promise.all(refused.map(({ networkId, services }) => readServiceCards(db, networkId, services)))
  const self = entry.kind === 'self'
  const cards = found.flat()
  const contact = [network.helpName, network.helpPhone, network.helpEmail].filter(Boolean).join(', ')
  const title = self
    ? t('publicForm.refused.titleSelf')
    : t('consent.refused.heading', { person: network.settings.personWord })
  const view = (
    <div data-sent>
      <PageHead
        over={network.name}
        title={title}
        lead={t(self ? 'publicForm.refused.leadSelf' : 'publicForm.refused.lead')}
      >
        {cards.length > 0 && <PrintButton label={t('consent.refused.print')} />}
      </PageHead>
      {cards.length === 0 && <p>{t('publicForm.refused.none')}</p>}
      <div class="hand-over">
        {cards.map(card => (
          <HandOver key={card.id} t={t} card={card} />
        ))}
      </div>
      {contact && <p class="after-cards">{t('consent.refused.noneText', { contact })}</p>}
      {end}
    </div>
  )
  return { view, title }
}
