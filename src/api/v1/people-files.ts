/** Files of a person's record, kept and read by its own organisation alone. */
import { Readable } from 'node:stream'
import { addPersonFile, readPersonFile, removePersonFile } from '../../actions/people/files.ts'
import { openCabinet } from '../../files/cabinet.ts'
import { asAttachment } from '../../files/downloads.ts'
import { answer, bearer, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { added, binary, documented, shapeAdded, uploadIn } from '../uploads.ts'

const shared = { tags: ['People'], security: bearer }
const path = '/api/v1/people/{id}/files'
const params = z.object({ id, file: id })

const add = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Add a file to a person’s record',
  request: {
    params: idParam,
    query: z.strictObject({ name: z.string().min(1).max(300).optional() }),
    body: documented,
  },
  responses: { 201: answer(added, 'Added'), ...writeRefusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{file}`,
  summary: 'Read a file of a person’s record',
  description: 'That it was read is recorded.',
  request: { params },
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
  summary: 'Remove a file that you added to a person’s record',
  request: { params },
  responses: { 204: { description: 'Removed' }, ...writeRefusals },
})

export const peopleFiles = newApi()
  .openapi(add, async c => {
    const { ctx, deps } = c.var
    const { upload } = await uploadIn(c, c.req.valid('query'))
    return c.json(shapeAdded(await addPersonFile(ctx, openCabinet(deps.config), c.req.valid('param').id, upload)), 201)
  })
  .openapi(read, async c => {
    const { id, file } = c.req.valid('param')
    const { content, ...opened } = await readPersonFile(c.var.ctx, openCabinet(c.var.deps.config).store, id, file)
    return c.body(Readable.toWeb(content) as ReadableStream, 200, asAttachment(opened)) as never
  })
  .openapi(remove, async c => {
    const { id, file } = c.req.valid('param')
    await removePersonFile(c.var.ctx, id, file)
    return c.body(null, 204)
  })
