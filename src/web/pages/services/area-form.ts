/** An area as a form has it, and as a catchment: every way but drawing works without a script. */

import { shapeOfDrawn } from '../../../actions/save-catchment.ts'
import { areaCode, type Catchment } from '../../../domain/catchment.ts'
import { checkDrawn } from '../../../domain/drawn.ts'
import { outwardOf, parsePostcode } from '../../../domain/postcode.ts'
import { isProblem, Problem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { FormValues } from '../../ui/context.tsx'
import { metresOf, milesOf } from './say.ts'

export const kinds = ['network', 'authorities', 'districts', 'radius', 'drawn', 'everywhere'] as const
export type Kind = (typeof kinds)[number]
const mostBytes = 5 * 1024 * 1024

export function valuesOf(catchment: Catchment): FormValues {
  return {
    kind: catchment.kind,
    authorities: catchment.kind === 'authorities' ? catchment.authorities : [],
    districts: catchment.kind === 'districts' ? catchment.districts.join(', ') : '',
    miles: catchment.kind === 'radius' ? milesOf(catchment.metres) : '',
    shape: catchment.kind === 'drawn' ? JSON.stringify(catchment.shape) : '',
  }
}

export function typedIn(form: FormData): FormValues {
  const text = (name: string) => String(form.get(name) ?? '')
  const [kind, districts, miles, shape] = ['kind', 'districts', 'miles', 'shape'].map(text)
  return { kind, districts, miles, shape, authorities: form.getAll('authorities').map(String) }
}

/** Throws a Problem at the input at fault. */
export async function readCatchment(t: T, form: FormData): Promise<Catchment> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const kind = kinds.find(one => one === text('kind'))
  switch (kind) {
    case 'everywhere':
    case 'network':
      return { kind }
    case 'authorities':
      return { kind, authorities: readAuthorities(t, form) }
    case 'districts':
      return { kind, districts: readDistricts(t, text('districts')) }
    case 'radius':
      return { kind, metres: readMiles(t, text('miles')) }
    case 'drawn':
      return { kind, shape: await readShape(t, form) }
    default:
      throw refuse(t('problem.field.choose'), 'kind')
  }
}

function readAuthorities(t: T, form: FormData): string[] {
  const codes = form.getAll('authorities').map(String)
  const known = [...new Set(codes)].filter(code => areaCode.safeParse(code).success).slice(0, 400)
  if (known.length === 0) throw refuse(t('service.area.authoritiesMissing'), 'authorities')
  return known
}

function readDistricts(t: T, typed: string): string[] {
  const parts = typed
    .toUpperCase()
    .replace(wholePostcode, '$1')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const wrong = parts.find(part => districtIn(part) === null)
  if (wrong) throw refuse(t('service.area.districtWrong', { typed: wrong.slice(0, 12) }), 'districts')
  if (parts.length === 0 || parts.length > 400) throw refuse(t('service.area.districtsMissing'), 'districts')
  return [...new Set(parts.flatMap(part => districtIn(part) ?? []))]
}

/** The second half says nothing more about the district. */
const wholePostcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s+\d[A-Z]{2}\b/g

/** L4, or the L4 of a whole postcode. */
function districtIn(part: string): string | null {
  const parsed = parsePostcode(part)
  return parsed.kind === 'invalid' ? null : outwardOf(parsed)
}

function readMiles(t: T, typed: string): number {
  const miles = Number(typed.replace(',', '.'))
  const metres = metresOf(miles)
  if (typed === '' || !Number.isFinite(miles) || metres < 100 || metres > 200_000)
    throw refuse(t('service.area.milesWrong'), 'miles')
  return metres
}

/** A file, where one was sent, comes before what was drawn. */
async function readShape(t: T, form: FormData) {
  const file = form.get('file')
  const isSent = file instanceof File && file.size > 0
  const field = isSent ? 'file' : 'shape'
  if (isSent && file.size > mostBytes) throw refuse(t('service.area.fault.too_detailed'), field)
  const text = isSent ? await file.text() : String(form.get('shape') ?? '')
  if (text.trim() === '') throw refuse(t('service.area.shapeMissing'), 'shape')
  const geojson = parseJson(text)
  return inWords(t, () => (isSent ? checkDrawn(geojson, field) : shapeOfDrawn(geojson, field)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const faults = [
  'empty',
  'too_detailed',
  'outside_uk',
  'crosses_itself',
  'not_closed',
  'too_few_corners',
  'no_area',
  'not_polygons',
] as const

/** The rule's refusal in the page's language. */
function inWords<A>(t: T, work: () => A): A {
  try {
    return work()
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    const fault = faults.find(one => one === problem.values.reason)
    throw fault ? refuse(t(`service.area.fault.${fault}`), problem.field ?? 'shape') : problem
  }
}

function refuse(words: string, field: string): Problem {
  return new Problem('invalid', words, { field })
}
