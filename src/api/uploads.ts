/** A file as a client sends it, in a form or as the body itself, and what is said of it once it is there. */
import { Readable } from 'node:stream'
import type { ReadableStream as Web } from 'node:stream/web'
import type { Context } from 'hono'
import type { Added } from '../actions/files/add-file.ts'
import { Problem } from '../domain/problem.ts'
import type { Upload } from '../files/cabinet.ts'
import type { ApiEnv } from './env.ts'
import { id, z } from './openapi.ts'

export const binary = z.any().openapi({ type: 'string', format: 'binary' })
const content = {
  required: true,
  description:
    'As multipart/form-data, or as the bodyʼs bytes with `?name=` for its name. What it is, its content says.',
  content: {
    'multipart/form-data': { schema: z.object({ file: binary, remark: z.string().max(2000).optional() }) },
    'application/octet-stream': { schema: binary },
  },
}
export const added = z
  .object({ id, name: z.string(), type: z.string(), bytes: z.int(), state: z.enum(['held', 'ready']) })
  .openapi('AddedFile')

/** Not required of a form or of bytes: which of them is missing is said in words. */
export const documented = { ...content, required: false }

/** A picture is never without words. */
export const documentedPicture = {
  required: false,
  description:
    'As multipart/form-data, or as the bodyʼs bytes with `?alt=` for what it shows: at most 300 characters. JPG, PNG, WebP, GIF or TIFF, under 8 MB.',
  content: {
    'multipart/form-data': { schema: z.object({ picture: binary, alt: z.string().optional() }) },
    'application/octet-stream': { schema: binary },
  },
}

type Uploaded = { upload: Upload; remark: string }

/** Of a form its `file`; otherwise the body itself, which is never whole in memory. */
export async function uploadIn(
  c: Context<ApiEnv>,
  { name, remark = '' }: { name?: string | undefined; remark?: string | undefined },
): Promise<Uploaded> {
  if (isForm(c)) return inForm(c, remark)
  const body = c.req.raw.body
  if (!body || !name)
    throw new Problem('invalid', 'Send a file, and its name as ?name=.', {}, [
      { field: body ? 'name' : 'file', code: 'required' },
    ])
  return { upload: { name, content: Readable.fromWeb(body as Web) }, remark }
}

/** Of a form its `picture` and `alt`; otherwise the body itself. What is missing is refused by the rule. */
export async function pictureIn(c: Context<ApiEnv>, said = ''): Promise<{ bytes: Uint8Array; alt: string }> {
  if (!isForm(c)) return { bytes: new Uint8Array(await c.req.arrayBuffer()), alt: said }
  const form = await Promise.resolve(c.req.formData()).catch(() => null)
  const [picture, alt] = [form?.get('picture'), form?.get('alt')]
  const bytes = picture instanceof File ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array()
  return { bytes, alt: typeof alt === 'string' ? alt : said }
}

function isForm(c: Context<ApiEnv>): boolean {
  return /^multipart\/form-data/i.test(c.req.header('content-type') ?? '')
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

export function shapeAdded({ id, name, type, bytes, state }: Added) {
  return { id, name, type, bytes, state }
}
