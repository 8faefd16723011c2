/** Files of a person's record: added, downloaded, removed. */
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { personFileMegabytes } from '../../../actions/files/add-file.ts'
import { addPersonFile, readPersonFile, removePersonFile } from '../../../actions/people/files.ts'
import { openCabinet } from '../../../files/cabinet.ts'
import { asAttachment } from '../../../files/downloads.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { addEach, filesIn } from '../../uploads.ts'
import { idIn } from './load.ts'
import { show } from './person.tsx'

export const personFiles = new Hono<PageEnv>()
  .post('/people/:id/files', async c => {
    const { t, ctx, deps, form } = c.var
    const id = idIn(c, 'id')
    const files = filesIn(form)
    if (files.length === 0) return show(c, { fileErrors: { files: t('file.error.missing') } })
    const cabinet = openCabinet(deps.config)
    const fileErrors = await addEach(t, files, personFileMegabytes, upload => addPersonFile(ctx, cabinet, id, upload))
    if (Object.keys(fileErrors).length > 0) return show(c, { fileErrors })
    return c.redirect(`${paths.person(id)}?done=file#files-of-person`, 303)
  })
  .get('/people/:id/files/:file', async c => {
    const { ctx, deps } = c.var
    const { store } = openCabinet(deps.config)
    const { content, ...file } = await readPersonFile(ctx, store, idIn(c, 'id'), idIn(c, 'file'))
    return c.body(Readable.toWeb(content) as ReadableStream, 200, asAttachment(file))
  })
  .post('/people/:id/files/:file/remove', async c => {
    const id = idIn(c, 'id')
    await removePersonFile(c.var.ctx, id, idIn(c, 'file'))
    return c.redirect(`${paths.person(id)}?done=fileRemoved#files-of-person`, 303)
  })
