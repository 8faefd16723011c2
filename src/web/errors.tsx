/** A refusal or a fault, told once: a page in plain words with a way back, or RFC 9457 for the API. */
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isUnavailable, isUnstorable } from '../db/unavailable.ts'
import { isProblem, type Problem, problemStatus } from '../domain/problem.ts'
import { translator } from '../words/index.ts'
import { absent, isApi } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { renderAlone } from './page-context.tsx'
import { ownPath, paths } from './paths.ts'
import { ButtonGroup, LinkButton } from './ui/button.tsx'
import { RuleWords } from './ui/own-words.tsx'
import { PageHead } from './ui/page-head.tsx'

type Told = {
  code: Problem['code'] | 'unexpected'
  status: ContentfulStatusCode
  words: string
  /** The sentence is the rule’s own, in English. */
  isRule?: boolean
  field?: string | undefined
  values?: Problem['values']
  errors?: Problem['errors']
}

export function answerError(error: Error, c: Context<PublicEnv>): Response | Promise<Response> {
  const told = tell(error, c)
  if (told.status >= 500) c.var.deps.log.error({ err: error }, told.code)
  else if (refusals.includes(told.status)) noteRefusal(c, told)
  if (told.status === 413) c.header('Connection', 'close') // the rest of it is still on its way
  if (told.status === 503) c.header('Retry-After', '10')
  if (told.status === 429) c.header('Retry-After', String(told.values?.retryAfter ?? 300))
  if (told.status === 401) c.header('WWW-Authenticate', 'Bearer realm="Onward"')
  if (c.req.path.startsWith('/api/v1/fhir/')) return operationOutcome(c, told)
  return isApi(c.req.path) ? problemJson(c, told) : problemPage(c, told)
}

export function answerAbsent(c: Context<PublicEnv>) {
  return answerError(absent(), c)
}

/** What somebody may be trying who has no right to it: no token, a forged form, what is not theirs, too much or too often. */
const refusals: readonly number[] = [401, 403, 404, 413, 429]

/** By ids alone, and without the address: it may hold a secret. */
function noteRefusal(c: Context<PublicEnv>, { code, status }: Told) {
  const { actor, deps } = c.var
  if (status === 404 && !actor) return // a robot that looks for other programs
  const by = { userId: actor?.userId, organisationId: actor?.organisationId }
  deps.log.info({ method: c.req.method, route: routeOf(c), status, code, ...by }, 'refused')
}

function routeOf(c: Context<PublicEnv>): string {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'none'
}

function tell(error: Error, c: Context<PublicEnv>): Told {
  const t = c.var.t ?? translator('en')
  if (isProblem(error) && error.code === 'not_found')
    return { code: 'not_found', status: 404, words: t('problem.text.not_found') }
  if (isProblem(error))
    return { ...error, code: error.code, status: problemStatus[error.code], words: error.message, isRule: true }
  if (isUnstorable(error)) return { code: 'invalid', status: 422, words: t('problem.field.invalid') }
  if (isUnavailable(error)) return { code: 'unavailable', status: 503, words: t('problem.text.unavailable') }
  return { code: 'unexpected', status: 500, words: t('problem.text.unexpected') }
}

/** FHIR has errors of its own shape. */
function operationOutcome(c: Context<PublicEnv>, { code, status, words }: Told) {
  const issue = { severity: 'error', code: issueTypes[code] ?? 'processing', details: { text: words } }
  const body = JSON.stringify({ resourceType: 'OperationOutcome', issue: [issue] })
  return c.body(body, status, { 'Content-Type': 'application/fhir+json' })
}

const issueTypes: Partial<Record<Told['code'], string>> = {
  ...{ not_signed_in: 'login', not_found: 'not-found', not_allowed: 'forbidden', invalid: 'invalid' },
  ...{ too_many: 'throttled', unavailable: 'transient', unexpected: 'exception' },
}

function problemPage(c: Context<PublicEnv>, { code, status, words, isRule }: Told) {
  const t = c.var.t ?? translator('en')
  const title = t(`problem.title.${code}`)
  const back = wayBack(c)
  const view = (
    <>
      <PageHead title={title} lead={isRule ? <RuleWords words={words} /> : words} />
      <ButtonGroup>
        {back !== paths.home && <LinkButton href={back}>{t('problem.goBack')}</LinkButton>}
        <LinkButton href={paths.home} look={back === paths.home ? 'go' : 'quiet'}>
          {t('problem.goHome')}
        </LinkButton>
      </ButtonGroup>
    </>
  )
  return renderAlone(c, view, { title, status, width: 'narrow' })
}

function problemJson(c: Context<PublicEnv>, { code, status, words, field, values = {}, errors = [] }: Told) {
  const t = translator('en')
  const title = t(`problem.title.${code}`)
  const detail = code === 'not_found' ? t('problem.text.absent') : words
  const faults = errors.length > 0 ? errors : field ? [{ field, code }] : []
  const body = {
    ...{ type: `/api/docs#${code}`, title, status, detail, code },
    ...(faults.length > 0 && { errors: faults }),
    ...(Object.keys(values).length > 0 && { values }),
  }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

/** The page that the form was on, where it was one of ours. */
function wayBack(c: Context<PublicEnv>): string {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return paths.home
  const { host, pathname, search } = new URL(from)
  const isOwn = host === c.req.header('host') || host === new URL(c.var.deps.config.baseUrl).host
  return isOwn && (c.req.method !== 'GET' || pathname !== c.req.path) ? ownPath(`${pathname}${search}`) : paths.home
}
