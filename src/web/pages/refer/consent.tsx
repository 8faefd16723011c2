/** The person's consent: the network's wording, one box that nobody ticks beforehand, how it was given, and who will see what (FORM-11). */
import { Hono } from 'hono'
import type { AgreedTo } from '../../../db/drafts.ts'
import { isInForce, type Network, wordsIn } from '../../../db/networks.ts'
import {
  type ConsentGiven,
  consentGiven,
  lawfulBases,
  type WayOfConsent,
  waysOfConsent,
} from '../../../domain/consent.ts'
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
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Draft, keep, type Page } from './draft.ts'
import { Journey } from './journey.tsx'
import type { Plan } from './plan.ts'
import { type Asking, readyToAgree } from './ready.ts'
import { WhoSees } from './who-sees.tsx'

export const consentPage = new Hono<PageEnv>()
  .get('/refer/:draft/consent', async c => {
    const step = await readyToAgree(c, 'details')
    return step.ok ? show(c, step) : c.redirect(step.to, 303)
  })
  .post('/refer/:draft/consent', async c => {
    const step = await readyToAgree(c, 'details')
    if (!step.ok) return c.redirect(step.to, 303)
    const services = c.var.form.getAll('services').filter(id => typeof id === 'string')
    const form = read(consentGiven, c.var.form, ['services', 'elsewhere'])
    if (!form.ok) return show(c, step, form.typed, wordErrors(c.var.t, form.errors, words))
    // What they agreed to is what they were shown: where the list or a wording has changed since, they are shown it again.
    const isSame =
      services.join() === idsOf(step.plan).join() && (c.var.form.get('elsewhere') ?? '') === elsewhereIn(c.var.t, step)
    if (!isSame || !isInForce(step.draft.network, form.value.wordingId))
      return show(c, step, {}, { given: c.var.t('consent.again') })
    await keep(c, step.draft, { ...step.draft.body, consent: agreedIn(c.var.t, step, form.value) })
    return c.redirect(paths.draftCheck(step.draft.id), 303)
  })

const words = {
  given: 'form.error.given',
  how: 'form.error.how',
  lawfulBasis: 'problem.field.basis_or_consent',
  basisReason: 'problem.field.basis_reason',
} as const

/** What is agreed to in connected networks, as one text: the wording, in the language shown, and the services of each. */
function elsewhereIn(t: T, { others }: Asking): string {
  return others.map(({ network, plan }) => [wordsIn(t, network.wording).id, ...idsOf(plan)].join()).join(';')
}

function agreedIn(
  t: T,
  { plan, others }: Asking,
  { how, wordingId, askedBy, lawfulBasis, basisReason }: ConsentGiven,
): AgreedTo {
  const connected = others.map(
    one => [one.network.id, { services: idsOf(one.plan), wordingId: wordsIn(t, one.network.wording).id }] as const,
  )
  return {
    ...{ services: idsOf(plan), wordingId, how, askedBy, lawfulBasis, basisReason },
    connected: Object.fromEntries(connected),
  }
}

const waysAsked: readonly WayOfConsent[] = waysOfConsent.filter(way => way !== 'self')

type ConsentPage = Page & Parameters<typeof render>[0]

function show(c: ConsentPage, step: Asking, values: FormValues = {}, errors: FormErrors = {}) {
  const { t, actor } = c.var
  const typed = { askedBy: actor.name, ...values }
  const view = <Consent t={t} step={step} values={typed} errors={errors} />
  return render(c, view, { title: t('consent.title'), errors })
}

type Props = { t: T; step: Asking; values: FormValues; errors: FormErrors }

function Consent({ t, step, values, errors }: Props) {
  const { draft, plan, others } = step
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
            {idsOf(plan).map(service => (
              <input key={service} type="hidden" name="services" value={service} />
            ))}
            {others.length > 0 && <input type="hidden" name="elsewhere" value={elsewhereIn(t, step)} />}
            <input type="hidden" name="wordingId" value={wordsIn(t, network.wording).id} />
            <Card title={t('consent.wording')} id="wording">
              <Worded t={t} network={network} />
            </Card>
            {others.map(one => (
              <Card
                key={one.network.id}
                title={t('consent.wordingOf', { network: one.network.name })}
                id={`wording-${one.network.id}`}
              >
                <Worded t={t} network={one.network} />
              </Card>
            ))}
            <Card title={t('consent.answer')} id="answer">
              <Agreeing t={t} network={network} />
            </Card>
            {[network, ...others.map(one => one.network)].every(one => one.settings.lawfulBasis) && <Basis t={t} />}
            <ButtonGroup>
              <Button>{t('consent.continue')}</Button>
              <LinkButton look="plain" href={paths.draftServices(id)}>
                {t('form.backToServices')}
              </LinkButton>
            </ButtonGroup>
          </Form>
          <NotAgreeing t={t} draft={draft} services={[plan, ...others.map(one => one.plan)].flatMap(idsOf)} />
        </div>
        <div class="choosing-side">
          <WhoSees t={t} network={network} plan={plan} />
          {others.map(one => (
            <WhoSees key={one.network.id} t={t} network={one.network} plan={one.plan} named />
          ))}
        </div>
      </div>
    </>
  )
}

/** What they agree to, in the language of the page; a preview shows the same. */
export function Worded({ t, network: { wording } }: { t: T; network: Pick<Network, 'wording'> }) {
  const { wording: text, dataProtection, language } = wordsIn(t, wording)
  return (
    <div class="stack">
      <blockquote class="wording">{paragraphs(text, language)}</blockquote>
      <Details summary={t('consent.dataProtection')}>{paragraphs(dataProtection, language)}</Details>
    </div>
  )
}

function Agreeing({ t, network }: { t: T; network: Network }) {
  return (
    <div class="stack">
      {/* Ticked by nobody but the one who asked, each time. */}
      <div class="agree">
        <Checkbox name="given" value="on" label={t('consent.box')} checked={false} />
      </div>
      <Radios
        name="how"
        legend={t('consent.how')}
        choices={waysAsked.map(value => ({ value, label: t(`consent.ways.${value}`) }))}
      />
      <TextField
        name="askedBy"
        label={t('consent.whoAsked', { person: network.settings.personWord })}
        hint={t('consent.askedBy')}
        autocomplete="off"
      />
    </div>
  )
}

/** Only where the network allows it: what stands in for consent, and why. */
function Basis({ t }: { t: T }) {
  return (
    <Details summary={t('consent.basis.title')}>
      <p>{t('consent.basis.text')}</p>
      <Radios
        name="lawfulBasis"
        legend={t('consent.basis.legend')}
        choices={lawfulBases.map(value => ({
          value,
          label: t(`consent.basis.of.${value}`),
          hint: t(`consent.basis.hint.${value}`),
        }))}
        optional
      />
      <TextArea
        name="basisReason"
        label={t('consent.basis.reason')}
        hint={t('consent.basis.reasonHint')}
        rows={3}
        optional
      />
    </Details>
  )
}

function NotAgreeing({ t, draft, services }: { t: T; draft: Draft; services: string[] }) {
  return (
    <Details summary={t('consent.no')}>
      <p>{t('consent.noText')}</p>
      <Form action={paths.draftRefused(draft.id)} plain>
        <input type="hidden" name="network" value={draft.network.id} />
        {[...new Set(services)].map(service => (
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

/** `lang`: of the text, where the network says in which it wrote it. */
export function paragraphs(text: string, lang?: 'en' | 'cy') {
  return text.split(/\n\s*\n/).map(part => (
    <p key={part} lang={lang}>
      {part}
    </p>
  ))
}
