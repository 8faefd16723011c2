/** The feed as anybody reads it, and the published schemas that judge it, from the folder in ONWARD_SCHEMAS. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

export const feed = '/openreferral/v3'
export const lists = ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms', 'organizations'] as const
/** By which of the published schemas each item of a list is judged. */
export const schemaOf = {
  services: 'service',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
  organizations: 'organization',
} as const
/** Whatever came back. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, never trusted
type Any = any

export async function ask(url: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${feed}${path}`, { headers })
  const text = await response.text()
  const body: Any = text.startsWith('{') ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, text, body }
}

/** Every item of a list, page by page. */
export async function askAll(url: string, path: string, perPage = 50): Promise<Any[]> {
  const found: Any[] = []
  for (let page = 1; ; page += 1) {
    const join = path.includes('?') ? '&' : '?'
    const { body } = await ask(url, `${path}${join}page=${page}&per_page=${perPage}`)
    found.push(...body.contents)
    if (body.last_page) return found
  }
}

const folder = process.env.ONWARD_SCHEMAS
export const hasSchemas = folder !== undefined && existsSync(join(folder, 'oruk-3.0', 'service.json'))

/** By name, such as `service`. */
export function validator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true })
  ;(formats as unknown as (one: Ajv2020) => void)(ajv)
  const at = join(folder ?? '', 'oruk-3.0')
  for (const file of readdirSync(at).filter(one => one !== 'openapi.json'))
    ajv.addSchema(JSON.parse(readFileSync(join(at, file), 'utf8')), file)
  const found = ajv.getSchema(`${name}.json`)
  if (!found) throw new Error(`No schema ${name}`)
  return found
}

/** What the schema says against it, in words. */
export function faults(check: ValidateFunction, item: unknown): string[] {
  check(item)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A published example, such as `oruk-validator-mocks/V3.0-UK-Fail/service_full.json`. */
export function example(path: string): Any {
  return JSON.parse(readFileSync(join(folder ?? '', '..', 'examples', path), 'utf8'))
}
