/** A page of the settings as most are: a form, what it comes to beside it before it is saved, and word of who was faster. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { keepSettings, settingsMark } from '../../../actions/keep-settings.ts'
import {
  type SettingsForm,
  type SettingsPatch,
  type SettingsValues,
  settingsForms,
  settingsOf,
} from '../../../domain/network-settings.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Key, T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { type FieldError, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import type { Children, FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Part, SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

type Of<P extends SettingsForm> = {
  part: P & Part
  path: string
  /** The sentence for each field at fault. */
  words?: Readonly<Record<string, Key>>
  /** For errors whose sentence says what was measured. */
  tell?(t: T, typed: FormValues, error: FieldError): string | null
  fields(settings: Settings): Children
  /** What `values` come to, saved or not. */
  preview(settings: Settings, values: SettingsValues[P], c: Visit): Children | Promise<Children>
  /** What has a form of its own. */
  more?(settings: Settings, c: Visit): Children
}
type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown<P extends SettingsForm> = {
  values?: FormValues
  errors?: FormErrors
  tried?: SettingsValues[P]
  late?: boolean
}

export function partPage<P extends SettingsForm>(of: Of<P>) {
  const schema = settingsForms[of.part] as unknown as z.ZodType<SettingsValues[P]>
  return new Hono<PageEnv>()
    .get(of.path, async c => showPart(c, of, await loadSettings(c), {}))
    .post(of.path, async c => {
      const settings = await loadSettings(c)
      const { form, ctx, t } = c.var
      const again = (errors: readonly FieldError[]) =>
        showPart(c, of, settings, {
          values: typedOf(form),
          errors: { ...wordErrors(t, errors, of.words), ...told(errors) },
        })
      const told = (errors: readonly FieldError[]) =>
        Object.fromEntries(
          errors.flatMap(error => {
            const said = of.tell?.(t, typedOf(form), error)
            return said ? [[error.field, said]] : []
          }),
        )
      const got = read(schema, form, ['seen', 'do'])
      if (!got.ok) return again(got.errors)
      const shown = { values: got.typed, tried: got.value }
      if (form.get('do') === 'preview') return showPart(c, of, settings, shown)
      try {
        const patch = { [of.part]: got.value } as SettingsPatch
        await keepSettings(ctx, settings.network.id, patch, { [of.part]: String(form.get('seen') ?? '') })
      } catch (problem) {
        if (!isProblem(problem)) throw problem
        if (problem.code === 'conflict') return showPart(c, of, settings, { ...shown, late: true })
        if (!problem.values.reason) throw problem
        return again([{ field: problem.field ?? '', code: String(problem.values.reason) }])
      }
      return c.redirect(settings.at(`${of.path}?done=saved`), 303)
    })
}

export async function showPart<P extends SettingsForm>(
  c: Visit,
  of: Of<P>,
  settings: Settings,
  { values, errors = {}, tried, late = false }: Shown<P>,
) {
  const { t, network } = settings
  const now = settingsOf(network)[of.part]
  const part: SettingsForm = of.part
  const title = t(`system.part.${part}`)
  const view = (
    <SettingsFrame
      settings={settings}
      part={of.part}
      title={title}
      lead={t(`system.leadOf.${part}`)}
      done={values ? undefined : c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.changedByOther')}</p>
        </Notice>
      )}
      <Form values={values ?? valuesOf(now)} errors={errors} action={settings.at(of.path)}>
        <Seen mark={settingsMark(network, of.part)} />
        {of.fields(settings)}
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="do" value="preview">
            {t('system.visibility.try')}
          </Button>
        </ButtonGroup>
      </Form>
      {await of.preview(settings, tried ?? now, c)}
      {of.more?.(settings, c)}
    </SettingsFrame>
  )
  return render(c, view, { title, errors, islands: ['copy'], ...(late && { status: 409 }) })
}

/** As inputs hold them: a box is ticked or absent. */
function valuesOf(now: Readonly<Record<string, unknown>>): FormValues {
  const entries = Object.entries(now).filter(([, value]) => value !== false)
  return Object.fromEntries(entries.map(([name, value]) => [name, value === true ? 'yes' : value]))
}

function typedOf(form: FormData): FormValues {
  return Object.fromEntries([...form.entries()].filter(([name]) => name !== 'seen' && name !== 'do'))
}
