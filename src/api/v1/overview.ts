/** The figures of the overviews: how full, open when, serving where; for people's own tables, charts and maps. */
import { coverFor } from '../../db/directory/cover.ts'
import { readOverview } from '../../db/directory/overview.ts'
import type { OverviewService } from '../../db/directory/services.ts'
import { readShapes } from '../../db/directory/shapes.ts'
import { readNetwork } from '../../db/networks.ts'
import { totalsOf } from '../../domain/filling.ts'
import { asGeoJson } from '../../domain/outline.ts'
import { dayOf, openingsOf, weekOf } from '../../domain/week.ts'
import type { ApiEnv } from '../env.ts'
import { newApi } from '../openapi.ts'
import { nextPage, readNameCursor, writeNameCursor } from '../paging.ts'
import { networksFor } from '../reach.ts'
import { asFeature, geoJsonType } from './geojson.ts'
import { calendar, capacity, catchments, coverage } from './overview-routes.ts'
import { shapeLoad, shapeNamed } from './overview-shape.ts'

export const overview = newApi()
  .openapi(capacity, async c => {
    const query = c.req.valid('query')
    const { services } = await look(c.var, query)
    const { rows, next } = cut(services, query)
    const totals = { services: services.length, ...totalsOf(services) }
    const shown = rows.map(one => ({ ...shapeLoad(one), categories: one.categoryIds }))
    return c.json({ totals, services: shown, next: nextPage(c.req.url, next) }, 200)
  })
  .openapi(calendar, async c => {
    const query = c.req.valid('query')
    const { services, today } = await look(c.var, query)
    const week = weekOf(query.week, today)
    const all = services.map(service => openingsOf(service, week))
    const open = week.days.map((_, at) => all.filter(days => (days?.[at]?.length ?? 0) > 0).length)
    const { rows, next } = cut(services, query)
    const shown = rows.map(one => ({ ...shapeNamed(one), openings: shapeWeek(openingsOf(one, week)) }))
    return c.json({ days: week.days, open, services: shown, next: nextPage(c.req.url, next) }, 200)
  })
  .openapi(coverage, async c => {
    const query = c.req.valid('query')
    const seen = await look(c.var, query)
    const { needs } = coverFor(seen, query.category)
    const { cells, metres } = seen.land.grid
    const squares = cells.map(({ box, area }) => ({ box: [...box], authority: area }))
    const shown = needs.map(({ id, ...need }) => ({ category: id, ...need }))
    return c.json({ metres, areas: seen.land.areas, squares, needs: shown }, 200)
  })
  .openapi(catchments, async c => {
    const query = c.req.valid('query')
    const { services } = await look(c.var, query)
    const { rows, next } = cut(services, query)
    const shapes = await readShapes(
      c.var.ctx.db,
      query.network,
      rows.map(({ catchment }) => catchment),
    )
    // Of a venue that is kept secret the overview knows no point, so no circle is drawn round it.
    const features = rows.map(one => asFeature(one, asGeoJson(one.catchment, { ...shapes, venue: one.venue })))
    return c.json({ type: 'FeatureCollection', features, next: nextPage(c.req.url, next) } as const, 200, geoJsonType)
  })

type Query = { network: string; category?: string | undefined; area?: string | undefined }

async function look({ actor, ctx }: ApiEnv['Variables'], { network: id, category, area }: Query) {
  await networksFor(ctx.db, actor, id)
  const network = await readNetwork(ctx.db, id)
  const today = dayOf(ctx.now())
  return { network, today, ...(await readOverview(ctx.db, network, { category, area }, today)) }
}

/** A page of them, by name. */
function cut(services: readonly OverviewService[], { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = readNameCursor(cursor)
  const sorted = services.toSorted(compare)
  const left = after ? sorted.filter(one => compare(one, after) > 0) : sorted
  const rows = left.slice(0, limit)
  return { rows, next: left.length > limit ? writeNameCursor(rows.at(-1) ?? null) : null }
}

type Named = { id: string; name: string }
function compare(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

function shapeWeek(openings: ReturnType<typeof openingsOf>) {
  return (
    openings?.map(day => day.map(({ opens, closes }) => ({ opens: opens.slice(0, 5), closes: closes.slice(0, 5) }))) ??
    null
  )
}
