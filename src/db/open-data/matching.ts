/** What is asked of public services, as conditions: each of them alone narrows, all of them together more. */
import { type RawBuilder, sql } from 'kysely'
import { type Place, travel } from '../../domain/area.ts'
import { publicRows } from './public.ts'

/** All of them together narrow. Days by number, 1 being Monday; times as HH:MM. `located`: only what is given at a place that may be told. */
export type OpenFilters = {
  search?: string | undefined
  termId?: string | undefined
  taxonomyId?: string | undefined
  organisationId?: string | undefined
  minimumAge?: number | undefined
  maximumAge?: number | undefined
  day?: number | undefined
  startTime?: string | undefined
  endTime?: string | undefined
  modifiedAfter?: Date | undefined
  located?: boolean | undefined
  /** Of the person: what does not serve it is left out; with `metres`, also what is farther away. */
  near?: { place: Place; metres: number | null } | undefined
}
/** By `updated_at` of the service or a change of its organisation, whichever came last. */
export const lastModified = sql<Date>`greatest(s.updated_at, o.changed_at)`

/** Their ids and names. */
export function matching(filters: OpenFilters): RawBuilder<unknown> {
  const conditions = [...byWords(filters), ...byPlace(filters), ...byCategory(filters), ...byTime(filters)]
  return sql`
    select s.id, s.name from ${publicRows}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    group by s.id ${ages(filters)}`
}

function byWords({ search, modifiedAfter, organisationId }: OpenFilters): RawBuilder<unknown>[] {
  return [
    ...(search ? foundBy(search) : []),
    ...(modifiedAfter ? [sql`${lastModified} >= ${modifiedAfter}`] : []),
    ...(organisationId ? [sql`s.organisation_id = ${organisationId}::uuid`] : []),
  ]
}

/** All of the words; the longest narrows by index first, which knows three letters and more. */
function foundBy(search: string): RawBuilder<unknown>[] {
  const words = search
    .trim()
    .split(/\s+/)
    .map(word => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const [longest = ''] = words.toSorted((a, b) => b.length - a.length)
  const like = sql`like plain(${longest})`
  const all = sql`plain(s.name || ' ' || o.name || ' ' || s.description)
    like all (array(select plain(word) from unnest(${words}::text[]) word))`
  if (longest.length < '%abc%'.length) return [all]
  return [
    sql`s.id in (select id from service where plain(name) ${like} union all select id from service where plain(description) ${like}
      union all select its.id from organisation whose join service its on its.organisation_id = whose.id where plain(whose.name) ${like})`,
    ...(words.length > 1 ? [all] : []),
  ]
}

/** Narrows by box and by latitude to what may serve the place, or be near it: the rule decides. */
function byPlace({ located, near }: OpenFilters): RawBuilder<unknown>[] {
  const { point = null, approximate = true } = near?.place ?? {}
  return [
    ...(located
      ? [sql`exists (select from location l where l.id = s.location_id and not l.secret ${latitudes(near)})`]
      : []),
    ...(point && !approximate
      ? [
          sql`not exists (select from service_category c where c.service_id = s.id and not c.reach @> box(point(${point.lng}, ${point.lat})))`,
        ]
      : []),
  ]
}

function latitudes(near: OpenFilters['near']): RawBuilder<unknown> {
  const { point = null } = near?.place ?? {}
  if (!near?.metres || !point) return sql``
  const north = travel(point, near.metres, 0).lat - point.lat
  return sql`and l.latitude between ${point.lat - north} and ${point.lat + north}`
}

/** A term takes in those below it. */
function byCategory({ termId, taxonomyId }: OpenFilters): RawBuilder<unknown>[] {
  const term = sql`(select path from category where id = ${termId}::uuid)`
  return [
    ...(taxonomyId
      ? [sql`i.network_id = ${taxonomyId}::uuid and ${hasCategory(sql`k.network_id = ${taxonomyId}::uuid`)}`]
      : []),
    ...(termId
      ? [
          sql`i.network_id = (select network_id from category where id = ${termId}::uuid) and ${hasCategory(sql`k.path <@ ${term}`)}`,
        ]
      : []),
  ]
}

function hasCategory(which: RawBuilder<unknown>) {
  return sql`s.id in (select c.service_id from service_category c join category k on k.id = c.category_id
    where k.retired_at is null and ${which})`
}

/** The three speak of one and the same opening. */
function byTime({ day, startTime, endTime }: OpenFilters): RawBuilder<unknown>[] {
  if (day === undefined && !startTime && !endTime) return []
  const asked = [
    ...(day === undefined ? [] : [sql`h.weekday = ${day}`]),
    ...(startTime ? [sql`h.opens >= ${startTime}::time`] : []),
    ...(endTime ? [sql`h.closes <= ${endTime}::time and h.closes > h.opens`] : []),
  ]
  return [sql`exists (select from opening_hours h where h.service_id = s.id and ${sql.join(asked, sql` and `)})`]
}

/** Whoever may come in one of the networks may come. */
function ages({ minimumAge, maximumAge }: OpenFilters): RawBuilder<unknown> {
  const asked = [
    ...(minimumAge === undefined
      ? []
      : [sql`min(coalesce((i.restrictions #>> '{ages,from}')::int, 0)) >= ${minimumAge}`]),
    ...(maximumAge === undefined
      ? []
      : [sql`max(coalesce((i.restrictions #>> '{ages,to}')::int, 1000)) <= ${maximumAge}`]),
  ]
  return asked.length > 0 ? sql`having ${sql.join(asked, sql` and `)}` : sql``
}
