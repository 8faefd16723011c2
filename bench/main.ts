/**
 * `npm run bench`: every benchmark, a table on the console and docs/benchmarks.md.
 * `npm run bench -- suggestions referrals` runs those alone and writes nothing; `--million` adds a million referrals;
 * `--folder F` keeps the filled databases in F for the next run; ONWARD_POSTCODES=folder adds the import.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { measureFootprint } from './footprint.ts'
import { measureInbox } from './inbox.ts'
import { measureLists } from './lists.ts'
import { defaults } from './measure.ts'
import { measureOverview } from './overview.ts'
import { measurePostcodes } from './postcodes.ts'
import { root } from './processes.ts'
import { measureReferrals } from './referrals.ts'
import { measureReminders } from './reminders.ts'
import { reportText } from './report.ts'
import { measureReports } from './reports.ts'
import { type Section, sectionText } from './section.ts'
import { measureSignIn } from './sign-in.ts'
import { measureSuggestions, sizes } from './suggestions.ts'
import { openWorld, type Place, type World } from './world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { million: { type: 'boolean' }, folder: { type: 'string' }, seconds: { type: 'string' } },
})
if (values.seconds) defaults.seconds = Number(values.seconds)
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'onward-bench-'))
const world = await openWorld(folder, say)
try {
  await run(world)
} finally {
  await world.close()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}

async function run(world: World) {
  const sections: Section[] = []
  const add = async (name: string, measure: () => Promise<Section>) => {
    if (positionals.length > 0 && !positionals.includes(name)) return
    say(`Measuring ${name} …`)
    const began = performance.now()
    const section = await measure().catch((error: unknown) => failed(name, error))
    say(`\n${sectionText(section)}\n\nIt took ${Math.round((performance.now() - began) / 1000)} s.\n`)
    sections.push(section)
  }
  const places = await openPlaces(world)
  const full = places.get(100_000) as Place
  await add('suggestions', () => measureSuggestions(world, full))
  await add('referrals', () => measureReferrals(world, places))
  await add('pages', () => measureInbox(world, full))
  await add('overview', () => measureOverview(world, places.get(10_000) ?? full))
  await add('sign-in', () => measureSignIn(full))
  await add('lists', () => measureLists(world, places.get(1_000_000) ?? full))
  await add('reports', () => measureReports(world, places.get(1_000_000) ?? full))
  await add('footprint', () => measureFootprint(full))
  for (const place of places.values()) await place.leave()
  await add('background', measureReminders)
  const postcodes = process.env.ONWARD_POSTCODES
  if (postcodes) await add('postcodes', () => measurePostcodes(world.url, postcodes))
  if (positionals.length > 0) return
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(join(root, 'docs', 'benchmarks.md'), reportText(sections, full.server))
  say('Written to docs/benchmarks.md.')
}

async function openPlaces(world: World): Promise<Map<number, Place>> {
  const wanted = [10_000, 100_000, ...(values.million ? [1_000_000] : [])]
  const places = new Map<number, Place>()
  for (const referrals of wanted) {
    const services = referrals === 100_000 ? [500, ...sizes] : [500]
    places.set(referrals, await world.place({ referrals, services }))
  }
  return places
}

/** One that fails leaves the others standing, and is not passed over in silence. */
function failed(name: string, error: unknown): Section {
  process.exitCode = 1
  console.error(error)
  return {
    title: name,
    notes: [`**It failed**: ${error instanceof Error ? error.message : error}`],
    bounds: [],
    figures: [],
  }
}

function say(line: string) {
  console.log(line)
}
