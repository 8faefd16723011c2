/** What all routes share in the description of the API: errors, bodies, the shape of a page of a list. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { problemStatus } from '../domain/problem.ts'
import type { ApiEnv } from './env.ts'
import { refuseInvalid } from './problems.ts'

export { createRoute, z } from '@hono/zod-openapi'

export function newApi() {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid })
}

/** A schema of the rules may have been made before any could be described, by the order of imports: its copy can be. */
export function described<S extends z.ZodType>(schema: S, description: string): S {
  return schema.clone().openapi({ description }) as S
}

export const id = z.uuid()
export const moment = z.iso.datetime()
export const idParam = z.object({ id })
export const assignmentParam = z.object({ id, assignment: id })

/** Of those routes that make something. */
export const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, { error: 'key' })
    .optional()
    .openapi({ description: 'Your own name for this request, such as a UUID.' }),
})
export const once = 'With an Idempotency-Key it is made once, however often it is posted: 201 the first time, then 200.'

/** A page of a list: `next` leads to the one after it, and is null on the last. */
export const paging = {
  cursor: z.string().max(400).optional().openapi({ description: 'From `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).default(25),
}
export const next = z.string().nullable().openapi({ description: 'The address of the next page; null on the last.' })

/** 'true' or 'false' in an address. */
export const flag = z.enum(['true', 'false']).transform(text => text === 'true')

export const problemShape = z
  .object({
    type: z.string().openapi({ description: 'Where this error is explained.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum([...(Object.keys(problemStatus) as [string, ...string[]]), 'unexpected']),
    errors: z
      .array(z.object({ field: z.string(), code: z.string() }))
      .optional()
      .openapi({ description: 'Each input at fault, by its path in the body.' }),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .openapi({ description: 'Particulars, such as `instead`: who was asked after you came too late.' }),
  })
  .openapi('Problem')

type Examples = Record<string, { summary: string; value: object }>
export function answer<S extends z.ZodType>(schema: S, description: string, examples?: Examples) {
  return { description, content: { 'application/json': { schema, ...(examples && { examples }) } } }
}

export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** The ways in which any route may say no. */
export const refusals = {
  401: refusal('No token, or one that is unknown, expired or revoked.'),
  404: refusal('Absent, or not for you to see: both look the same.'),
  422: refusal('Some input is missing or wrong; `errors` names each.'),
  429: refusal('Too many requests with this token: wait as long as Retry-After says.'),
  503: refusal('The database is away for a moment; nothing was lost. Try again after Retry-After seconds.'),
}
export const writeRefusals = {
  ...refusals,
  400: refusal('The body is not JSON.'),
  403: refusal('Not for your part in this referral.'),
  409: refusal('Something happened first, such as another answer; or an Idempotency-Key came with another body.'),
  413: refusal('More than 256 KB.'),
  415: refusal('The body was not sent as application/json.'),
}

export const outdated = refusal('It is not as `If-Match` says any more: read it again, then decide.')

export const bearer: Record<string, string[]>[] = [{ token: [] }]

function refusal(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemShape } } }
}

const binary = { schema: z.string().openapi({ format: 'binary' }) }
/** A table as a file. */
export const tableAnswer = {
  description: 'The file',
  content: {
    'text/csv': binary,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
  },
}
