/** What is drawn or uploaded for a service: its catchment (SVC-2) and its picture (SVC-5). */
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveCatchment, shapeOfDrawn } from '#src/actions/save-catchment.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { network, type World } from '../network.ts'
import { type Editor, serviceEditor } from '../service-editor.ts'

let app: App
let world: World
let primary: Browser
let editor: Editor
const page = (section: string) => editor.page(section)
const kept = () => editor.kept()
const isSuggested: Editor['isSuggested'] = (...asked) => editor.isSuggested(...asked)

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  world = await network({ database: app.database, settings: { publicDirectory: true } })
  primary = await app.as(world.users.firstPrimary)
  editor = serviceEditor(world, primary)
})

const upload: Editor['upload'] = (...sent) => editor.upload(...sent)

test('SVC-2: matching respects a drawn hole and a second polygon', async () => {
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  const ctx = await world.as('firstPrimary')
  const draw = (...rings: number[][][]) =>
    saveCatchment(ctx, world.services.first, {
      kind: 'drawn',
      shape: shapeOfDrawn({ type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) }, 'shape'),
    })
  await draw(square(-3, 53.4, 0.1))
  expect(await isSuggested('L4 9ZQ')).toBe(true)
  expect(await isSuggested('M1 9ZQ')).toBe(false)
  await draw(square(-3, 53.4, 0.1), square(-2.97, 53.43, 0.02))
  expect(await isSuggested('L4 9ZQ'), 'in the hole').toBe(false)
  await draw(square(-3, 53.4, 0.1), square(-2.97, 53.43, 0.02), square(-2.3, 53.45, 0.1))
  expect(await isSuggested('M1 9ZQ'), 'in the second polygon').toBe(true)
  const { catchment } = await kept()
  expect(catchment.kind === 'drawn' && catchment.shape.coordinates.map(polygon => polygon.length)).toEqual([2, 1])
})

test('SVC-2: every way but drawing works without a script', async () => {
  await primary.fill(page('area'), { kind: 'districts', districts: 'l4, CH41 1aa  L5' })
  expect((await kept()).catchment).toEqual({ kind: 'districts', districts: ['L4', 'CH41', 'L5'] })
  await primary.fill(page('area'), { kind: 'authorities', authorities: 'E08000012' })
  expect((await kept()).catchment).toEqual({ kind: 'authorities', authorities: ['E08000012'] })
  await primary.fill(page('area'), { kind: 'everywhere' })
  expect((await kept()).catchment).toEqual({ kind: 'everywhere' })
  const radius = await primary.fill(page('area'), { kind: 'radius', miles: '2.5' })
  expect(radius.status, 'without a venue').toBe(422)
  const wrong = await primary.fill(page('area'), { kind: 'districts', districts: 'L4, Liverpool' })
  expect(wrong.text).toContain('is not the first half of a postcode')
})

test.each([
  [
    'crosses itself',
    JSON.stringify(
      polygon([
        [-3, 53.4],
        [-2.9, 53.5],
        [-2.9, 53.4],
        [-3, 53.5],
      ]),
    ),
    'crosses itself',
  ],
  [
    'lies in another country',
    JSON.stringify(
      polygon([
        [2.3, 48.8],
        [2.4, 48.8],
        [2.4, 48.7],
      ]),
    ),
    'outside the United Kingdom',
  ],
  ['has 50,000 corners', JSON.stringify(polygon(circleOf(50_000))), 'at most 5,000'],
  ['is no GeoJSON', '<svg/>', 'not GeoJSON with polygons'],
])('SVC-2: an uploaded area that %s is refused with a clear message', async (_, text, words) => {
  const answer = await upload(page('area'), { kind: 'drawn' }, 'file', new Blob([text]))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
})

