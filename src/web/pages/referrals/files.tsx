/** Files of a referral: added, downloaded, and removed on a page that asks once. */
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { addFileToReferral } from '../../../actions/files/add-file.ts'
import { readFile } from '../../../actions/files/read-file.ts'
import { removeFile } from '../../../actions/files/remove-file.ts'
import { openCabinet } from '../../../files/cabinet.ts'
import { asAttachment } from '../../../files/downloads.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { addEach, filesIn } from '../../uploads.ts'
import { idIn, loadReferral } from './load-referral.ts'
import { keepQuery } from './names.ts'
import { afterwards, show } from './referral.tsx'

export const referralFiles = new Hono<PageEnv>()
  .post('/referrals/:id/files', async c => {
    const id = idIn(c, 'id')
    const errors = await addFiles(c, id)
    if (Object.keys(errors).length === 0) return c.redirect(afterwards(c, id, 'files', '#files'), 303)
    return show(c, { values: { remark: remarkIn(c) }, errors })
  })
  .get('/referrals/:id/files/:file', async c => {
    const { ctx, deps } = c.var
    const { store } = openCabinet(deps.config)
    const { content, ...file } = await readFile(ctx, store, idIn(c, 'id'), idIn(c, 'file'))
    return c.body(Readable.toWeb(content) as ReadableStream, 200, asAttachment(file))
  })
  .get('/referrals/:id/files/:file/remove', async c => {
    const { t } = c.var
    const data = await loadReferral(c)
    const file = data.view.files.find(({ id }) => id === idIn(c, 'file'))
    if (!file?.mayRemove) throw absent()
    const back = `${keepQuery(paths.referral(data.id), data.query)}#files`
    const view = (
      <>
        <PageHead over={data.view.file.reference} title={t('file.removeTitle')} lead={t('file.removeText')} />
        <Form action={keepQuery(paths.removeFile(data.id, file.id), data.query)}>
          <p>
            <strong>{file.name}</strong>
          </p>
          <ButtonGroup>
            <Button look="warning">{t('file.remove')}</Button>
            <LinkButton look="quiet" href={back}>
              {t('file.removeKeep')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    )
    return render(c, view, { title: t('file.removeTitle'), width: 'narrow' })
  })
  .post('/referrals/:id/files/:file/remove', async c => {
    const id = idIn(c, 'id')
    await removeFile(c.var.ctx, id, idIn(c, 'file'))
    return c.redirect(afterwards(c, id, 'file_removed', '#files'), 303)
  })

async function addFiles(c: Context<PageEnv>, id: string): Promise<FormErrors> {
  const { t, ctx, deps, form } = c.var
  const files = filesIn(form)
  if (files.length === 0) return { files: t('file.error.missing') }
  const remark = remarkIn(c)
  if (remark.length > 2000) return { remark: t('problem.field.too_long') }
  const cabinet = openCabinet(deps.config)
  const { attachmentMegabytes } = (await loadReferral(c)).network.settings
  return addEach(t, files, attachmentMegabytes, upload => addFileToReferral(ctx, cabinet, id, upload, remark))
}

function remarkIn(c: Context<PageEnv>): string {
  return String(c.var.form.get('remark') ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
}
