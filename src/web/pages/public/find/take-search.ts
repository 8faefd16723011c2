/** Words and a place as they were posted: sealed into an address, or the field at fault. */
import { type PlaceRead, readPlace } from '../../../../db/open-data/place.ts'
import { typedSearch } from '../../../../domain/public-search.ts'
import type { T } from '../../../../words/index.ts'
import type { AnyContext } from '../../../env.ts'
import { read, wordErrors } from '../../../forms.ts'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { readFindQuery, sealSearch, writeFindQuery } from '../query.ts'
import type { Site } from '../site.ts'

type Taken = { to: string } | { values: FormValues; errors: FormErrors }

/** `path`: of the page that shows what is found. */
export async function takeSearch(c: AnyContext, site: Site, path: string): Promise<Taken> {
  const { t } = site
  const form = read(typedSearch, c.var.form)
  if (!form.ok) return { values: form.typed, errors: wordErrors(t, form.errors) }
  const place = await readPlace(c.var.deps.database.db, site, form.value.place)
  if (!place.ok) return { values: form.typed, errors: { place: sayUnknown(t, place) } }
  return { to: site.to(path, writeFindQuery(readFindQuery(c.req.url, site), { s: sealSearch(c, site, form.value) })) }
}

type Unknown = Extract<PlaceRead, { ok: false }>

function sayUnknown(t: T, { why, meant }: Unknown): string {
  if (meant) return t('publicDirectory.place.meant', { meant })
  return t(why === 'unknown' ? 'publicDirectory.place.unknown' : 'publicDirectory.place.postcodeUnknown')
}
