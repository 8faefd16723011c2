/** `export openreferral`: the open data as files, each list page by page, just as its addresses answer. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { openReferral } from '../api/openreferral/index.ts'
import { Problem } from '../domain/problem.ts'
import type { Command } from './command.ts'
import { contextOf } from './named.ts'

const lists = ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'] as const

export const exportOpenReferral: Command = {
  about: 'Write the public directory as Open Referral UK 3.0 files',
  usage: '<folder>',
  more: ['The folder is made where there is none.'],
  async run(call) {
    const [folder] = call.args
    if (!folder) throw new Problem('invalid', 'Name a folder.', { field: 'path' })
    await mkdir(folder, { recursive: true })
    const feed = new Hono()
      .use(async (c, next) => {
        c.set('ctx' as never, contextOf(call) as never)
        await next()
      })
      .route('/', openReferral as unknown as Hono)
    const read = async (path: string) => (await feed.request(`/openreferral/v3${path}`)).text()
    await writeFile(join(folder, 'index.json'), await read(''))
    for (const list of lists) call.say(`${list}: ${await writePages(folder, list, read)}`)
  },
}

/** How many it wrote. */
async function writePages(folder: string, list: string, read: (path: string) => Promise<string>): Promise<number> {
  for (let page = 1; ; page += 1) {
    const text = await read(`/${list}?page=${page}&per_page=500${list === 'services' ? '&full=true' : ''}`)
    const { last_page, total_items } = JSON.parse(text) as { last_page: boolean; total_items: number }
    await writeFile(join(folder, `${list}-${page}.json`), text)
    if (last_page) return total_items
  }
}
