/** The program's log: one JSON line each, with nobody's name, address or words in it. */
import { type DestinationStream, type Logger, pino } from 'pino'

/** Faults are told by name, code and place; their message may quote a row. */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const serializers = { err: faultOf, error: faultOf }
  return pino({ level, base: null, serializers, redact: { paths: hidden, censor: '…' } }, to)
}

const secretNames = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'phone',
  'name',
  'postcode',
  'note',
  'body',
]
const hidden = secretNames.flatMap(name => [name, `*.${name}`, `*.*.${name}`])

export function faultOf(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  const places = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? []
  const cause: unknown = error.cause === undefined ? undefined : faultOf(error.cause)
  return { type: error.name, code, table, constraint, stack: places.slice(0, 12).join('\n'), cause }
}
