/** A rule that said no, in words a person can read. Every edge translates it once: a page, or RFC 9457. */

/** `field` names the input at fault, so that the error can stand beside it. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly field: string | undefined
  readonly values: Readonly<Record<string, string | number>>
  /** Every input at fault, where there may be more than one. */
  readonly errors: readonly { field: string; code: string }[]

  constructor(
    code: ProblemCode,
    words: string,
    { field, ...values }: { field?: string } & Record<string, string | number> = {},
    errors: readonly { field: string; code: string }[] = [],
  ) {
    super(words)
    this.name = 'Problem'
    this.code = code
    this.field = field
    this.values = values
    this.errors = errors
  }
}

export type ProblemCode = keyof typeof problemStatus

/** The HTTP status each refusal has. Absent and forbidden are the same 404. */
export const problemStatus = {
  not_signed_in: 401,
  not_found: 404,
  not_allowed: 403,
  not_now: 409,
  already_answered: 409,
  conflict: 409,
  changed: 412,
  malformed: 400,
  not_json: 415,
  not_a_file: 415,
  invalid: 422,
  consent_needed: 422,
  declined_before: 422,
  no_room: 422,
  too_many: 429,
  too_large: 413,
  unavailable: 503,
} as const

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem
}