test('SVC-2: an uploaded area with a hole is kept as it is', async () => {
  const hole = [
    [-2.97, 53.43],
    [-2.97, 53.45],
    [-2.95, 53.45],
    [-2.95, 53.43],
    [-2.97, 53.43],
  ]
  const file = polygon([
    [-3, 53.4],
    [-2.9, 53.4],
    [-2.9, 53.5],
    [-3, 53.5],
  ])
  file.coordinates.push(hole)
  const answer = await upload(page('area'), { kind: 'drawn' }, 'file', new Blob([JSON.stringify(file)]))
  expect(answer.status).toBe(303)
  expect(await isSuggested('L4 9ZQ')).toBe(false)
})
test('SVC-5: an uploaded picture is drawn anew, without its EXIF, never without words, and shown as nothing but a picture', async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5a4e' } })
    .withExif({ IFD0: { Copyright: 'Somewhere secret' } })
    .jpeg()
    .toBuffer()
  const file = new Blob([new Uint8Array(photo)])
  const silent = await upload(page('picture'), { alt: ' ' }, 'picture', file)
  expect(silent.status).toBe(422)
  expect(silent.text).toContain('Say in a few words what the picture shows')
  const disguised = await upload(page('picture'), { alt: 'A page' }, 'picture', new Blob(['<script>alert(1)</script>']))
  expect(disguised.text).toContain('must be a JPG')
  expect((await upload(page('picture'), { alt: 'A green wall' }, 'picture', file)).status).toBe(303)
  const { pictureId } = await kept()
  const served = await primary.request(`/pictures/${pictureId}`)
  expect(served.headers.get('content-type')).toBe('image/webp')
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  expect(served.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(served.text).not.toContain('Somewhere secret')
  const asAnybody = async (end = '') => (await app.browser().get(`/pictures/${pictureId}${end}`)).status
  expect(await asAnybody(), 'listed').toBe(200)
  expect(await asAnybody('/cut'), 'listed').toBe(200)
  const open = (to: boolean) =>
    sql`update network set settings = settings || jsonb_build_object('publicDirectory', ${to}::boolean)
      where id = ${world.networkId}`.execute(app.database.owner)
  await open(false)
  expect(await asAnybody(), 'directory closed').toBe(404)
  await open(true)
  await primary.fill(page('public'), { description: 'Food for the week.' })
  expect(await asAnybody(), 'not listed').toBe(404)
  expect(await asAnybody('/cut'), 'not listed').toBe(404)
})

test('SVC-5: what shows of a picture is seen before anybody else sees it, and chosen by pressing it or by buttons', async () => {
  const wide = { width: 400, height: 100, channels: 3 as const, background: '#ffffff' }
  const red = { create: { width: 100, height: 100, channels: 3 as const, background: '#ff0000' } }
  const photo = await sharp({ create: wide })
    .composite([{ input: red, left: 300, top: 0 }])
    .png()
    .toBuffer()
  await upload(page('picture'), { alt: 'Red at the end' }, 'picture', new Blob([new Uint8Array(photo)]))
  const shown = async () => {
    const { text } = await primary.get(page('public'))
    const [address = ''] = text.match(/\/pictures\/[^"]+\/cut[^"]*/) ?? []
    const cookie = `session=${primary.cookies.get('session')}`
    const response = await fetch(new URL(address, app.url), { headers: { cookie } })
    const picture = sharp(await response.arrayBuffer())
    const { dominant } = await picture.stats()
    const { width, height } = await picture.metadata()
    return { address, size: [width, height], isRed: dominant.r > 200 && dominant.g < 60, text }
  }
  const first = await shown()
  expect([first.size, first.isRed]).toEqual([[150, 100], false])
  expect(first.text).toContain('Further right')
  expect(first.text).not.toContain('Further up')
  await primary.post(page('picture/cut'), { 'focus.x': '260', 'focus.y': '30' })
  const pressed = await shown()
  expect(pressed.isRed).toBe(true)
  expect(pressed.address, 'nobody is shown the one before').not.toBe(first.address)
  await primary.post(page('picture/cut'), { 'focus.x': '0', 'focus.y': '0' })
  expect((await shown()).address, 'by a key: nothing was pressed').toBe(pressed.address)
  for (const _ of [1, 2, 3, 4]) await primary.post(page('picture/cut'), { move: 'left' })
  const moved = await shown()
  expect(moved.isRed).toBe(false)
  expect(moved.text).toContain('Further right')
  expect((await primary.get(`/organisations/${world.organisations.first}`)).text).toContain(moved.address)
})
function polygon(corners: number[][]) {
  return { type: 'Polygon', coordinates: [[...corners, corners[0] ?? []]] }
}

function circleOf(corners: number): number[][] {
  return Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners) * 2 * Math.PI
    return [-2.9 + 0.1 * Math.cos(angle), 53.4 + 0.1 * Math.sin(angle)]
  })
}
