/** A whole country's worth of networks, made up by SQL: the same rows on every run. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { type Database, openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { insertCategories, insertForm, insertNetwork, insertTexts } from '../src/db/new-network.ts'
import { acceptAgreement, joinNetwork } from '../src/db/organisations.ts'
import { refreshCandidates } from '../src/db/services/candidates.ts'
import { defaultDemographics } from '../src/domain/defaults/demographics.ts'
import { networkSettings } from '../src/domain/network.ts'

export const people = 400
export const tokenOf = (user: number) => `bench-token-of-user-number-${user}`
export const sessionOf = (user: number) => `bench-session-of-user-number-${user}-`.padEnd(43, '0')

/** A network with so many services; the first one has the referrals. */
export type Wanted = { referrals: number; services: readonly number[] }
export type Filled = { networks: { id: string; slug: string; services: number }[] }

export async function fill(url: string, { referrals, services }: Wanted): Promise<Filled> {
  await migrate(url)
  const client = new Client(url)
  await client.connect()
  // The rows fit together by construction, and checking each of them would take most of the time
  await client.query(
    `set session_replication_role = 'replica'; set jit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  )
  const run = (name: string, values = {}) => client.query(statements(name, values))
  const database = openDatabase(url)
  try {
    for (const name of ['tools', 'places', 'organisations']) await run(name)
    const networks = []
    let first = 1
    for (const many of services) {
      const network = await addNetwork(database, many)
      const last = first + many - 1
      await run('services', { first, last, network: `'${network.id}'::uuid`, tree: `'${network.slug}'` })
      await openServices(database, first, last)
      networks.push(network)
      first += many
    }
    const [main] = networks
    const filled = { count: referrals, network: `'${main?.id}'::uuid`, tree: `'${main?.slug}'` }
    if (main) await withoutIndexes(client, () => run('referrals', filled))
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    await client.query(`do $$ begin execute format('comment on database %I is ''filled''', current_database()); end $$`)
    return { networks }
  } finally {
    await client.end()
    await database.close()
  }
}

/** Made afterwards in one go: keeping twenty of them up to date for each of a million rows takes most of an hour. */
async function withoutIndexes(client: Client, work: () => Promise<unknown>) {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where not i.indisunique and t.relname ~ '^(referral|need|assignment|event|clock_step)'`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
}

function statements(name: string, values: Readonly<Record<string, string | number>>): string {
  const text = readFileSync(new URL(`data/${name}.sql`, import.meta.url), 'utf8')
  return Object.entries(values).reduce((sql, [key, value]) => sql.replaceAll(`:${key}`, String(value)), text)
}

async function addNetwork({ owner }: Database, services: number) {
  const at = new Date()
  const slug = `services-${services}`
  const row = {
    ...{ slug, name: `Network of ${services} services`, coordinatingOrganisationId: idOf('organisation', 1) },
    ...{ description: '', colour: '#0b5a4e', helpName: '', helpEmail: 'help@example.org', helpPhone: '' },
    ...{ technicalHelp: '', demonstration: false, settings: networkSettings.parse({}), createdAt: at },
  }
  const areas = await owner.selectFrom('area').select('code').execute()
  const codes = areas.map(({ code }) => code)
  const id = await insertNetwork(owner, row, codes)
  if (!id) throw new Error('This network is there already.')
  await insertForm(owner, id, defaultDemographics, at)
  await insertTexts(owner, id, { wording: 'I agree.', dataProtection: 'We look after it.', agreement: 'We agree.' }, at)
  await insertCategories(owner, id, categoryTree(slug))
  for (let n = 1; n <= people / 2; n++) {
    const organisationId = idOf('organisation', n)
    await joinNetwork(owner, id, organisationId, at)
    await acceptAgreement(owner, { networkId: id, organisationId, userId: idOf('user', 2 * n), at })
  }
  return { id, slug, services }
}

/** Eight branches of four. */
function categoryTree(slug: string) {
  return Array.from({ length: 40 }, (_, n) => ({
    id: idOf(slug, n),
    parentId: n < 8 ? null : idOf(slug, (n - 8) >> 2),
    label: `Kind of help ${n}`,
    description: 'Somebody to talk to about it.',
    icon: null,
  }))
}

/** What a saved service does by itself. */
async function openServices({ owner }: Database, first: number, last: number) {
  for (let from = first; from <= last; from += 2000) {
    const ids = Array.from({ length: Math.min(2000, last - from + 1) }, (_, n) => idOf('service', from + n))
    await owner.transaction().execute(trx => refreshCandidates(trx, ids))
  }
}

/** As bench.id in tools.sql. */
export function idOf(kind: string, n: number): string {
  const hash = createHash('md5').update(`${kind}${n}`).digest('hex')
  const [a, b, c, d, e] = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(13, 16), hash.slice(17, 20), hash.slice(20)]
  return `${a}-${b}-4${c}-8${d}-${e}`
}
