/** Everything once more before it goes, each answer with its way back; and the sending itself (FORM-12, FORM-14). */
import { Hono } from 'hono'
import { type Sent, sendReferral } from '../../../actions/send-referral.ts'
import type { AgreedTo } from '../../../db/drafts.ts'
import type { DraftFile } from '../../../db/files.ts'
import type { PartName } from '../../../domain/form.ts'
import { isProblem } from '../../../domain/problem.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Answer, detailAnswers, personAnswers, sectionAnswers } from './answers.tsx'
import { askedFacts, consentFact, fileFact, helpFacts, ownFacts, sourceFacts } from './check-facts.tsx'
import { type Draft, findReferral, keep, type Page } from './draft.ts'
import { filesOf } from './files.tsx'
import { Journey } from './journey.tsx'
import { anchorOf } from './part-names.ts'
import { Outside } from './place.tsx'
import type { Option } from './plan.ts'
import { type Asking, readyToAgree } from './ready.ts'

export const checkPage = new Hono<PageEnv>()
  .get('/refer/:draft/check', async c => {
    const step = await readyToAgree(c, 'consent')
    if (!step.ok) return c.redirect(step.to, 303)
    const { t, actor } = c.var
    if (!isAgreed(step)) return c.redirect(paths.draftConsent(step.draft.id), 303)
    const files = await filesOf(c, step.draft)
    const view = <Check t={t} step={step} listed={step.plan.listed} asker={actor.name} files={files} />
    return render(c, view, { title: t('form.check.title'), width: 'narrow' })
  })
  .post('/refer/:draft/send', async c => {
    const step = await readyToAgree(c, 'consent')
    if (!step.ok) return c.redirect(step.to, 303)
    try {
      const { id } = await send(c, step)
      return c.redirect(paths.sent(id), 303)
    } catch (error) {
      return c.redirect(await wayOut(c, step.draft, error), 303)
    }
  })

function send(c: Page, { draft, submission }: Asking): Promise<Sent> {
  const { network, body } = draft
  const { services, wordingId, connected = {}, ...consent }: AgreedTo = body.consent ?? { services: [], wordingId: '' }
  const elsewhere = Object.entries(connected).map(([id, agreed]) => ({
    ...{ network: id, shortlist: agreed.services, reasons: body.connected?.[id]?.reasons, wordingId: agreed.wordingId },
  }))
  const given = consent.lawfulBasis ? {} : ({ given: true } as const)
  return sendReferral(c.var.ctx, {
    networkId: network.id,
    submissionId: draft.id,
    submission,
    startsFrom: body.startsFrom?.serviceId ?? body.startsFrom?.organisationId,
    sending: {
      ...{ shortlist: services, reasons: body.reasons, consent: { ...given, ...consent, wordingId } },
      connected: elsewhere,
    },
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

/** Whether what the person agreed to is still what would be asked, in every network. */
function isAgreed({ draft, plan, others }: Asking): boolean {
  const { services = [], connected = {} } = draft.body.consent ?? {}
  const isSame = (listed: Option[], ids: readonly string[]) =>
    listed.map(({ serviceId }) => serviceId).join() === ids.join()
  return (
    isSame(plan.listed, services) &&
    others.every(one => isSame(one.plan.listed, connected[one.network.id]?.services ?? [noService]))
  )
}
const noService = 'none'

type Props = { t: T; step: Asking; listed: Option[]; asker: string; files: DraftFile[] }

function Check({ t, step, listed, asker, files }: Props) {
  const { draft, located, done, others, plan } = step
  const { network } = draft
  const to = (part: PartName) => `${paths.draft(draft.id)}#${anchorOf(part)}`
  const all = { t, network, submission: done.submission, located }
  const changing = (answers: Answer[]) => answers.map(({ part, ...fact }) => ({ ...fact, changeHref: to(part) }))
  return (
    <>
      <Journey t={t} id={draft.id} at="check" />
      <PageHead over={network.name} title={t('form.check.heading')} />
      <Stack>
        <Outside t={t} network={network} located={located} />
        <Card title={t('form.check.services')} id="who">
          {(others.length === 0 || plan.needs.length > 0) && <Facts facts={askedFacts(t, draft, listed)} />}
          {others.map(one => (
            <section key={one.network.id} class="through" aria-labelledby={`asked-${one.network.id}`}>
              <h3 id={`asked-${one.network.id}`}>{t('form.through', { network: one.network.name })}</h3>
              <Facts facts={askedFacts(t, one.draft, one.plan.listed)} />
            </section>
          ))}
        </Card>
        <Card title={t('form.check.person')} id="person">
          <Facts facts={changing([...personAnswers(all), ...detailAnswers(all)])} />
        </Card>
        <Card title={t('form.check.help')} id="needed">
          <Facts facts={[...helpFacts(t, step, to), fileFact(t, draft, files)]} />
        </Card>
        <Questions t={t} step={step} changing={changing} />
        <Card title={t('form.check.source')} id="source">
          <Facts facts={changing(sourceFacts(t, step))} />
        </Card>
        <Card title={t('form.check.consent')} id="agreed">
          <Facts facts={[consentFact(t, draft, asker)]} />
        </Card>
        <Sending t={t} step={step} listed={[...listed, ...others.flatMap(one => one.plan.listed)]} />
      </Stack>
    </>
  )
}

/** The network's own questions by section, then those of each organisation. */
function Questions({ t, step, changing }: Pick<Props, 't' | 'step'> & { changing: (answers: Answer[]) => Fact[] }) {
  const { draft, done, organisations } = step
  const sections = draft.network.form.sections.filter(({ id }) => done.walked.asked.some(one => one.section === id))
  return (
    <>
      {sections.map(({ id, title }) => (
        <Card key={id} title={wordsIn(title, t.language)} id={`answers-${id}`}>
          <Facts stacked facts={changing(sectionAnswers(t, done, id))} />
        </Card>
      ))}
      {organisations.map(({ organisationId, organisationName }) => (
        <Card
          key={organisationId}
          title={t('question.theirs.for', { organisation: organisationName })}
          id={`theirs-${organisationId}`}
        >
          <Facts stacked facts={ownFacts(t, step, organisationId)} />
        </Card>
      ))}
    </>
  )
}

/** The button says what it does, and what follows stands above it. */
function Sending({ t, step: { draft }, listed }: Omit<Props, 'asker' | 'files'>) {
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
