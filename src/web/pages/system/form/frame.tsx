/** The frame of the designer's pages: where one is, how the draft stands, the ways between its parts. */

import { wordsIn } from '../../../../domain/questions/labels.ts'
import { formatDateTime } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import type { Children } from '../../../ui/context.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { BackLink, PageHead } from '../../../ui/page-head.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Done } from '../frame.tsx'
import type { Designer } from './load.ts'
import { factTargets } from './speech.ts'

type Props = {
  on: Designer
  title: string
  lead?: string
  back: { href: string; label: string }
  done?: string | undefined
  children: Children
}

export function DesignerFrame({ on: { t, network }, title, lead, back, done, children }: Props) {
  return (
    <>
      <BackLink href={back.href}>{back.label}</BackLink>
      <PageHead over={t('designer.over', { network: network.name })} title={title} lead={lead} />
      <div class="stack">
        <Done settings={{ t }} done={done} />
        {children}
      </div>
    </>
  )
}

export type DesignerTab = 'questions' | 'fields' | 'versions'

/** The three views of the form, under how its draft stands. */
export function DesignerHome({
  on,
  tab,
  done,
  children,
}: {
  on: Designer
  tab: DesignerTab
  done?: string | undefined
  children: Children
}) {
  const { t, at } = on
  const tabs = [
    { href: at(paths.form), label: t('designer.tab.questions'), current: tab === 'questions' },
    { href: at(paths.formFields), label: t('designer.tab.fields'), current: tab === 'fields' },
    { href: at(paths.formVersions), label: t('designer.tab.versions'), current: tab === 'versions' },
  ]
  const back = { href: at(paths.system), label: t('system.title') }
  return (
    <DesignerFrame on={on} title={t('designer.title')} lead={t('designer.lead')} back={back} done={done}>
      <DraftState on={on} />
      <Problems on={on} />
      <Tabs label={t('designer.parts')} tabs={tabs} />
      {children}
    </DesignerFrame>
  )
}

/** What is in use, what waits, and the way from one to the other. */
function DraftState({ on: { t, at, draft, published, changes, isAsSetUp } }: { on: Designer }) {
  const inUse = published
    ? t('designer.inUse', {
        version: published.version,
        when: formatDateTime(t, published.at),
        name: published.by ?? t('designer.setUp'),
      })
    : t('designer.inUseDefault')
  if (isAsSetUp)
    return (
      <div class="draft-state">
        <p>{inUse}</p>
        <LinkButton look="quiet" small href={at(paths.publishForm)}>
          {t('designer.publishAsItIs')}
        </LinkButton>
      </div>
    )
  if (!draft) return <p class="draft-state">{inUse}</p>
  return (
    <div class="draft-state drafting">
      <div>
        <p>
          <strong>{t('designer.draft', { count: changes.length })}</strong>{' '}
          {t('designer.draftBy', { name: draft.by ?? t('designer.setUp'), when: formatDateTime(t, draft.at) })}
        </p>
        <p class="small">{inUse}</p>
      </div>
      <ButtonGroup>
        <LinkButton href={at(paths.publishForm)}>{t('designer.publish')}</LinkButton>
        <LinkButton look="quiet" href={at(paths.discardForm)}>
          {t('designer.discard')}
        </LinkButton>
      </ButtonGroup>
    </div>
  )
}

/** What has to be mended, and what looks forgotten but may be meant. */
export function Problems({ on }: { on: Designer }) {
  const { t, at, problems, unasked } = on
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="warning" title={t('designer.problems', { count: problems.length })}>
          <ul class="plain-list">
            {problems.map(({ question, code, about }) => (
              <li key={`${question} ${code} ${about ?? ''}`}>
                <QuestionLink on={on} id={question} />: {t(`designer.problem.${code}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unasked.length > 0 && (
        <Notice title={t('designer.unasked', { count: unasked.length })}>
          <ul class="plain-list">
            {unasked.map(({ question, fact }) => (
              <li key={`${question} ${fact}`}>
                <QuestionLink on={on} id={question} />: {t('designer.unaskedFact', { fact: sayFact(on, fact) })}{' '}
                <a href={at(paths.formFields)}>{t('designer.tab.fields')}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function QuestionLink({ on: { at, form, t }, id }: { on: Designer; id: string }) {
  const found = form.questions.find(one => one.id === id)
  return <a href={at(paths.formQuestion(id))}>{found ? wordsIn(found.label, t.language) : id}</a>
}

function sayFact({ t, network, services }: Designer, fact: string): string {
  return factTargets({ t, network, services }).find(({ name }) => name === fact)?.label ?? t('designer.gone')
}

/** A question that is answered by one button, or by going back. */
export function Decide({
  t,
  label,
  danger,
  backHref,
  disabled,
}: {
  t: Designer['t']
  label: string
  danger?: boolean
  backHref: string
  disabled?: boolean
}) {
  return (
    <ButtonGroup>
      {!disabled && <Button look={danger ? 'warning' : 'go'}>{label}</Button>}
      <LinkButton look="quiet" href={backHref}>
        {t('common.cancel')}
      </LinkButton>
    </ButtonGroup>
  )
}
