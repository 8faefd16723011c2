/** NET-1: the network's colour, refused where white cannot be read on it, and its logo; how both then look. */
import { keepNetworkLogo, removeNetworkLogo } from '../../../actions/keep-logo.ts'
import { leastContrast, readColour, sayContrast } from '../../../domain/colour.ts'
import { openStore } from '../../../files/store.ts'
import type { Key, T } from '../../../words/index.ts'
import { type FieldError, fieldErrorOf } from '../../forms.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { loadSettings, type Settings } from './load.ts'
import { LookPreview } from './look-preview.tsx'
import { partPage, showPart } from './part-page.tsx'

const words: Readonly<Record<string, Key>> = {
  'colour.colour': 'system.look.colourWrong',
  'colour.required': 'system.look.colourWrong',
}

const look = {
  part: 'look' as const,
  path: paths.networkLook,
  words,
  tell: (t: T, typed: FormValues, { code }: FieldError) => {
    const read = code === 'contrast' ? readColour(String(typed.colour)) : null
    return read && t('system.look.contrast', { ratio: sayContrast(read), least: leastContrast })
  },
  fields: ({ t }: Settings) => (
    <Card>
      <TextField
        name="colour"
        label={t('system.look.colour')}
        hint={t('system.look.colourHint', { least: leastContrast })}
        width="s"
        spellcheck={false}
        autocomplete="off"
      />
    </Card>
  ),
  preview: (settings: Settings, { colour }: { colour: string }) => <LookPreview settings={settings} colour={colour} />,
  more: (settings: Settings) => <Logo settings={settings} />,
}

export const networkLook = partPage(look)
  .post(paths.networkLogo, async c => {
    const settings = await loadSettings(c)
    const { form, deps, ctx } = c.var
    const file = form.get('picture')
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const alt = String(form.get('alt') ?? '')
    try {
      await keepNetworkLogo(ctx, openStore(deps.config.storageUrl), settings.network.id, { bytes, alt })
    } catch (problem) {
      const errors = fieldErrorOf(c.var.t, problem)
      const more = (one: Settings) => <Logo settings={one} alt={alt} errors={errors} />
      return showPart(c, { ...look, more }, settings, { errors })
    }
    return c.redirect(settings.at(`${paths.networkLook}?done=saved`), 303)
  })
  .post(`${paths.networkLogo}/remove`, async c => {
    const settings = await loadSettings(c)
    await removeNetworkLogo(c.var.ctx, settings.network.id)
    return c.redirect(settings.at(`${paths.networkLook}?done=saved`), 303)
  })

function Logo({ settings, errors = {}, alt }: { settings: Settings; errors?: FormErrors; alt?: string }) {
  const { t, network, at } = settings
  return (
    <Card title={t('system.look.logo')} id="logo">
      <div class="stack">
        {!network.logo && <p class="small">{t('system.look.logoNone')}</p>}
        <Form action={at(paths.networkLogo)} files values={{ alt: alt ?? network.logo?.alt ?? '' }} errors={errors}>
          <FileField
            name="picture"
            label={t('profile.logoFile')}
            hint={t('profile.logoHint')}
            accept="image/jpeg,image/png,image/webp,image/gif,image/tiff"
          />
          <TextField name="alt" label={t('profile.logoAlt')} hint={t('profile.logoAltHint')} maxlength={300} />
          <div class="buttons">
            <Button look="quiet">{t('profile.logoSave')}</Button>
          </div>
        </Form>
        {network.logo && (
          <Form action={at(`${paths.networkLogo}/remove`)} plain>
            <Button look="danger" small>
              {t('profile.logoRemove')}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
