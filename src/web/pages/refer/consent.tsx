/** The person's consent: the network's wording, one box that nobody ticks beforehand, how it was given, and who will see what (FORM-11). */
import { Hono } from 'hono'
import { type WayOfConsent, waysOfConsent } from '../../../domain/consent.ts'
import { sending } from '../../../domain/submission.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Draft, keep, type Page } from './draft.ts'
import { Journey } from './journey.tsx'
import { type Plan, planFor } from './plan.ts'
import { type Ready, ready } from './ready.ts'
import { WhoSees } from './who-sees.tsx'

export const consentPage = new Hono<PageEnv>()
  .get('/refer/:draft/consent', async c => {
    const step = await ready(c, 'details')
    return step.ok ? show(c, step) : c.redirect(step.to, 303)
  })
  .post('/refer/:draft/consent', async c => {
    const step = await ready(c, 'details')
    if (!step.ok) return c.redirect(step.to, 303)
    const services = c.var.form.getAll('services').filter(id => typeof id === 'string')
    const form = read(sending.shape.consent, c.var.form, ['services'])
    if (!form.ok) return show(c, step, form.typed, wordErrors(c.var.t, form.errors, words))
    const plan = await planFor(c, step.draft)
    // What they agreed to is what they were shown: where the list has changed since, they are shown it again.
    if (services.join() !== idsOf(plan).join() || form.value.wordingId !== step.draft.network.wording?.id)
      return show(c, step, {}, { given: c.var.t('consent.again') })
    const { how, wordingId } = form.value
    await keep(c, step.draft, { ...step.draft.body, consent: { services, how, wordingId } })
    return c.redirect(paths.draftCheck(step.draft.id), 303)
  })

const words = { given: 'form.error.given', how: 'form.error.how' } as const
const waysAsked: readonly WayOfConsent[] = waysOfConsent.filter(way => way !== 'self')

type ConsentPage = Page & Parameters<typeof render>[0]

async function show(c: ConsentPage, { draft }: Ready, values: FormValues = {}, errors: FormErrors = {}) {
  const { t, actor } = c.var
  const plan = await planFor(c, draft)
  const view = <Consent t={t} draft={draft} plan={plan} asker={actor.name} values={values} errors={errors} />
  return render(c, view, { title: t('consent.title'), errors })
}

type Props = { t: T; draft: Draft; plan: Plan; asker: string; values: FormValues; errors: FormErrors }

function Consent({ t, draft, plan, asker, values, errors }: Props) {
  const { id, network } = draft
  return (
    <>
      <Journey t={t} id={id} at="consent" />
      <PageHead
        over={network.name}
        title={t('consent.heading', { person: network.settings.personWord })}
        lead={t('consent.lead')}
      />
      <div class="choosing">
        <div class="stack">
          <Form action={paths.draftConsent(id)} values={values} errors={errors}>
            <Card title={t('consent.wording')} id="wording">
              <Agreeing t={t} draft={draft} plan={plan} asker={asker} />
            </Card>
            <ButtonGroup>
              <Button>{t('consent.continue')}</Button>
              <LinkButton look="plain" href={paths.draftServices(id)}>
                {t('form.backToServices')}
              </LinkButton>
            </ButtonGroup>
          </Form>
          <NotAgreeing t={t} draft={draft} plan={plan} />
        </div>
        <WhoSees t={t} network={network} plan={plan} />
      </div>
    </>
  )
}

function Agreeing({ t, draft: { network }, plan, asker }: Omit<Props, 'values' | 'errors'>) {
  const { wording } = network
  return (
    <div class="stack">
      <blockquote class="wording">{paragraphs(wording?.wording ?? '')}</blockquote>
      <Details summary={t('consent.dataProtection')}>{paragraphs(wording?.dataProtection ?? '')}</Details>
      <input type="hidden" name="wordingId" value={wording?.id} />
      {idsOf(plan).map(service => (
        <input key={service} type="hidden" name="services" value={service} />
      ))}
      {/* Ticked by nobody but the one who asked, each time. */}
      <div class="agree">
        <Checkbox name="given" value="on" label={t('consent.box')} checked={false} />
      </div>
      <Radios
        name="how"
        legend={t('consent.how')}
        hint={t('consent.askedBy', { name: asker })}
        choices={waysAsked.map(value => ({ value, label: t(`consent.ways.${value}`) }))}
      />
    </div>
  )
}

function NotAgreeing({ t, draft, plan }: Pick<Props, 't' | 'draft' | 'plan'>) {
  return (
    <Details summary={t('consent.no')}>
      <p>{t('consent.noText')}</p>
      <Form action={paths.draftRefused(draft.id)} plain>
        <input type="hidden" name="network" value={draft.network.id} />
        {idsOf(plan).map(service => (
          <input key={service} type="hidden" name="services" value={service} />
        ))}
        <Button look="danger">{t('consent.noButton')}</Button>
      </Form>
    </Details>
  )
}

function idsOf({ listed }: Plan): string[] {
  return listed.map(({ serviceId }) => serviceId)
}

export function paragraphs(text: string) {
  return text.split(/\n\s*\n/).map(part => <p key={part}>{part}</p>)
}
