/** ADM-5: whether a network asks its coordinators for two-step verification; beside it whom that concerns, and who has none yet. */
import { type Context, Hono } from 'hono'
import { keepRules, rulesMark } from '../../../actions/keep-rules.ts'
import { type Concerned, listConcerned } from '../../../db/second-step.ts'
import { signInSettings } from '../../../domain/network.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings } from './load.ts'

export const signInRules = new Hono<PageEnv>()
  .get(paths.signInRules, c => show(c))
  .post(paths.signInRules, async c => {
    const { network, at } = await loadSettings(c)
    const form = read(signInSettings, c.var.form, ['seen'])
    if (!form.ok) return show(c)
    try {
      const seen = String(c.var.form.get('seen') ?? '')
      await keepRules(c.var.ctx, network.id, 'signIn', { rules: form.value, seen })
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, true)
    }
    return c.redirect(at(`${paths.signInRules}?done=saved`), 303)
  })

async function show(c: Context<PageEnv>, late = false) {
  const settings = await loadSettings(c)
  const { t, network } = settings
  const concerned = await listConcerned(c.var.ctx.db, network.id)
  const title = t('system.part.sign-in-rules')
  const view = (
    <SettingsFrame
      settings={settings}
      part="sign-in-rules"
      title={title}
      lead={t('system.leadOf.sign-in-rules')}
      done={c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.clock.conflict')}</p>
        </Notice>
      )}
      <Card>
        <Form values={network.settings.requireTwoStep ? { requireTwoStep: 'yes' } : {}}>
          <Seen mark={rulesMark('signIn', network.settings)} />
          <Checkbox
            name="requireTwoStep"
            label={t('account.second.rules.label')}
            hint={t('account.second.rules.hint')}
          />
          <div>
            <Button>{t('common.save')}</Button>
          </div>
        </Form>
      </Card>
      <Who t={t} concerned={concerned} />
    </SettingsFrame>
  )
  return render(c, view, { title, ...(late && { status: 409 }) })
}

function Who({ t, concerned }: { t: T; concerned: readonly Concerned[] }) {
  const lacking = concerned.filter(({ has }) => !has).length
  const summary = t('account.second.rules.summary', { count: lacking, all: concerned.length })
  return (
    <Card title={t('account.second.rules.who')} id="who" aside={summary} flush>
      <ul class="entries">
        {concerned.map(({ userId, name, role, has }) => (
          <li class="entry" key={userId}>
            <div>
              <b>{name}</b>
              <p class="small">{t(`account.second.rules.role.${role}`)}</p>
            </div>
            <Tag tone={has ? 'good' : 'wait'}>{t(has ? 'account.second.rules.has' : 'account.second.rules.lacks')}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
