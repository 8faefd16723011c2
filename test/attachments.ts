/** Files of drafts and referrals: a network that takes them, behind a virus scanner, and what is kept of them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addFileToReferral } from '#src/actions/files/add-file.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import { type App, startApp } from './app.ts'
import { pdf } from './made-files.ts'
import { network, type Role, type World } from './network.ts'
import { openVirusScanner } from './virus-scanner.ts'

export type Scanned = Awaited<ReturnType<typeof openScanned>>

/** A network that takes files of up to one megabyte. */
export async function openScanned() {
  const scanner = await openVirusScanner()
  const app = await startApp({ CLAMAV_URL: scanner.url })
  const world = await network({ database: app.database, settings: { attachmentMegabytes: 1 } })
  const stop = async () => {
    await world.stop()
    await app.stop()
    await scanner.close()
  }
  return { scanner, app, world, stop }
}

/** The names under which the store keeps files. */
export function storedFiles(app: App): string[] {
  const folder = join(app.config.dataDir, 'files', 'files')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** The place is asked for when it is needed, as the app starts after the file is read. */
export function attachments(place: () => { app: App; world: World }) {
  const cabinet = () => openCabinet(place().app.config)

  const files = (where: Record<string, unknown> = {}) => {
    let query = place().app.database.owner.selectFrom('file').selectAll().orderBy('addedAt').orderBy('id')
    for (const [column, value] of Object.entries(where)) query = query.where(column as 'id', '=', value as string)
    return query.execute()
  }
  async function attach(role: Role, id: string, name = 'letter.pdf', content: Buffer | string = pdf, remark = '') {
    const upload = { name, content: Readable.from([Buffer.from(content)]) }
    return addFileToReferral(await place().world.as(role), cabinet(), id, upload, remark)
  }
  /** A referral of `referrer`, helped with by `first`, with one file of the referrer's. */
  async function sentWithFile(name = 'letter.pdf', content: Buffer | string = pdf) {
    const { world } = place()
    const sent = await world.send({ needs: ['food'], ask: ['first'] })
    await world.act('first', 'accept', { id: sent.id, service: 'first' }, {})
    const file = await attach('referrer', sent.id, name, content)
    return { ...sent, file, path: `/referrals/${sent.id}/files/${file.id}` }
  }
  return { cabinet, files, attach, sentWithFile }
}
