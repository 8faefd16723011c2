import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readKeptService } from '#src/db/services/kept.ts'
import { type App, startApp } from '../app.ts'
import { network, type World } from '../network.ts'
import { openChromium } from './chromium.ts'

let app: App
let world: World
let browser: Browser
let page: Page
const refused: string[] = []

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  // A boundary lies under what is drawn: pressing on it must draw all the same.
  const outline = [
    [-3.02, 53.31],
    [-2.82, 53.31],
    [-2.82, 53.48],
    [-3.02, 53.48],
    [-3.02, 53.31],
  ]
  await app.database.owner
    .updateTable('area')
    .set({ geometry: JSON.stringify({ type: 'Polygon', coordinates: [outline] }) })
    .where('code', '=', 'E08000012')
    .execute()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})
beforeEach(async () => {
  await app.database.owner
    .updateTable('service')
    .set({ catchment: JSON.stringify({ kind: 'network' }) })
    .where('id', '=', world.services.first)
    .execute()
})

/** The page of the area, its map begun; points of the map in pixels and in degrees. */
async function openArea({ touch = false } = {}) {
  const session = (await app.as(world.users.firstPrimary)).cookies.get('session') ?? ''
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, hasTouch: touch })
  await context.addCookies([{ name: 'session', value: session, url: app.url }])
  page = await context.newPage()
  page.on('console', message => message.type() === 'error' && refused.push(message.text()))
  await page.goto(`${app.url}/services/${world.services.first}/edit/area`)
  await page.getByLabel('An area drawn on the map').check()
  await page.locator('[data-draw][data-ready]').waitFor()
  await page.locator('.draw-canvas').scrollIntoViewIfNeeded()
  return context
}

async function mapBox() {
  const box = await page.locator('.draw-canvas').boundingBox()
  if (!box) throw new Error('no map')
  return box
}

type Spot = readonly [across: number, down: number]
const triangle: Spot[] = [
  [0.3, 0.3],
  [0.6, 0.3],
  [0.45, 0.6],
]
const second: Spot[] = [
  [0.7, 0.7],
  [0.85, 0.7],
  [0.78, 0.9],
]

async function press(spots: readonly Spot[], touch = false) {
  const box = await mapBox()
  for (const [across, down] of [...spots, ...spots.slice(0, 1)]) {
    const [x, y] = [box.x + across * box.width, box.y + down * box.height]
    await (touch ? page.touchscreen.tap(x, y) : page.mouse.click(x, y))
    await page.waitForTimeout(350)
  }
}

const drawn = async () => JSON.parse((await page.locator('input[name="shape"]').inputValue()) || 'null')
const saved = async () => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL('**/edit?done=saved')
  const { catchment } = await readKeptService(
    app.database.db,
    (await world.as('firstPrimary')).actor,
    world.services.first,
  )
  return catchment.kind === 'drawn' ? catchment.shape : null
}

/** Every corner within two pixels of where it was pressed: the map is Mercator, its scale that of the two outermost. */
async function expectWhere(ring: number[][], spots: readonly Spot[]) {
  const { width, height } = await mapBox()
  const pressed = spots
    .map(([across, down]) => [across * width, down * height] as const)
    .toSorted((a, b) => a[0] - b[0])
  const kept = ring
    .slice(1)
    .map(mercator)
    .toSorted((a, b) => a[0] - b[0])
  expect(kept).toHaveLength(pressed.length)
  const [first, last, from, to] = [kept[0], kept.at(-1), pressed[0], pressed.at(-1)]
  if (!first || !last || !from || !to) throw new Error('no corners')
  const scale = (last[0] - first[0]) / (to[0] - from[0])
  for (const [at, [x, y]] of kept.entries()) {
    expect(Math.abs(from[0] + (x - first[0]) / scale - (pressed[at]?.[0] ?? 0))).toBeLessThan(2)
    expect(Math.abs(from[1] - (y - first[1]) / scale - (pressed[at]?.[1] ?? 0))).toBeLessThan(2)
  }
}

function mercator([lng = 0, lat = 0]: number[]): readonly [number, number] {
  const radians = Math.PI / 180
  return [lng * radians, Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2))]
}

