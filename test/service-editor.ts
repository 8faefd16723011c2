/** The editor of the first service: its pages, what is kept of it, and whether it would be suggested. */
import { readNetwork } from '#src/db/networks.ts'
import { placeOf } from '#src/db/places.ts'
import { readKeptService } from '#src/db/services/kept.ts'
import { findSuggestions } from '#src/db/suggestions.ts'
import type { Answer, Browser } from './browser-like.ts'
import type { World } from './network.ts'

export type Editor = ReturnType<typeof serviceEditor>

const noon = () => new Date('2026-06-03T11:00:00Z')

export function serviceEditor(world: World, primary: Browser) {
  const { db } = world.database
  const { first } = world.services
  const page = (section: string) => `/services/${first}/edit${section ? `/${section}` : ''}`
  return {
    page,
    kept: async () => readKeptService(db, (await world.as('firstPrimary')).actor, first),
    /** To somebody there who needs food. */
    isSuggested: async (postcode = 'L4 9ZQ', age: number | null = null) => {
      const asked = { needs: [world.categories.food], place: await placeOf(db, postcode), facts: { age, groups: {} } }
      const { suggested } = await findSuggestions(db, await readNetwork(db, world.networkId), asked, noon())
      return suggested.some(({ serviceId }) => serviceId === first)
    },
    /** A form with a file, its token from the page before. */
    upload: async (path: string, fields: Record<string, string>, name: string, file: Blob): Promise<Answer> => {
      const { text } = await primary.get(page('public'))
      const body = new FormData()
      body.set('token', /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '')
      for (const [key, value] of Object.entries(fields)) body.set(key, value)
      body.set(name, file, 'whatever.bin')
      return primary.request(path, { method: 'POST', body, headers: { origin: primary.origin } })
    },
  }
}
