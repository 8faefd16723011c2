/** What the environment may say. A bad variable stops the start and names itself. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { Problem } from './domain/problem.ts'

export type Config = Readonly<ReturnType<typeof readConfig>>

type Env = Readonly<Record<string, string | undefined>>

/** Throws a Problem whose `field` is the first variable at fault and whose words name every one. */
export function readConfig(env: Env) {
  const read = variables.safeParse(withoutBlanks(env))
  if (!read.success) throw badVariables(read.error.issues)
  const { PORT, HOST, BASE_URL, DATA_DIR, DATABASE_URL, STORAGE_URL, SECRET, DEMO, ...rest } = read.data
  const dataDir = resolve(DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    baseUrl: BASE_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`,
    dataDir,
    databaseUrl: DATABASE_URL ?? null,
    storageUrl: STORAGE_URL ?? pathToFileURL(join(dataDir, 'files')).href,
    secret: SECRET ?? keptSecret(dataDir),
    /** `auto`: on until a real network exists. */
    demo: DEMO ?? (DATABASE_URL ? ('off' as const) : ('auto' as const)),
    smtpUrl: rest.SMTP_URL ?? null,
    mailFrom: rest.MAIL_FROM,
    mapTileUrl: rest.MAP_TILE_URL ?? null,
    clamavUrl: rest.CLAMAV_URL ?? null,
    outgoingAllow: rest.OUTGOING_ALLOW,
    worker: rest.WORKER,
    logLevel: rest.LOG_LEVEL,
    oidc: oidc(rest),
  }
}

const url = (...protocols: string[]) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.join(' or ')}`,
  })

const variables = z
  .object({
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    BASE_URL: url('http:', 'https:')
      .transform(text => text.replace(/\/+$/, ''))
      .optional(),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
      .optional(),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    MAIL_FROM: z
      .string()
      .max(320)
      .regex(/^[^\r\n]+@[^\r\n]+$/, 'must hold an email address')
      .default('Onward <onward@localhost>'),
    STORAGE_URL: url('file:', 's3:').optional(),
    SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    MAP_TILE_URL: z
      .string()
      .regex(/^https?:\/\/.*\{z\}.*/, 'must be an http address with {z}, {x} and {y}')
      .optional(),
    CLAMAV_URL: url('tcp:').optional(),
    /** Private hosts that webhooks and imports may ask all the same: names, addresses, ranges. */
    OUTGOING_ALLOW: z
      .string()
      .transform(text => text.split(/[\s,]+/).filter(Boolean))
      .refine(hosts => hosts.every(host => /^[\w.:-]+(\/\d{1,3})?$/.test(host)), {
        error: 'must be names, addresses or ranges with commas between them, without http:// or a port',
      })
      .default([]),
    OIDC_ISSUER: url('https:', 'http:')
      .refine(isPrivateEnough, 'must start with https:// unless it is on this machine')
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().trim().max(60).optional(),
    WORKER: z.enum(['on', 'off', 'only']).default('on'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    DEMO: z.enum(['on', 'off']).optional(),
  })
  .refine(env => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_ISSUER'],
    error: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it',
  })
  .refine(env => env.OIDC_ISSUER || !(env.OIDC_CLIENT_ID || env.OIDC_CLIENT_SECRET || env.OIDC_NAME), {
    path: ['OIDC_ISSUER'],
    error: 'is missing, though other variables for single sign-on are there',
  })

type Variables = z.infer<typeof variables>

function oidc(env: Pick<Variables, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME'>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name: name ?? null } : null
}

/** Codes and keys never go over an open line. */
function isPrivateEnough(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** An empty variable is an unset one: `SMTP_URL= npm start`. */
function withoutBlanks(env: Env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}

function badVariables(issues: readonly z.core.$ZodIssue[]) {
  const faults = issues.map(issue => `${String(issue.path[0])}: ${issue.message}`)
  return new Problem('invalid', faults.join('\n'), { field: String(issues[0]?.path[0]) })
}

/** Made once, so that sessions outlive a restart. */
function keptSecret(dataDir: string) {
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) writeIfAbsent(file, randomBytes(32).toString('base64url'))
  return readFileSync(file, 'utf8').trim()
}

/** Two processes starting at once must agree on one. */
function writeIfAbsent(file: string, text: string) {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(file)) throw error
  }
}
