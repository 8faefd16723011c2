/** Pictures, from the file store: shown as pictures and as nothing else. */
import { type Context, Hono } from 'hono'
import { findPicture } from '../../../db/pictures.ts'
import { openStore } from '../../../files/store.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { idOf } from './load.ts'

export const pictureFile = new Hono<PublicEnv>()
  .get('/pictures/:id', c => send(c, 'whole'))
  .get('/pictures/:id/cut', c => send(c, 'cut'))

async function send(c: Context<PublicEnv, '/pictures/:id'>, shown: 'whole' | 'cut') {
  const { deps, actor } = c.var
  const found = await findPicture(deps.database.db, actor, idOf(c.req.param('id')))
  const key = (shown === 'cut' && found?.cutKey) || found?.storageKey
  const bytes = key && (await openStore(deps.config.storageUrl).read(key))
  if (!found || !bytes) throw absent()
  c.header('Content-Type', found.type)
  c.header('Content-Disposition', 'inline; filename="picture.webp"')
  c.header('Cache-Control', 'private, max-age=86400, immutable')
  return c.body(new Uint8Array(bytes))
}
