/** Tells a database that is away, full or restarting from a fault of ours: 503 and Retry-After, not 500. */

const states = new Set(['57P01', '57P02', '57P03', '57P05', '57014', '25P03', '25006', '55P03'])
const stateClasses = new Set(['08', '53', '58'])
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const driverWords =
  /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed|pool after calling end/i

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return driverWords.test(error.message) || isUnavailable(error.cause)
  const isConnecting = !('syscall' in error) || error.syscall !== 'open'
  return (
    states.has(code) ||
    (code.length === 5 && stateClasses.has(code.slice(0, 2))) ||
    (systemCodes.has(code) && isConnecting)
  )
}

/** Stopped because it took longer than it may. */
export function isTooSlow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}

/** Text with a character that no text may have, such as NUL: whoever sent it typed no such thing. */
export function isUnstorable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === '22021' || code === '22P05'
}
