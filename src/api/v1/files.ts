/** Files: uploaded before a referral is sent or added to one later, read, and removed. */
import { Readable } from 'node:stream'
import type { ReadableStream as Web } from 'node:stream/web'
import type { Context } from 'hono'
import { type Added, addFileToReferral, addLooseFile } from '../../actions/files/add-file.ts'
import { readFile } from '../../actions/files/read-file.ts'
import { removeFile } from '../../actions/files/remove-file.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { openCabinet, type Upload } from '../../files/cabinet.ts'
import { asAttachment } from '../../files/downloads.ts'
import type { ApiEnv } from '../env.ts'
import { answer, bearer, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { file, shapeFiles } from './referral-shape.ts'

const shared = { tags: ['Files'], security: bearer }
const path = '/api/v1/referrals/{id}/files'
const fileParam = z.object({ id, file: id })
const binary = z.any().openapi({ type: 'string', format: 'binary' })
const content = {
  required: true,
  description:
    'As multipart/form-data, or as the bodyʼs bytes with `?name=` for its name. What it is, its content says.',
  content: {
    'multipart/form-data': { schema: z.object({ file: binary, remark: z.string().max(2000).optional() }) },
    'application/octet-stream': { schema: binary },
  },
}
const query = z.strictObject({
  name: z.string().min(1).max(300).optional(),
  remark: z.string().max(2000).optional().openapi({ description: 'A note to go with it.' }),
})
const added = z
  .object({ id, name: z.string(), type: z.string(), bytes: z.int(), state: z.enum(['held', 'ready']) })
  .openapi('AddedFile')

const documented = { ...content, required: false }
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

type Uploaded = { upload: Upload; remark: string }

/** Of a form its `file`; otherwise the body itself, which is never whole in memory. */
async function uploadIn(c: Context<ApiEnv>, { name, remark = '' }: z.infer<typeof query>): Promise<Uploaded> {
  if (/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) return inForm(c, remark)
  const body = c.req.raw.body
  if (!body || !name)
    throw new Problem('invalid', 'Send a file, and its name as ?name=.', {}, [
      { field: body ? 'name' : 'file', code: 'required' },
    ])
  return { upload: { name, content: Readable.fromWeb(body as Web) }, remark }
}

async function inForm(c: Context<ApiEnv>, remark: string): Promise<Uploaded> {
  const form = await Promise.resolve(c.req.formData()).catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File))
    throw new Problem('invalid', 'Send a file in the field "file".', {}, [{ field: 'file', code: 'required' }])
  const said = form?.get('remark')
  const content = Readable.fromWeb(file.stream() as Web)
  return { upload: { name: file.name, content }, remark: typeof said === 'string' ? said : remark }
}

function shapeAdded({ id, name, type, bytes, state }: Added) {
  return { id, name, type, bytes, state }
}
