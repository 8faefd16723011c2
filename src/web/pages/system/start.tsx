/** ADM-1: what a new network needs before its first referral, step by step; each is done when it is there. */
import { Hono } from 'hono'
import { hideChecklist } from '../../../actions/hide-checklist.ts'
import { type NetworkChecklist, readChecklist } from '../../../db/checklist.ts'
import type { Network } from '../../../db/networks.ts'
import { type ChecklistTask, checklistTasks, countDone, isComplete } from '../../../domain/checklist.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import { loadSettings, type Settings } from './load.ts'

export const checklistPage = new Hono<PageEnv>()
  .get(paths.checklist, async c => {
    const settings = await loadSettings(c)
    const state = await readChecklist(c.var.ctx.db, settings.network.id)
    const view = <Checklist settings={settings} state={state} done={c.req.query('done')} />
    return render(c, view, { title: c.var.t('start.checklist.link'), width: 'narrow' })
  })
  .post(paths.hideChecklist, async c => {
    const { network, at } = await loadSettings(c)
    await hideChecklist(c.var.ctx, network.id, true)
    return c.redirect(at(`${paths.checklist}?done=hidden`), 303)
  })
  .post(paths.showChecklist, async c => {
    const { network, at } = await loadSettings(c)
    await hideChecklist(c.var.ctx, network.id, false)
    return c.redirect(at(paths.checklist), 303)
  })

type Props = { settings: Settings; state: NetworkChecklist; done: string | undefined }

function Checklist({ settings, state: { checklist, hidden }, done }: Props) {
  const { t, network, at } = settings
  const isReady = isComplete(checklist)
  const left = checklistTasks.length - countDone(checklist)
  const values = { network: network.name }
  return (
    <>
      <BackLink href={at(paths.system)}>{t('system.title')}</BackLink>
      <PageHead
        over={t('start.checklist.title', values)}
        title={isReady ? t('start.checklist.headingReady', values) : t('start.checklist.heading', { count: left })}
        lead={isReady ? t('start.checklist.leadReady') : t('start.checklist.lead')}
      >
        {isReady && <LinkButton href={paths.refer}>{t('home.makeReferral')}</LinkButton>}
      </PageHead>
      {done === 'hidden' && (
        <Notice tone="success" live>
          <p>{t('start.checklist.hidden')}</p>
        </Notice>
      )}
      <Card title={t('start.checklist.card')} id="steps" aside={sayProgress(t, checklist)}>
        <TaskList tasks={tasksOf(settings, checklist)} />
      </Card>
      <div class="next">
        <Form action={at(hidden ? paths.showChecklist : paths.hideChecklist)} plain>
          <Button look="quiet" small>
            {t(hidden ? 'start.checklist.show' : 'start.checklist.hide')}
          </Button>
          {!hidden && <p class="small">{t('start.checklist.hideText')}</p>}
        </Form>
      </div>
    </>
  )
}

export function sayProgress(t: T, checklist: NetworkChecklist['checklist']): string {
  return t('start.checklist.progress', { done: countDone(checklist), of: checklistTasks.length })
}

function tasksOf({ t, network, at }: Settings, checklist: NetworkChecklist['checklist']): Task[] {
  return checklistTasks.map(task => ({
    href: placeOf(task, network, at),
    label: t(`start.checklist.task.${task}`),
    hint: t(`start.checklist.hint.${task}`),
    state: checklist[task] ? 'completed' : 'incomplete',
  }))
}

/** Where it is done. */
function placeOf(task: ChecklistTask, { slug }: Network, at: Settings['at']): string {
  const places: Record<ChecklistTask, string> = {
    details: at(paths.networkDetails),
    area: at(paths.networkArea),
    categories: at(paths.register('categories')),
    form: at(paths.form),
    lists: at(paths.register('outcomes')),
    wording: at(paths.consentWordings),
    agreement: paths.agreement(slug),
    help: at(paths.helpContacts),
    invitation: at(paths.invite),
    service: paths.services,
  }
  return places[task]
}
