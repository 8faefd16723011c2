/** RES-13: what members see of a referral that they are not on; beside it what that comes to, by the rule itself. */
import { Hono } from 'hono'
import { keepRules, rulesMark } from '../../../actions/keep-rules.ts'
import { type VisibilitySettings, visibilitySettings } from '../../../domain/network.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'
import { VisibilityPreview } from './visibility-preview.tsx'

export const visibilityRules = new Hono<PageEnv>()
  .get(paths.visibility, async c => {
    const settings = await loadSettings(c)
    return show(c, settings, settings.network.settings)
  })
  .post(paths.visibility, async c => {
    const settings = await loadSettings(c)
    const form = read(visibilitySettings, c.var.form, ['seen', 'do'])
    if (!form.ok)
      return show(c, settings, settings.network.settings, {
        values: form.typed,
        errors: wordErrors(c.var.t, form.errors),
      })
    if (c.var.form.get('do') === 'preview') return show(c, settings, form.value, { values: form.typed })
    try {
      const seen = String(c.var.form.get('seen') ?? '')
      await keepRules(c.var.ctx, settings.network.id, 'visibility', { rules: form.value, seen })
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, settings, form.value, { values: form.typed, late: true })
    }
    return c.redirect(settings.at(`${paths.visibility}?done=saved`), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { values?: FormValues; errors?: FormErrors; late?: boolean }

function show(
  c: Visit,
  settings: Settings,
  rules: VisibilitySettings,
  { values, errors = {}, late = false }: Shown = {},
) {
  const { t, network } = settings
  const view = (
    <SettingsFrame
      settings={settings}
      part="visibility"
      title={t('system.part.visibility')}
      lead={t('system.leadOf.visibility')}
      done={values ? undefined : c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.clock.conflict')}</p>
        </Notice>
      )}
      <Form values={values ?? valuesOf(rules)} errors={errors}>
        <Seen mark={rulesMark('visibility', network.settings)} />
        <Choices t={t} />
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="do" value="preview">
            {t('system.visibility.try')}
          </Button>
        </ButtonGroup>
      </Form>
      <VisibilityPreview
        t={t}
        rules={rules}
        isSaved={rulesMark('visibility', rules) === rulesMark('visibility', network.settings)}
      />
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.visibility'), errors, ...(late && { status: 409 }) })
}

function valuesOf({ membersSee, membersSeeIdentity, identityBeforeAcceptance }: VisibilitySettings): FormValues {
  return { membersSee, membersSeeIdentity, ...(identityBeforeAcceptance && { identityBeforeAcceptance: 'yes' }) }
}

function Choices({ t }: { t: T }) {
  return (
    <Card>
      <div class="form">
        <Radios
          name="membersSee"
          legend={t('system.visibility.membersSee.legend')}
          choices={(['row', 'nothing'] as const).map(value => ({
            value,
            label: t(`system.visibility.membersSee.${value}`),
            hint: t(`system.visibility.membersSee.${value}Hint`),
          }))}
        />
        <Radios
          name="membersSeeIdentity"
          legend={t('system.visibility.identity.legend')}
          choices={(['initials', 'name', 'nothing'] as const).map(value => ({
            value,
            label: t(`system.visibility.identity.${value}`),
            hint: t(`system.visibility.identity.${value}Hint`),
          }))}
        />
        <Checkbox
          name="identityBeforeAcceptance"
          label={t('system.visibility.before')}
          hint={t('system.visibility.beforeHint')}
        />
      </div>
    </Card>
  )
}
