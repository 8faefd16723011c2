/** Looking for marker words everywhere: tables, files, letters, addresses and titles. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { openMailer } from '#src/mail/mailer.ts'
import { openPostRoom } from '#src/worker/send-mail.ts'
import type { App } from '#test/app.ts'
import type { Seen } from './markers.ts'

/** Every row of every table in one text, by table; bytes as hex. */
export async function wholeDatabase({ database }: App): Promise<[table: string, text: string][]> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public'`.execute(database.owner)
  const found: [string, string][] = []
  for (const { name } of rows) {
    const { rows: texts } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
      database.owner,
    )
    found.push([`table ${name}`, texts.map(({ text }) => text).join('\n')])
  }
  return found
}

/** Every file under the program's folder: the store, letters, what was passing through. */
export function wholeFolder({ config }: App): [file: string, text: string][] {
  const walk = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .map(name => join(folder, name))
          .flatMap(path => (statSync(path).isDirectory() ? walk(path) : [path]))
      : []
  return walk(config.dataDir).map(path => [
    `file ${path.slice(config.dataDir.length)}`,
    readFileSync(path).toString('latin1'),
  ])
}

/** Which markers stand in which of these texts, as they were typed, without blanks, or as bytes. */
export function found(
  markers: readonly (readonly [string, string])[],
  texts: readonly (readonly [string, string])[],
): string[] {
  return texts.flatMap(([where, text]) => {
    const low = text.toLowerCase()
    return markers
      .filter(([, word]) => {
        const typed = word.toLowerCase()
        return [typed, typed.replaceAll(' ', ''), Buffer.from(word).toString('hex')].some(form => low.includes(form))
      })
      .map(([what]) => `${what} in ${where}`)
  })
}

/** Delivers what is queued; kept as files, as without a mail server. What each letter says. */
export async function deliver({ database, config }: App): Promise<[string, string][]> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: config.mailFrom, dataDir: config.dataDir })
  const log = { info() {}, warn() {}, error() {} }
  const room = openPostRoom({ db: database.owner, mailer, site: config, log, now: () => new Date() })
  while (await room(new AbortController().signal));
  const folder = join(config.dataDir, 'mail')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const { subject, text, html } = await PostalMime.parse(readFileSync(join(folder, name)))
      return [`letter ${subject}`, [subject, text, html].join('\n')]
    }),
  )
}

/** Addresses, links, forms and titles of what was answered. */
export function addressesAndTitles(seen: readonly Seen[]): [string, string][] {
  return seen.map(({ path, answer: { location, text } }) => {
    const links = [...text.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, link = '']) => link)
    // A telephone number and an address to write to are links of their own kind, which lead to no server.
    const ours = links.filter(link => !/^(?:tel|mailto):/.test(link))
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? ''
    return [`addresses of ${path}`, [path, location ?? '', title, ...ours].map(decoded).join('\n')]
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