test('SVC-2: what is clicked with a mouse is what is saved: two areas, corner by corner', async () => {
  const context = await openArea()
  await press(triangle)
  await press(second)
  const shape = await drawn()
  expect(shape.coordinates).toHaveLength(2)
  await expectWhere(shape.coordinates[0][0], triangle)
  await expectWhere(shape.coordinates[1][0], second)
  const kept = await saved()
  const corners = (one: { coordinates: number[][][][] }) =>
    one.coordinates.map(([ring = []]) => new Set(ring.map(String)))
  expect(corners(kept as never)).toEqual(corners(shape))
  await context.close()
})

test('SVC-2: by touch, an area drawn inside another is left out of it', async () => {
  const context = await openArea({ touch: true })
  const outer: Spot[] = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.8, 0.8],
    [0.2, 0.8],
  ]
  const inner: Spot[] = [
    [0.4, 0.4],
    [0.6, 0.4],
    [0.5, 0.6],
  ]
  await press(outer, true)
  await press(inner, true)
  expect((await drawn()).coordinates).toHaveLength(2)
  expect((await saved())?.coordinates.map(polygon => polygon.length)).toEqual([2])
  await context.close()
})

test('SVC-2: a corner is dragged, one is added between two, one is removed, and each is undone', async () => {
  const context = await openArea()
  await press(triangle)
  const before = await drawn()
  await page.getByRole('button', { name: 'Change areas' }).click()
  const { x, y, width, height } = await mapBox()
  await page.mouse.click(x + 0.45 * width, y + 0.4 * height)
  await page.waitForTimeout(300)
  await page.mouse.move(x + 0.3 * width, y + 0.3 * height)
  await page.mouse.down()
  await page.mouse.move(x + 0.2 * width, y + 0.2 * height, { steps: 8 })
  await page.mouse.up()
  await page.waitForTimeout(300)
  const moved = await drawn()
  expect(moved.coordinates[0][0]).toHaveLength(4)
  expect(moved).not.toEqual(before)
  await page.mouse.click(x + 0.525 * width, y + 0.45 * height)
  await page.waitForTimeout(300)
  expect((await drawn()).coordinates[0][0], 'one more').toHaveLength(5)
  await page.mouse.click(x + 0.6 * width, y + 0.3 * height, { button: 'right' })
  await page.waitForTimeout(300)
  expect((await drawn()).coordinates[0][0], 'one fewer').toHaveLength(4)
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Undo' }).click()
  expect(await drawn()).toEqual(before)
  await context.close()
})

test('SVC-2: by touch, a corner is dragged, and removed by holding a finger on it', async () => {
  const context = await openArea({ touch: true })
  const square: Spot[] = [...triangle.slice(0, 2), [0.62, 0.6], [0.34, 0.6]]
  await press(square, true)
  await page.getByRole('button', { name: 'Change areas' }).tap()
  const { x, y, width, height } = await mapBox()
  await page.touchscreen.tap(x + 0.45 * width, y + 0.45 * height)
  await page.waitForTimeout(300)
  const finger = await context.newCDPSession(page)
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Spot[]) => {
    const touchPoints = at.map(([across, down]) => ({ x: x + across * width, y: y + down * height }))
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await touch('touchStart', [[0.3, 0.3]])
  for (const across of [0.28, 0.25, 0.22, 0.2]) await touch('touchMove', [[across, 0.3]])
  await touch('touchEnd', [])
  await page.waitForTimeout(300)
  const moved: Spot[] = [[0.2, 0.3], ...square.slice(1)]
  await expectWhere((await drawn()).coordinates[0][0], moved)
  await touch('touchStart', [[0.62, 0.6]])
  await page.waitForTimeout(900)
  await touch('touchEnd', [])
  await page.waitForTimeout(300)
  const kept = (await drawn()).coordinates[0][0]
  expect(kept, 'one fewer').toHaveLength(4)
  await expectWhere(kept, moved.toSpliced(2, 1))
  await context.close()
})

test('SVC-2: the buttons alone draw an area, and the page breaks no rule of its own', async () => {
  const context = await openArea()
  const map = page.locator('.draw-canvas')
  const add = page.getByRole('button', { name: 'Add corner at the map’s centre' })
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await add.press('Enter')
    await map.focus()
    await map.press(key)
    await page.waitForTimeout(500)
  }
  await add.press('Enter')
  await page.getByRole('button', { name: 'Remove last corner' }).press('Enter')
  await page.getByRole('button', { name: 'Finish this area' }).press('Enter')
  expect((await drawn()).coordinates[0][0]).toHaveLength(4)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as never as { axe: typeof axe }).axe.run())
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(await saved()).not.toBeNull()
  expect(refused).toEqual([])
  await context.close()
})
