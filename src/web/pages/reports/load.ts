/** A report's answer, with the names that its page, filters and files show. */

import type { MultiPolygon } from 'geojson'
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { readMiddles, readOutlines } from '../../../db/areas.ts'
import { actAs } from '../../../db/database.ts'
import { type FilterChoices, readFilterChoices } from '../../../db/referrals/choices.ts'
import type { Actor } from '../../../domain/policy.ts'
import { type Answer, askReport, listBehind } from '../../../reports/ask.ts'
import { inTurn } from '../../../reports/lane.ts'
import type { ListLink } from '../../../reports/report.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { type ListQuery, listHref, working } from '../referrals/query.ts'
import { errorsIn, type ReportQuery, readReportQuery } from './query.ts'

export type Shown = {
  t: T
  actor: Actor
  query: ReportQuery
  answer: Answer
  errors: FormErrors
  choices: FilterChoices
  /** Of networks and organisations, by id. */
  names: ReadonlyMap<string, string>
  now: Date
  outlines: ReadonlyMap<string, MultiPolygon>
  /** The middles of postcode districts, for a map of them. */
  dots: ReadonlyMap<string, { lat: number; lng: number }>
}

export async function loadReport(c: Context<PageEnv>): Promise<Shown> {
  const { t, ctx, session } = c.var
  const actor = working(c.var.actor, session?.networkId)
  const query = readReportQuery(c.req.url)
  const read = async (trx: typeof ctx.db) => {
    const answer = await askReport({ db: trx, now: ctx.now }, actor, c.req.param('report') ?? '', query)
    const { whose } = answer
    const networks = 'networkId' in whose ? [whose.networkId] : actor.networks.map(({ id }) => id)
    const choices = await readFilterChoices(trx, whose.kind === 'installation' ? null : networks, actor.organisationId)
    const drawn = answer.figures.charts.some(({ kind }) => kind === 'map')
    const outlines = await readOutlines(trx, drawn ? choices.areas.map(({ id }) => id) : [])
    const dots = await readMiddles(
      trx,
      answer.figures.rows.flatMap(({ place }) => place?.district ?? []),
    )
    const names = await namesFor(trx, actor)
    return { t, actor, query, answer, errors: errorsIn(t, query), choices, names, now: ctx.now(), outlines, dots }
  }
  return inTurn(() => actAs(ctx.db, whoIs(actor), read))
}

/** What the viewer may choose among is called by its name. */
export async function namesFor(db: Context<PageEnv>['var']['ctx']['db'], actor: Actor): Promise<Map<string, string>> {
  const ids = [...new Set([...actor.coordinates, ...actor.commissions])]
  const rows = ids.length ? await db.selectFrom('network').select(['id', 'name']).where('id', 'in', ids).execute() : []
  const own = actor.organisationId ? [[actor.organisationId, actor.organisationName ?? ''] as const] : []
  return new Map([...rows.map(({ id, name }) => [id, name] as const), ...own])
}

/** The address of the list behind a number. */
export function hrefBehind({ answer, query }: Pick<Shown, 'answer' | 'query'>, link: ListLink | null | undefined) {
  const list = listBehind(answer, query, link)
  return list ? listHref(list as Partial<ListQuery> as ListQuery) : undefined
}
