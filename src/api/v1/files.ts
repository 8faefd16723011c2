/** Files: uploaded before a referral is sent or added to one later, read, and removed. */
import { Readable } from 'node:stream'
import { addFileToReferral, addLooseFile } from '../../actions/files/add-file.ts'
import { readFile } from '../../actions/files/read-file.ts'
import { removeFile } from '../../actions/files/remove-file.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { openCabinet } from '../../files/cabinet.ts'
import { asAttachment } from '../../files/downloads.ts'
import { answer, bearer, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { added, binary, documented, shapeAdded, uploadIn } from '../uploads.ts'
import { file, shapeFiles } from './referral-shape.ts'

const shared = { tags: ['Files'], security: bearer }
const path = '/api/v1/referrals/{id}/files'
const fileParam = z.object({ id, file: id })
const query = z.strictObject({
  name: z.string().min(1).max(300).optional(),
  remark: z.string().max(2000).optional().openapi({ description: 'A note to go with it.' }),
})
const upload = createRoute({
  ...shared,
  method: 'post',
  path: '/api/v1/files',
  summary: 'Upload a file before sending',
  description: 'Name its id in `attachments` of POST /referrals within a day; after that it is erased.',
  request: { query, body: documented },
  responses: { 201: answer(added, 'Uploaded'), ...writeRefusals },
})
const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List the files of a referral',
  request: { params: idParam },
  responses: { 200: answer(z.object({ files: z.array(file) }), 'Oldest first'), ...refusals },
})
const add = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Add a file to a referral',
  description: 'By those who see all of it and have a part in it, until it is closed.',
  request: { params: idParam, query, body: documented },
  responses: { 201: answer(added, 'Added'), ...writeRefusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{file}`,
  summary: 'Read a file',
  description: 'That it was read is recorded.',
  request: { params: fileParam },
  responses: {
    200: { description: 'Its content', content: { 'application/octet-stream': { schema: binary } } },
    409: writeRefusals[409],
    ...refusals,
  },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: `${path}/{file}`,
  summary: 'Remove a file',
  description: 'By who added it, until the referral is closed.',
  request: { params: fileParam },
  responses: { 204: { description: 'Removed' }, ...writeRefusals },
})

export const files = newApi()
  .openapi(upload, async c => {
    const { upload, remark } = await uploadIn(c, c.req.valid('query'))
    return c.json(shapeAdded(await addLooseFile(c.var.ctx, openCabinet(c.var.deps.config), upload, remark)), 201)
  })
  .openapi(list, async c => {
    const { content, files, sight } = await viewReferral(c.var.ctx, c.req.valid('param').id, 'api')
    if (!content || sight.level !== 'full') throw new Problem('not_found', 'There is nothing here.')
    return c.json({ files: shapeFiles(files) }, 200)
  })
  .openapi(add, async c => {
    const { upload, remark } = await uploadIn(c, c.req.valid('query'))
    const { ctx, deps } = c.var
    const done = await addFileToReferral(ctx, openCabinet(deps.config), c.req.valid('param').id, upload, remark)
    return c.json(shapeAdded(done), 201)
  })
  .openapi(read, async c => {
    const { id, file } = c.req.valid('param')
    const { content, ...opened } = await readFile(c.var.ctx, openCabinet(c.var.deps.config).store, id, file)
    return c.body(Readable.toWeb(content) as ReadableStream, 200, asAttachment(opened)) as never
  })
  .openapi(remove, async c => {
    const { id, file } = c.req.valid('param')
    await removeFile(c.var.ctx, id, file)
    return c.body(null, 204)
  })
