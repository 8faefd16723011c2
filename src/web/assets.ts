/** The built stylesheet, fonts and islands: read once, compressed once, kept by browsers for good since their names change. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { Hono } from 'hono'
import { absent } from './doors.ts'
import type { PublicEnv } from './env.ts'

type Encoding = 'br' | 'gzip'
type Asset = { type: string; bytes: Buffer; squeezed: Map<Encoding, Promise<Buffer>> }

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const
/** Beside the bundle once built, in dist when run from the sources. */
const places = ['./assets/', '../../dist/assets/'].map(place => fileURLToPath(new URL(place, import.meta.url)))

export const assets = new Hono<PublicEnv>().get('/assets/*', async c => {
  const asset = all().get(c.req.path.slice('/assets/'.length))
  if (!asset) throw absent()
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  const encoding = encodingFor(asset, c.req.header('accept-encoding') ?? '')
  if (asset.type.startsWith('text/')) c.header('Vary', 'Accept-Encoding')
  if (encoding) c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(encoding ? await squeezed(asset, encoding) : asset.bytes))
})

let read: Map<string, Asset> | undefined
function all(): Map<string, Asset> {
  read ??= readAll()
  return read
}

function readAll(): Map<string, Asset> {
  const folder = places.find(place => existsSync(place))
  if (!folder) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    file => file.isFile() && extname(file.name) in types,
  )
  return new Map(files.map(file => readAsset(folder, join(file.parentPath, file.name))))
}

function readAsset(folder: string, file: string): [string, Asset] {
  const type = types[extname(file)] ?? ''
  return [relative(folder, file).replaceAll('\\', '/'), { type, bytes: readFileSync(file), squeezed: new Map() }]
}

function encodingFor({ type, bytes }: Asset, accepted: string): Encoding | null {
  if (bytes.length < 1024 || !/^text|svg/.test(type)) return null
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

function squeezed(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const made = asset.squeezed.get(encoding) ?? squeeze[encoding](asset.bytes)
  asset.squeezed.set(encoding, made)
  return made
}
