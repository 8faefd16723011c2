/** The page of an action: what will happen, about whom, and the few questions that it needs. */
import type { T } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { BackLink, PageHead } from '../../../ui/page-head.tsx'
import { StatusTag, UrgentTag } from '../../../ui/tag.tsx'
import { aboutOf, keepQuery, nameOf } from '../names.ts'
import { ActField } from './act-fields.tsx'
import type { ActData } from './load-act.ts'
import { noService, pageOf } from './pages.ts'

export type ActProps = { t: T; page: ActData; values: FormValues; errors: FormErrors }

export function ActPage({ t, page, values, errors }: ActProps) {
  const { data, action, assignment } = page
  const back = keepQuery(paths.referral(data.id), data.query)
  const { asks, look = 'go' } = pageOf(action)
  const address = assignment ? paths.actOnAssignment(data.id, assignment.id, action) : paths.actOnNeeds(data.id, action)
  return (
    <>
      <BackLink href={back}>{t('referral.act.cancel')}</BackLink>
      <PageHead
        over={data.view.file.reference}
        title={t(`referral.act.${action}.title`)}
        lead={t(`referral.act.${action}.text`)}
      />
      <Subject t={t} page={page} />
      <Question page={page} />
      <Form action={keepQuery(address, data.query)} values={startingWith(page, values)} errors={errors}>
        {action === 'withdraw' && <Seen mark={page.seen} />}
        {asks.map(ask => (
          <ActField key={ask} ask={ask} t={t} page={page} values={values} errors={errors} />
        ))}
        <ButtonGroup>
          <Button look={look}>{t(`referral.act.${action}.button`)}</Button>
          <a class="button plain" href={back}>
            {t('common.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** Whom and what it is about, so that nobody acts on the wrong one. */
function Subject({ t, page }: Pick<ActProps, 't' | 'page'>) {
  const { data, needs, assignment } = page
  return (
    <Card>
      <div class="line-top">
        <span>
          <strong>{nameOf(t, data)}</strong>
          <span class="small"> {aboutOf(t, data)}</span>
        </span>
        {data.view.file.urgent ? <UrgentTag /> : <StatusTag referral={data.view.file.status} />}
      </div>
      <p class="small">
        {needs.map(({ label }) => label).join(', ')}
        {assignment && ` · ${assignment.organisationName}, ${assignment.serviceName}`}
      </p>
    </Card>
  )
}

/** What is to be answered stands above the answer. */
function Question({ page: { action, assignment, data } }: Pick<ActProps, 'page'>) {
  if (action !== 'answer') return null
  const asked = data.view.notes.find(({ kind, assignmentId }) => kind === 'question' && assignmentId === assignment?.id)
  return asked ? <blockquote class="quote said">{asked.body}</blockquote> : null
}

/** One need is ticked by itself where there is no other; nothing else is chosen for anybody. */
function startingWith({ needs, action, data, assignment }: ActData, typed: FormValues): FormValues {
  const [only, second] = needs
  const chosen = only && !second ? { needs: [only.id] } : {}
  const otherwise = pageOf(action).otherwise ? { serviceId: noService } : {}
  const so = action === 'close' && assignment ? outcomesSoFar(data, needs) : {}
  return { ...otherwise, ...chosen, ...so, ...typed }
}

function outcomesSoFar({ view }: ActData['data'], needs: ActData['needs']): FormValues {
  const known = view.file.referral.needs.filter(({ id, outcome }) => outcome && needs.some(need => need.id === id))
  return Object.fromEntries(known.map(({ id, outcome }) => [`outcomes.${id}`, outcome?.outcomeId]))
}
