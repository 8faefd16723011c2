/** The rows of each view as a file, under the same filter. */
import { Hono } from 'hono'
import { fillingOf, fullestFirst } from '../../../domain/filling.ts'
import { openingsOf, weekOf } from '../../../domain/week.ts'
import type { Cell, FileTable } from '../../../files/table.ts'
import { formatDay } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import { download, formatOf } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { labelsOf } from './categories.ts'
import { type Cover, coverFor } from './cover.ts'
import { type FileView, fileViews } from './filter.ts'
import { type Directory, loadDirectory } from './load.ts'
import { saySpan, sayTaking } from './say.ts'

export const overviewFiles = new Hono<PageEnv>().get(
  '/organisations/:file{(list|capacity|calendar|coverage)\\.(csv|xlsx)}',
  async c => {
    const { file } = c.req.param()
    const directory = await loadDirectory(c)
    const view = fileViews.find(name => file.startsWith(`${name}.`))
    if (!directory || !view) throw absent()
    const name = `${directory.network.slug}-${c.var.t(`directory.${view}.file`)}`
    return download(c, { name, ...tables[view](directory) }, formatOf(file))
  },
)

type Rows = Pick<FileTable, 'columns' | 'rows'>
const tables: Record<FileView, (directory: Directory) => Rows> = {
  list: listTable,
  capacity: capacityTable,
  calendar: calendarTable,
  coverage: directory => coverageTable(directory, coverFor(directory)),
}

function listTable({ t, network, organisations, services }: Directory): Rows {
  const byOrganisation = Map.groupBy(services, ({ organisationId }) => organisationId)
  const columns = ['organisation', 'kind', 'town', 'offers', 'services', 'takes', 'languages', 'confirmed'] as const
  return {
    columns: columns.map(name => t(`directory.list.columns.${name}`)),
    rows: organisations.map(({ id, name, kind, city, categoryIds, languages, confirmedAt }) => {
      const its = byOrganisation.get(id) ?? []
      const offers = new Set([...its.flatMap(service => service.categoryIds), ...categoryIds])
      const confirmed = confirmedAt?.toISOString().slice(0, 10) ?? null
      return [
        ...[name, kind, city, labelsOf(network, [...offers]).join('; '), its.length],
        ...[sayTaking(t, its), languages.join('; '), confirmed],
      ]
    }),
  }
}

function capacityTable({ t, services }: Directory): Rows {
  const columns = ['service', 'organisation', 'cases', 'waiting', 'free', 'places'] as const
  return {
    columns: columns.map(name => t(`directory.capacity.${name}`)),
    rows: fullestFirst(services).map(service => {
      const { used, waiting, free } = fillingOf(service)
      const places = service.capacity ?? t('directory.capacity.none')
      return [service.name, service.organisationName, used, waiting, free, places]
    }),
  }
}

function calendarTable({ t, services, query, today }: Directory): Rows {
  const week = weekOf(query.week, today)
  const unknown = Array<Cell>(7).fill(t('directory.calendar.unknown'))
  return {
    columns: [
      t('directory.calendar.service'),
      t('directory.capacity.organisation'),
      ...week.days.map(day => formatDay(t, day)),
    ],
    rows: services.map(service => {
      const open = openingsOf(service, week)?.map(spans =>
        spans.length === 0 ? t('directory.calendar.closed') : spans.map(span => saySpan(t, span)).join('; '),
      )
      return [service.name, service.organisationName, ...(open ?? unknown)]
    }),
  }
}

function coverageTable({ t, land }: Directory, { needs }: Cover): Rows {
  const names = new Map(land.areas.map(({ code, name }) => [code, name]))
  const columns = ['need', 'services', 'authority', 'cells', 'unserved', 'fewest', 'most'] as const
  return {
    columns: columns.map(name => t(`directory.coverage.${name}`)),
    rows: needs.flatMap(({ label, services, places }) =>
      places.map(({ authority, cells, unserved, fewest, most }) => [
        ...[label, services, names.get(authority) ?? authority, cells, unserved, fewest, most],
      ]),
    ),
  }
}
