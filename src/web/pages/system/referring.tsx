/** How referring goes: after a refusal where one began from an organisation, outside the area, how far consent reaches, what closing a case needs. */
import { Hono } from 'hono'
import { keepRules, rulesMark } from '../../../actions/keep-rules.ts'
import { type NetworkSettings, referringSettings } from '../../../domain/network.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

export const referringRules = new Hono<PageEnv>()
  .get('/system/referring', async c => show(c, await loadSettings(c)))
  .post('/system/referring', async c => {
    const settings = await loadSettings(c)
    const form = read(referringSettings, c.var.form, ['seen'])
    if (!form.ok) return show(c, settings, { values: form.typed, errors: wordErrors(c.var.t, form.errors) })
    try {
      const seen = String(c.var.form.get('seen') ?? '')
      await keepRules(c.var.ctx, settings.network.id, 'referring', { rules: form.value, seen })
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, settings, { values: form.typed, late: true })
    }
    return c.redirect(settings.at('/system/referring?done=saved'), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { values?: FormValues; errors?: FormErrors; late?: boolean }

function show(c: Visit, settings: Settings, { values, errors = {}, late = false }: Shown = {}) {
  const { t, network } = settings
  const { startFromOrganisation, outsideArea, consentScope, shortlistPerNeed, ...others } = network.settings
  const now = { startFromOrganisation, outsideArea, consentScope, shortlistPerNeed, ...ticked(others) }
  const view = (
    <SettingsFrame
      settings={settings}
      part="referring"
      title={t('system.part.referring')}
      lead={t('system.leadOf.referring')}
      done={values ? undefined : c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.clock.conflict')}</p>
        </Notice>
      )}
      <Form values={values ?? (now as FormValues)} errors={errors}>
        <input type="hidden" name="seen" value={rulesMark('referring', network.settings)} />
        <Choices t={t} />
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
        </ButtonGroup>
      </Form>
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.referring'), errors, ...(late && { status: 409 }) })
}

function ticked({ lawfulBasis, outcomeRequired, closingNoteRequired }: Partial<NetworkSettings>): FormValues {
  const boxes = Object.entries({ lawfulBasis, outcomeRequired, closingNoteRequired })
  return Object.fromEntries(boxes.filter(([, on]) => on).map(([name]) => [name, 'yes']))
}

const choices = {
  startFromOrganisation: ['return', 'continue'],
  outsideArea: ['warn', 'stop', 'nothing'],
  consentScope: ['network', 'named'],
} as const

function Choices({ t }: { t: T }) {
  const of = <N extends keyof typeof choices>(name: N) =>
    choices[name].map(value => {
      const say = t as unknown as (key: string) => string
      return {
        value,
        label: say(`system.referring.${name}.${value}`),
        hint: say(`system.referring.${name}.${value}Hint`),
      }
    })
  return (
    <>
      <Card>
        <div class="form">
          <Radios
            name="startFromOrganisation"
            legend={t('system.referring.startFromOrganisation.legend')}
            choices={of('startFromOrganisation')}
          />
          <NumberField
            name="shortlistPerNeed"
            label={t('system.referring.shortlistPerNeed')}
            hint={t('system.referring.shortlistPerNeedHint')}
          />
          <Radios name="outsideArea" legend={t('system.referring.outsideArea.legend')} choices={of('outsideArea')} />
        </div>
      </Card>
      <Card title={t('system.referring.consent')} id="consent">
        <div class="form">
          <Radios name="consentScope" legend={t('system.referring.consentScope.legend')} choices={of('consentScope')} />
          <Checkbox
            name="lawfulBasis"
            label={t('system.referring.lawfulBasis')}
            hint={t('system.referring.lawfulBasisHint')}
          />
        </div>
      </Card>
      <Card title={t('system.referring.closing')} id="closing">
        <div class="form">
          {(['outcomeRequired', 'closingNoteRequired'] as const).map(name => (
            <Checkbox
              key={name}
              name={name}
              label={t(`system.referring.${name}`)}
              hint={t(`system.referring.${name}Hint`)}
            />
          ))}
        </div>
      </Card>
    </>
  )
}
