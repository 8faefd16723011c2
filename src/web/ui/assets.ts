/** Where the built stylesheet, fonts and islands are; their plain names where nothing was built. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** Beside the bundle once built (dist/main.js), in dist when run from the sources. */
const places = ['./assets/manifest.json', '../../../dist/assets/manifest.json']

const manifest = readManifest()

/** The address of an asset: 'main.css' → '/assets/main-3F2A.css'. */
export function asset(name: string): string {
  return `/assets/${manifest[name] ?? name}`
}

export function isAsset(name: string): boolean {
  return Object.hasOwn(manifest, name)
}

function readManifest(): Readonly<Record<string, string>> {
  const found = places.map(place => new URL(place, import.meta.url)).find(url => existsSync(url))
  return found ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(found, 'utf8'))) : {}
}
