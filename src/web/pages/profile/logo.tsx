/** An organisation's logo: a picture with words. */
import { type Context, Hono } from 'hono'
import { removeLogo, saveLogo } from '../../../actions/save-profile.ts'
import { openStore } from '../../../files/store.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { idOf } from '../services/load.ts'
import { type Entry, loadEntry } from './load.ts'

export const profileLogo = new Hono<PageEnv>()
  .post('/organisations/:id/edit/logo', async c => {
    const id = idOf(c.req.param('id'))
    const { form, deps, ctx } = c.var
    const file = form.get('picture')
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const alt = String(form.get('alt') ?? '')
    try {
      await saveLogo(ctx, openStore(deps.config.storageUrl), id, { bytes, alt })
    } catch (error) {
      return showAgain(c, alt, fieldErrorOf(c.var.t, error))
    }
    return c.redirect(`${paths.profile(id)}?done=saved`, 303)
  })
  .post('/organisations/:id/edit/logo/remove', async c => {
    const id = idOf(c.req.param('id'))
    await removeLogo(c.var.ctx, id)
    return c.redirect(`${paths.profile(id)}?done=saved`, 303)
  })

async function showAgain(c: Context<PageEnv>, alt: string, errors: FormErrors) {
  const entry = await loadEntry(c)
  const view = (
    <>
      <BackLink href={paths.profile(entry.profile.id)}>{entry.profile.name}</BackLink>
      <PageHead title={c.var.t('profile.logo')} />
      <Logo entry={entry} errors={errors} alt={alt} />
    </>
  )
  return render(c, view, { title: c.var.t('profile.logo'), errors })
}

export function Logo({ entry: { t, profile }, errors, alt }: { entry: Entry; errors: FormErrors; alt?: string }) {
  const { id, logoFileId, logoAlt } = profile
  const address = paths.profileSection(id, 'logo')
  return (
    <Card title={t('profile.logo')} id="logo">
      <div class="stack">
        {logoFileId ? (
          <img class="logo" src={paths.picture(logoFileId)} alt={logoAlt ?? ''} />
        ) : (
          <p class="small">{t('profile.logoNone')}</p>
        )}
        <Form action={address} files values={{ alt: alt ?? logoAlt ?? '' }} errors={errors}>
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
        {logoFileId && (
          <Form action={`${address}/remove`} plain>
            <Button look="danger" small>
              {t('profile.logoRemove')}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
