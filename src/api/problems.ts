/** What a client did wrong, as a Problem: the one edge for errors turns it into RFC 9457. */
import type { z } from '@hono/zod-openapi'
import { Problem } from '../domain/problem.ts'

type Checked = { target: string; success: true } | { target: string; success: false; error: z.core.$ZodError }
type Fault = { field: string; code: string }

/** Every field at fault at once. An id that cannot be one is simply absent. */
export function refuseInvalid(result: Checked): void {
  if (result.success) return
  if (result.target === 'param') throw absent()
  const errors = result.error.issues.flatMap(faultsOf)
  const field = errors[0]?.field
  throw new Problem('invalid', `Check ${listed(errors)}.`, { ...(field && { field }) }, errors)
}

export function absent(): Problem {
  return new Problem('not_found', 'There is nothing here.')
}

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue): Fault[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: [...issue.path, key].join('.').slice(0, 100), code: 'unknown' }))
  return [{ field: field.slice(0, 100), code: codeOf(issue) }]
}

/** The schema's own code where it gives one. */
function codeOf(issue: Issue): string {
  if (/^[a-z_]+$/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_union') return codeInUnion(issue)
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'required' : 'type'
  return codes[issue.code] ?? 'invalid'
}

/** `'' | email`: what the filled-in branch says. */
function codeInUnion({ errors }: { errors: readonly Issue[][] }): string {
  return (
    errors
      .flat()
      .map(codeOf)
      .find(code => code !== 'choose') ?? 'invalid'
  )
}

const codes: Partial<Record<Issue['code'], string>> = {
  too_small: 'too_short',
  too_big: 'too_long',
  invalid_value: 'choose',
  invalid_key: 'unknown',
}

function listed(errors: readonly Fault[]): string {
  const fields = [...new Set(errors.map(({ field }) => field || 'the body'))]
  return fields.length > 5 ? `${fields.slice(0, 5).join(', ')} and others` : fields.join(', ')
}
