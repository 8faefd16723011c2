/** FORM-6: what the organisations on the list ask of their own, before the person is asked for consent. */
import { Hono } from 'hono'
import { type AskedBy, askedKey } from '../../../domain/own-questions.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form, FormSection } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordAnswers } from '../../ui/questions/errors.ts'
import { QuestionField } from '../../ui/questions/index.tsx'
import { keep, type Page, typedByOrganisation } from './draft.ts'
import { Journey } from './journey.tsx'
import { OpenedBy } from './opened-by.tsx'
import { type Asking, asking, ready } from './ready.ts'

export const questionsPage = new Hono<PageEnv>()
  .get('/refer/:draft/questions', async c => {
    const step = await ready(c, 'details')
    if (!step.ok) return c.redirect(step.to, 303)
    const asked = await asking(c, step)
    if (asked.organisations.length === 0) return c.redirect(paths.draftConsent(step.draft.id), 303)
    return show(c, asked, c.req.query('look') ? errorsIn(c.var.t, asked) : {})
  })
  .post('/refer/:draft/questions', async c => {
    const step = await ready(c, 'details')
    if (!step.ok) return c.redirect(step.to, 303)
    const before = await asking(c, step)
    const typed = { ...step.draft.body.typed, ...typedByOrganisation(c.var.form, before.organisations) }
    const body = { ...step.draft.body, typed, heard: versionsOf(before.organisations) }
    await keep(c, step.draft, body)
    const again = await ready(c, 'details')
    const after = await asking(c, again.ok ? again : { ...step, draft: { ...step.draft, body } })
    const seen = String(c.var.form.get('shown') ?? '').split(' ')
    const fresh = askedIn(after).filter(({ name }) => !seen.includes(name))
    const errors = without(errorsIn(c.var.t, after), fresh)
    if (fresh.length > 0 || Object.keys(errors).length > 0) return show(c, after, errors, fresh)
    return c.redirect(paths.draftConsent(step.draft.id), 303)
  })

type QuestionsPage = Page & Parameters<typeof render>[0]
type Named = { name: string; question: Question }

function show(c: QuestionsPage, asked: Asking, errors: FormErrors, fresh: readonly Named[] = []) {
  const { t } = c.var
  const view = <Questions t={t} asked={asked} errors={errors} fresh={fresh} />
  return render(c, view, { title: t('question.theirs.title'), errors, width: 'narrow' })
}

type Props = { t: T; asked: Asking; errors: FormErrors; fresh: readonly Named[] }

function Questions({ t, asked, errors, fresh }: Props) {
  const { draft, organisations } = asked
  const names = askedIn(asked).map(({ name }) => name)
  return (
    <>
      <Journey t={t} id={draft.id} at="services" />
      <PageHead
        over={draft.network.name}
        title={t('question.theirs.heading', { count: organisations.length })}
        lead={t('question.theirs.lead')}
      />
      <OpenedBy t={t} questions={fresh} />
      <Form action={paths.draftQuestions(draft.id)} values={draft.body.typed} errors={errors}>
        <input type="hidden" name="shown" value={names.join(' ')} />
        {organisations.map(organisation => (
          <Organisation key={askedKey(organisation)} t={t} organisation={organisation} names={names} />
        ))}
        <ButtonGroup>
          <Button>{t('suggestion.continue')}</Button>
          <LinkButton look="plain" href={paths.draftServices(draft.id)}>
            {t('form.backToServices')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Organisation({ t, organisation, names }: { t: T; organisation: AskedBy; names: readonly string[] }) {
  const { organisationId, organisationName, questions } = organisation
  const part = askedKey(organisation).replace(' ', '-')
  return (
    <FormSection
      id={`organisation-${part}`}
      title={organisationName}
      hint={t('question.theirs.only', { organisation: organisationName })}
    >
      {questions.map(question => {
        const name = nameOf(organisationId, question)
        if (!names.includes(name)) return null
        return <QuestionField key={name} t={t} question={question} name={name} />
      })}
    </FormSection>
  )
}

function nameOf(organisationId: string, { id }: Question): string {
  return `organisationAnswers.${organisationId}.${id}`
}

function askedIn({ done }: Asking): Named[] {
  return [...done.own].flatMap(([organisationId, { asked }]) =>
    asked.map(question => ({ name: nameOf(organisationId, question), question })),
  )
}

function errorsIn(t: T, asked: Asking): FormErrors {
  const questions = new Map(askedIn(asked).map(({ name, question }) => [name, question] as const))
  return wordAnswers(t, asked.done.errors, questions)
}

function without(errors: FormErrors, fresh: readonly Named[]): FormErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => fresh.every(({ name }) => name !== field)))
}

/** Which questions of each organisation were shown: asked again when it has changed them since. */
function versionsOf(organisations: readonly AskedBy[]): Record<string, number> {
  return Object.fromEntries(organisations.map(one => [askedKey(one), one.version]))
}
