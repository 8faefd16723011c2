/** The feed of the demonstration before the published schemas of Open Referral UK 3.0; skipped where they are not at hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { freshDemonstration } from '#test/demonstration.ts'
import { ask, askAll, example, faults, hasSchemas, lists, schemaOf, validator } from '#test/open-referral.ts'

if (!hasSchemas) console.warn('ONWARD_SCHEMAS names no folder with oruk-3.0: the feed is not held against its schemas.')

describe.skipIf(!hasSchemas)('API-2: the feed keeps to the published schemas', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp({}, await freshDemonstration())
  }, 300_000)
  afterAll(() => app?.stop())

  test.each(lists)('API-2: every item of %s, in its list and alone, is valid', async noun => {
    const check = validator(schemaOf[noun])
    const items = await askAll(app.url, `/${noun}`, 7)
    expect(items.length).toBeGreaterThan(1)
    expect(items.flatMap(item => faults(check, item))).toEqual([])
    for (const { id } of items.slice(0, 20)) {
      const { status, body } = await ask(app.url, `/${noun}/${id}`)
      expect(status).toBe(200)
      expect(faults(check, body)).toEqual([])
      if (noun === 'service_at_locations') expect(faults(validator('service'), body)).toEqual([])
    }
  })

  test('API-2: full services are valid too, with outlines as GeoJSON', async () => {
    const check = validator('service')
    const items = await askAll(app.url, '/services?full=true')
    expect(items.flatMap(item => faults(check, item))).toEqual([])
    const extents = items.flatMap(({ service_areas = [] }) => service_areas).filter(area => area.extent)
    expect(
      extents.every(area => JSON.parse(area.extent).type === 'MultiPolygon' && area.extent_type === 'geojson'),
    ).toBe(true)
  })

  test('the good examples pass and the bad ones fail, so the check can tell', () => {
    const service = validator('service')
    expect(faults(service, example('oruk-3.0/service_full.json'))).toEqual([])
    expect(faults(service, example('oruk-validator-mocks/V3.0-UK-Default/service_full.json'))).toEqual([])
    expect(faults(service, example('oruk-validator-mocks/V3.0-UK-Fail/service_full.json'))).not.toEqual([])
    const id = 'ac148810-d857-441c-9679-408f346de14b'
    expect(faults(service, { id, name: 'A', status: 'active' })).toEqual([])
    for (const bad of [{ id: 'x' }, { status: 'open' }, { description: null }, { email: '' }])
      expect(faults(service, { id, name: 'A', status: 'active', ...bad })).not.toEqual([])
  })
})
