/** Everything once more before it goes, each answer with its way back; and the sending itself (FORM-12, FORM-14). */
import { Hono } from 'hono'
import { type Sent, sendReferral } from '../../../actions/send-referral.ts'
import { isProblem } from '../../../domain/problem.ts'
import { dropUnasked } from '../../../domain/submission.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Answer, detailAnswers, personAnswers } from './answers.tsx'
import { askedFacts, consentFact, helpFacts, sourceFacts } from './check-facts.tsx'
import { type Draft, findReferral, keep, type Page } from './draft.ts'
import { Journey } from './journey.tsx'
import { Outside } from './place.tsx'
import { type Option, planFor } from './plan.ts'
import { type Ready, ready } from './ready.ts'
import { anchorOf, type Part } from './sections.tsx'

export const checkPage = new Hono<PageEnv>()
  .get('/refer/:draft/check', async c => {
    const step = await ready(c, 'consent')
    if (!step.ok) return c.redirect(step.to, 303)
    const { t, actor } = c.var
    const agreed = await agreedTo(c, step.draft)
    if (!agreed) return c.redirect(paths.draftConsent(step.draft.id), 303)
    const submission = dropUnasked(step.draft.network.form, step.submission)
    const view = <Check t={t} step={{ ...step, submission }} listed={agreed} asker={actor.name} />
    return render(c, view, { title: t('form.check.title'), width: 'narrow' })
  })
  .post('/refer/:draft/send', async c => {
    const step = await ready(c, 'consent')
    if (!step.ok) return c.redirect(step.to, 303)
    try {
      const { id } = await send(c, step)
      return c.redirect(paths.sent(id), 303)
    } catch (error) {
      return c.redirect(await wayOut(c, step.draft, error), 303)
    }
  })

function send(c: Page, { draft, submission }: Ready): Promise<Sent> {
  const { services = [], how = 'spoken', wordingId = '' } = draft.body.consent ?? {}
  return sendReferral(c.var.ctx, {
    networkId: draft.network.id,
    submissionId: draft.id,
    submission,
    sending: { shortlist: services, reasons: draft.body.reasons, consent: { given: true, wordingId, how } },
    origin: 'member',
  })
}

/** A service that has closed since leads to the list, anything else to the field at fault. */
async function wayOut(c: Page, draft: Draft, error: unknown): Promise<string> {
  if (!isProblem(error)) throw error
  if (error.code === 'no_room' || error.field === 'shortlist') {
    await keep(c, draft, { ...draft.body, consent: null })
    return `${paths.draftServices(draft.id)}?look=again`
  }
  if (error.errors.some(({ field }) => field.startsWith('consent'))) return paths.draftConsent(draft.id)
  if (error.code !== 'invalid') throw error
  const sent = await findReferral(c)
  return sent ? paths.sent(sent.id) : `${paths.draft(draft.id)}?look=again`
}

/** The list that the person agreed to, as it would be asked now; null where it is not what would be asked. */
async function agreedTo(c: Page, draft: Draft): Promise<Option[] | null> {
  const services = draft.body.consent?.services ?? []
  const { listed } = await planFor(c, { ...draft, body: { ...draft.body, shortlist: services } })
  return listed.length === services.length ? listed : null
}

type Props = { t: T; step: Ready; listed: Option[]; asker: string }

function Check({ t, step, listed, asker }: Props) {
  const { draft, located, submission } = step
  const { network } = draft
  const to = (part: Part) => `${paths.draft(draft.id)}#${anchorOf(part)}`
  const all = { t, network, submission, located }
  const changing = (answers: Answer[]) => answers.map(({ part, ...fact }) => ({ ...fact, changeHref: to(part) }))
  return (
    <>
      <Journey t={t} id={draft.id} at="check" />
      <PageHead over={network.name} title={t('form.check.heading')} />
      <Stack>
        <Outside t={t} network={network} located={located} />
        <Card title={t('form.check.services')} id="who">
          <Facts facts={askedFacts(t, draft, listed)} />
        </Card>
        <Card title={t('form.check.person')} id="person">
          <Facts facts={changing([...personAnswers(all), ...detailAnswers(all)])} />
        </Card>
        <Card title={t('form.check.help')} id="needed">
          <Facts facts={helpFacts(t, step, to)} />
        </Card>
        <Card title={t('form.check.source')} id="source">
          <Facts facts={changing(sourceFacts(t, step))} />
        </Card>
        <Card title={t('form.check.consent')} id="agreed">
          <Facts facts={[consentFact(t, draft, asker)]} />
        </Card>
        <Sending t={t} step={step} listed={listed} />
      </Stack>
    </>
  )
}

/** The button says what it does, and what follows stands above it. */
function Sending({ t, step: { draft }, listed }: Omit<Props, 'asker'>) {
  const count = new Set(listed.filter(({ asks }) => asks.length > 0).map(one => one.organisationId)).size
  return (
    <Form action={paths.draftSend(draft.id)}>
      <Card title={t('form.check.ready')} id="ready">
        <p>{count > 0 ? t('form.check.sendText', { count }) : t('form.check.sendTextCoordinator')}</p>
        <p class="after-cards">
          <Button icon="send">{count > 0 ? t('form.check.send', { count }) : t('form.check.sendCoordinator')}</Button>
        </p>
      </Card>
    </Form>
  )
}
