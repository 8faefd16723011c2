/** One row of a file as a service, or what is wrong with it. */
import { type Catchment, catchment } from '../domain/catchment.ts'
import { parseOpeningTimes } from '../domain/opening-times.ts'
import { parsePhone } from '../domain/phone.ts'
import { type ServiceDraft, serviceDraft } from '../domain/service-draft.ts'
import { type Field, type Mapping, type Row, readField } from './import-mapping.ts'

/** `key`: what stays the same when the file comes again. The organisation and the categories are still names. */
export type ServiceRow = {
  key: string
  organisation: string
  categories: string[]
  draft: Omit<ServiceDraft, 'organisationId' | 'networkId' | 'categoryIds'>
}
/** A code such as "postcode" or "name". */
export type RowFault = { fault: string }

export function readServiceRow(mapping: Mapping, row: Row): ServiceRow | RowFault {
  const value = (field: Field) => readField(mapping, field, row)
  const area = readCatchment(value('catchment'))
  if (!area) return { fault: 'catchment' }
  const parsed = draftOnly.safeParse({ ...describe(value), catchment: area })
  if (!parsed.success) return { fault: String(parsed.error.issues[0]?.path.at(-1) ?? 'row') }
  const categories = value('category')
    .split(/[|;\n]/)
    .map(label => label.trim())
    .filter(Boolean)
  if (categories.length === 0) return { fault: 'category' }
  const { name, venue } = parsed.data
  const key = value('key') || [name, venue?.postcode, venue?.postcode ? '' : venue?.address1].filter(Boolean).join('|')
  return { key: fold(key), organisation: value('organisation') || name, categories, draft: parsed.data }
}

/** For comparing names and keys: case and spaces do not count. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

const draftOnly = serviceDraft.omit({ organisationId: true, networkId: true, categoryIds: true })

function describe(value: (field: Field) => string) {
  const opening = value('openingTimes')
  const contact = sortContact(value('contact'))
  const hours = parseOpeningTimes(opening) ?? []
  const capacity = value('capacity')
  return {
    name: value('name').replace(/\s+/g, ' '),
    description: [value('description'), hours.length === 0 ? opening : '', contact.rest].filter(Boolean).join('\n\n'),
    venue: {
      ...{ address1: oneLine(value('address1')), address2: oneLine(value('address2')), city: value('city') },
      ...{ postcode: value('postcode'), accessibility: value('accessibility') },
    },
    capacity: capacity === '' ? null : Number(capacity),
    hours,
    phone: value('phone') || contact.phone,
    email: value('email') || contact.email,
    website: withProtocol(value('website')),
  }
}

function sortContact(text: string): { phone: string; email: string | null; rest: string } {
  const parts = text
    .split(/[\n;,]|\s+or\s+/)
    .map(part => part.trim())
    .filter(Boolean)
  const email = parts.find(part => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(part)) ?? null
  const phone = parts.find(part => /^[+\d][\d ()-]{8,}$/.test(part) && parsePhone(part)) ?? ''
  return { email, phone, rest: parts.filter(part => part !== email && part !== phone).join('\n') }
}

function readCatchment(text: string): Catchment | null {
  const parts = text.split(/[|;,\s]+/).filter(Boolean)
  const parsed = catchment.safeParse(
    guessCatchment(
      text.trim().toLowerCase(),
      parts.map(part => part.toUpperCase()),
    ),
  )
  return parsed.success ? parsed.data : null
}

function guessCatchment(text: string, parts: string[]): unknown {
  if (text === '' || text === 'network') return { kind: 'network' }
  if (text === 'everywhere') return { kind: 'everywhere' }
  if (/^radius \d+$/.test(text)) return { kind: 'radius', metres: Number(text.slice(7)) }
  if (parts.every(part => /^[A-Z]\d{8}$/.test(part))) return { kind: 'authorities', authorities: parts }
  return { kind: 'districts', districts: parts }
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ', ')

function withProtocol(address: string): string | null {
  const [first = ''] = address.trim().split(/\s+/)
  if (first === '') return null
  return /^[a-z]+:/i.test(first) ? first : `https://${first}`
}
