/** A venue as somebody fills it in, and where a map shows it. */
import { z } from 'zod'
import type { Point } from './area.ts'
import { parsePostcode } from './postcode.ts'

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })

/** Facilities are terms of a network, by id. Secret: a refuge, never shown to the public or in a feed. */
export const venueForm = z
  .strictObject({
    name: words(200).default(''),
    address1: words(200).default(''),
    address2: words(200).default(''),
    city: words(100).default(''),
    postcode: z
      .string()
      .default('')
      .refine(typed => typed.trim() === '' || parsePostcode(typed).kind !== 'invalid', { error: 'postcode' })
      .transform(typed => typed.trim()),
    accessibility: words(1000).default(''),
    facilities: z.array(z.uuid()).max(60),
    secret: z.boolean(),
  })
  .refine(({ name, address1, postcode }) => name !== '' || address1 !== '' || postcode !== '', {
    error: 'venue',
    path: ['name'],
  })
export type VenueForm = z.infer<typeof venueForm>

/** What was chosen from those offered; what nobody offered here, such as another network's or a retired one, stays. */
export function facilitiesAfter(
  before: readonly string[],
  offered: readonly string[],
  chosen: readonly string[],
): string[] {
  return [...new Set([...before.filter(id => !offered.includes(id)), ...chosen])]
}

/** Worked out from the position, at the precision that is known. */
export function mapLink({ lat, lng }: Point, approximate: boolean): string {
  const zoom = approximate ? 13 : 17
  const [y, x] = [lat.toFixed(5), lng.toFixed(5)]
  return `https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=${zoom}/${y}/${x}`
}
