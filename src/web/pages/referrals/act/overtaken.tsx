/** RES-15: somebody was quicker. What happened, who has it now, and what was typed, so that nothing is lost. */
import type { Context } from 'hono'
import type { Problem } from '../../../../domain/problem.ts'
import type { T } from '../../../../words/index.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { InsetText } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { keepQuery } from '../names.ts'
import { momentOf } from '../view/history.tsx'
import { holderText } from '../view/needs.tsx'
import type { ActData } from './load-act.ts'

export function showOvertaken(c: Context<PageEnv>, page: ActData, problem?: Problem) {
  const { t } = c.var
  const typed = String(c.var.form?.get('note') ?? '')
  const instead = String(problem?.values.instead ?? '')
  const view = <Overtaken t={t} page={page} typed={typed} instead={instead} />
  return render(c, view, { title: t('referral.meanwhile.title'), status: 409, width: 'narrow' })
}

/** What cannot be what happened meanwhile; those whose part has ended see no more of the history than this. */
const before = ['note', 'sent', 'asked']

function Overtaken({ t, page, typed, instead }: { t: T; page: ActData; typed: string; instead: string }) {
  const { data, assignment } = page
  const latest = data.view.history.filter(({ action }) => !before.includes(action)).slice(0, 2)
  return (
    <div class="stack">
      <PageHead
        over={data.view.file.reference}
        title={t('referral.meanwhile.title')}
        lead={t('referral.meanwhile.lead')}
      />
      {latest.length > 0 ? (
        <Card>
          <Timeline moments={latest.map(line => momentOf(t, line))} />
        </Card>
      ) : (
        <p>{t('referral.meanwhile.nothing')}</p>
      )}
      {instead && <p>{t('referral.meanwhile.instead', { instead })}</p>}
      <Card title={t('referral.meanwhile.now')} id="now">
        <ul class="lines">
          {assignment && (
            <li class="line-top">
              <span>
                {assignment.organisationName}, {assignment.serviceName}
              </span>
              <StatusTag assignment={assignment.status} />
            </li>
          )}
          {data.view.needs.map(need => (
            <li key={need.id}>
              <div class="line-top">
                <strong>{need.label}</strong>
                <StatusTag need={need.status} />
              </div>
              <p class="small">{holderText({ t, data }, need)}</p>
            </li>
          ))}
        </ul>
      </Card>
      {typed && (
        <Card title={t('referral.meanwhile.kept')} id="kept">
          <InsetText>
            <p class="said">{typed}</p>
          </InsetText>
          <p class="small">{t('referral.meanwhile.keptHint')}</p>
        </Card>
      )}
      <ButtonGroup>
        <LinkButton href={keepQuery(paths.referral(data.id), data.query)}>{t('referral.meanwhile.back')}</LinkButton>
        <LinkButton look="quiet" href={paths.home}>
          {t('problem.goHome')}
        </LinkButton>
      </ButtonGroup>
    </div>
  )
}
