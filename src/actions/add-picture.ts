/** A picture for a service's public entry: made safe, kept in the file store, never without words (SVC-5). */
import { randomUUID } from 'node:crypto'
import { insertPicture, readPictureFile, saveCut } from '../db/pictures.ts'
import { changeService } from '../db/services/save.ts'
import type { Focus } from '../domain/picture-cut.ts'
import { Problem } from '../domain/problem.ts'
import { cutPicture, readPicture } from '../files/picture.ts'
import type { FileStore } from '../files/store.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

const most = { width: 1200, height: 900 }

/** Throws at `picture` for what is no picture, at `alt` where nobody says what it shows. Returns its id. */
export async function addServicePicture(
  ctx: ActingContext,
  store: FileStore,
  serviceId: string,
  { bytes, alt }: { bytes: Uint8Array; alt: string },
): Promise<string> {
  const said = alt.trim()
  if (said === '' || said.length > 300)
    throw new Problem('invalid', 'Say in a few words what the picture shows.', { field: 'alt' })
  const { bytes: safe, ...picture } = await readPicture(bytes, most, 'picture')
  const storageKey = newKey()
  const cutKey = newKey()
  const cut = await cutPicture(safe, { ...picture, x: 50, y: 50 })
  return keepService(ctx, serviceId, { action: 'addPicture' }, async (trx, { organisationId }) => {
    await store.put(storageKey, safe, picture.type)
    await store.put(cutKey, cut, picture.type)
    const row = { ...picture, organisationId, storageKey, cutKey, alt: said, addedBy: ctx.actor.userId }
    const id = await insertPicture(trx, row)
    await changeService(trx, serviceId, { pictureId: id, gallery: null })
    return id
  })
}

/** Which part of its picture entries show. */
export function cutServicePicture(ctx: ActingContext, store: FileStore, serviceId: string, focus: Focus) {
  return keepService(ctx, serviceId, { action: 'cutPicture' }, async (trx, { picture }) => {
    if (!picture) throw new Problem('not_found', 'There is no picture.')
    const { storageKey, cutKey: old, type } = await readPictureFile(trx, picture.id)
    const whole = await store.read(storageKey)
    if (!whole) throw new Problem('not_found', 'There is no picture.')
    const cutKey = newKey()
    await store.put(cutKey, await cutPicture(whole, { ...picture, ...focus }), type)
    await saveCut(trx, picture.id, { ...focus, cutKey })
    if (old) await store.remove(old)
  })
}

/** Off the entry; the file itself stays as long as a copy of the service may show it. */
export function removeServicePicture(ctx: ActingContext, serviceId: string): Promise<void> {
  return keepService(ctx, serviceId, { action: 'removePicture' }, trx =>
    changeService(trx, serviceId, { pictureId: null }),
  )
}

function newKey(): string {
  return `pictures/${randomUUID()}.webp`
}
