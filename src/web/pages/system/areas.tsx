/** The network's area: what is covered now on a map, others found by name, areas of its own from a file. */
import { Hono } from 'hono'
import { addDrawnArea, keepAreas } from '../../../actions/keep-areas.ts'
import { readOutlines } from '../../../db/areas.ts'
import { type AreaChoice, listChoices } from '../../../db/network-area.ts'
import { isProblem } from '../../../domain/problem.ts'
import { formatList } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { MapPicture } from '../../ui/map-picture.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ChooseAreas, UploadArea } from './area-forms.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

export const networkArea = new Hono<PageEnv>()
  .get('/system/areas', async c => {
    const settings = await loadSettings(c)
    return show(c, settings, { chosen: settings.network.authorities })
  })
  .post('/system/areas', async c => {
    const settings = await loadSettings(c)
    const { form, ctx } = c.var
    const chosen = form.getAll('areas').map(String)
    const seen = String(form.get('seen') ?? '').split(',')
    try {
      await keepAreas(ctx, settings.network.id, { codes: chosen, seen: seen.filter(Boolean) })
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'conflict') return show(c, settings, { chosen, late: true })
      return show(c, settings, { chosen, errors: fieldErrorOf(c.var.t, problem) })
    }
    return c.redirect(settings.at(`${paths.networkArea}?done=saved`), 303)
  })
  .post('/system/areas/area', async c => {
    const settings = await loadSettings(c)
    const { t, ctx, form } = c.var
    const name = String(form.get('name') ?? '').trim()
    const chosen = settings.network.authorities
    const again = (errors: FormErrors) => show(c, settings, { chosen, values: { name }, errors })
    if (name === '' || name.length > 120) return again({ name: t('system.labelMissing') })
    const file = form.get('file') ?? ''
    const text = typeof file === 'string' ? file : await file.text()
    if (text.trim() === '') return again({ file: t('system.area.fileMissing') })
    const geojson = parseJson(text)
    if (geojson === undefined) return again({ file: t('system.area.unreadable') })
    try {
      await addDrawnArea(ctx, settings.network.id, { name, geojson })
    } catch (problem) {
      return again(fieldErrorOf(t, problem))
    }
    return c.redirect(settings.at(`${paths.networkArea}?done=add`), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { chosen: readonly string[]; values?: FormValues; errors?: FormErrors; late?: boolean }

async function show(c: Visit, settings: Settings, { chosen, values = {}, errors = {}, late = false }: Shown) {
  const { t, network } = settings
  const choices = await listChoices(c.var.ctx.db, network.id)
  const words = (c.req.query('find') ?? '').trim().slice(0, 80)
  const isPlain = !late && Object.keys(errors).length === 0
  const outlines = await readOutlines(c.var.ctx.db, network.authorities)
  const covered = choices.filter(({ code }) => network.authorities.includes(code))
  const view = (
    <SettingsFrame
      settings={settings}
      part="areas"
      title={t('system.part.areas')}
      lead={t('system.leadOf.areas')}
      done={isPlain ? c.req.query('done') : undefined}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.area.conflict')}</p>
        </Notice>
      )}
      <Card title={t('system.area.chosen')} id="now">
        <AreaNow settings={settings} covered={covered} outlines={outlines} />
      </Card>
      <ChooseAreas settings={settings} choices={choices} chosen={chosen} words={words} errors={errors} />
      <UploadArea settings={settings} values={values} errors={errors} />
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.areas'), errors, ...(late && { status: 409 }) })
}

type Now = { settings: Settings; covered: readonly AreaChoice[]; outlines: Awaited<ReturnType<typeof readOutlines>> }

function AreaNow({ settings: { t }, covered, outlines }: Now) {
  if (covered.length === 0) return <p>{t('system.area.none')}</p>
  const areas = covered.flatMap(({ code, name }) => {
    const outline = outlines.get(code)
    return outline ? [{ name, outline, chosen: true }] : []
  })
  const names = formatList(
    t,
    covered.map(({ name }) => name),
  )
  return (
    <div class="stack tight">
      {areas.length > 0 && <MapPicture alt={t('system.area.map', { names })} areas={areas} />}
      <p>{names}</p>
    </div>
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
