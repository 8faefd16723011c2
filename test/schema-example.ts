/** The smallest body that a JSON schema of the API's description takes. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  minimum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}
export type Schemas = Readonly<Record<string, Schema>>
/** `ids`: what stands in a field of this name. */
export type Ids = Readonly<Record<string, string>>

export function exampleOf(given: Schema, schemas: Schemas, ids: Ids, name = '', depth = 0): unknown {
  const schema = resolved(given, schemas)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.[0]) return exampleOf(choices[0], schemas, ids, name, depth)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(part => exampleOf(part, schemas, ids, name, depth)))
  const type = [schema.type].flat()[0]
  if (type === 'object' || schema.properties) return objectOf(schema, schemas, ids, depth)
  if (type === 'array')
    return (schema.minItems ?? 0) > 0 && schema.items ? [exampleOf(schema.items, schemas, ids, name, depth + 1)] : []
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  return type === 'null' ? null : textFor(schema, ids, name)
}

export function resolved(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref ? (schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}) : schema
}

function objectOf({ properties = {}, required = [] }: Schema, schemas: Schemas, ids: Ids, depth: number) {
  if (depth > 6) return {}
  return Object.fromEntries(required.map(key => [key, exampleOf(properties[key] ?? {}, schemas, ids, key, depth + 1)]))
}

function textFor({ format }: Schema, ids: Ids, name: string): string {
  if (ids[name]) return ids[name]
  if (format === 'date') return '2026-01-05'
  if (format === 'date-time') return '2026-01-05T10:00:00Z'
  if (format === 'email') return 'someone@example.org'
  return format === 'uuid' ? '3f0e8f0e-1111-4222-8333-444455556666' : 'Text'
}
