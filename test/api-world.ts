/** A small network to ask the API about: three services, somebody at each organisation, and a token for anybody. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createNetwork } from '#src/actions/create-network.ts'
import { createOrganisation } from '#src/actions/create-organisation.ts'
import { createToken } from '#src/actions/create-token.ts'
import { createUser } from '#src/actions/create-user.ts'
import { saveService } from '#src/actions/save-service.ts'
import type { NetworkSettings } from '#src/domain/network.ts'
import { type Scope, scopes } from '#src/domain/policy.ts'
import { serviceDraft } from '#src/domain/service-draft.ts'
import type { App } from './app.ts'

export type World = Awaited<ReturnType<typeof buildWorld>>
export type Client = Awaited<ReturnType<typeof clientFor>>
/** Whatever came back. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, never trusted
export type Answered = { status: number; headers: Headers; body: any; text: string }

export async function buildWorld(app: App, settings: Partial<NetworkSettings> = {}) {
  const { owner } = app.database
  const ctx = { db: owner, actor: null, now: app.clock.now, secret: app.config.secret, baseUrl: app.config.baseUrl }
  const tag = randomUUID().slice(0, 8)
  const network = await createNetwork(ctx, {
    ...{ name: `Harbour Help ${tag}`, slug: `harbour-${tag}`, areas: [], settings },
    coordinator: { name: `Harbour Council ${tag}` },
  })
  const join = (name: string) => createOrganisation(ctx, { name: `${name} ${tag}`, networkIds: [network.id] })
  const organisation = {
    sender: await join('Advice Bureau'),
    pantry: await join('Pantry Trust'),
    law: await join('Law Centre'),
    other: await join('Garden Club'),
  }
  await sql`update organisation_in_network m set agreement_id = a.id from agreement a
    where a.network_id = m.network_id and m.network_id = ${network.id}`.execute(owner)
  const category = { food: await addCategory('Food parcels'), debt: await addCategory('Debt advice') }
  const service = {
    both: await serve('Pantry and money', organisation.pantry, [category.food, category.debt]),
    food: await serve('Soup kitchen', organisation.law, [category.food]),
    debt: await serve('Debt desk', organisation.law, [category.debt]),
  }
  const user = {
    sender: await employ('sender', organisation.sender),
    pantry: await employ('pantry', organisation.pantry),
    law: await employ('law', organisation.law),
    other: await employ('other', organisation.other),
    coordinator: await employ('coordinator', network.organisationId, 'coordinator'),
    commissioner: await employ('commissioner', network.organisationId, 'commissioner'),
  }
  const { id: wordingId } = await owner
    .selectFrom('consentWording')
    .select('id')
    .where('networkId', '=', network.id)
    .executeTakeFirstOrThrow()

  async function addCategory(label: string): Promise<string> {
    const id = randomUUID()
    await sql`insert into category (id, network_id, path, label) values (${id}, ${network.id}, ${id.replaceAll('-', '')}, ${label})`.execute(
      owner,
    )
    return id
  }
  function serve(name: string, organisationId: string, categoryIds: string[]) {
    const draft = { organisationId, networkId: network.id, name, categoryIds, catchment: { kind: 'everywhere' } }
    return saveService(ctx, null, serviceDraft.parse(draft))
  }
  function employ(name: string, organisationId: string, role?: 'coordinator' | 'commissioner') {
    return createUser(ctx, {
      ...{ name: `${name} of ${tag}`, email: `${name}.${tag}@example.org`, password: 'nine-purple-kettles' },
      memberships: role ? [] : [{ organisationId, role: 'member' }],
      grants: role ? [{ networkId: network.id, role }] : [],
    })
  }

  return {
    tag,
    networkId: network.id,
    ...{ organisation, category, service, user, wordingId },
    /** A client with a token of this user, cut to these scopes. */
    as: (name: keyof typeof user, cut: readonly Scope[] = scopes) => clientFor(app, user[name], cut),
    /** The body that sends a referral; what is given replaces. */
    order: (changes: object = {}) => orderFor(network.id, wordingId, [category.food, category.debt], changes),
  }
}

export const secretWords = ['Zephyrine', 'Quillfeather', 'marmalade', '07700900123', 'zq@example.org', 'M4 1AB']

function orderFor(network: string, wordingId: string, needs: string[], changes: object) {
  return {
    network,
    submission: {
      person: { firstName: 'Zephyrine', lastName: 'Quillfeather', dateOfBirth: '1987-03-27', phone: '07700900123' },
      address: { postcode: 'M4 1AB' },
      safeContact: { channels: ['phone'] },
      needs,
      circumstances: 'Has run out of marmalade.',
    },
    consent: { given: true, wordingId, how: 'spoken' },
    ...changes,
  }
}

export async function clientFor(app: App, userId: string, cut: readonly Scope[] = scopes) {
  const ctx = { db: app.database.owner, actor: null, now: app.clock.now, secret: app.config.secret, baseUrl: app.url }
  const draft = { userId, organisationId: null, name: 'test', scopes: cut, days: 30 }
  const { id, token } = await createToken(ctx, draft)
  return { tokenId: id, token, ...speaker(app.url, token) }
}

/** `post` takes an object, or text, bytes or a form that are sent as they are. */
export function speaker(url: string, token: string | null) {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const get = (path: string) => ask(`${url}/api/v1${path}`, { headers: authorization })
  const sending =
    (method: string) =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(`${url}/api/v1${path}`, {
        method,
        ...asSent(body, { ...authorization, ...headers }),
      })
  const remove = (path: string) => ask(`${url}/api/v1${path}`, { method: 'DELETE', headers: authorization })
  return { get, post: sending('POST'), put: sending('PUT'), patch: sending('PATCH'), delete: remove }
}

function asSent(body: unknown, headers: Record<string, string>): RequestInit {
  if (body instanceof FormData) return { headers, body }
  if (Buffer.isBuffer(body))
    return { headers: { 'content-type': 'application/octet-stream', ...headers }, body: new Uint8Array(body) }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { headers: { 'content-type': 'application/json', ...headers }, body: text }
}

async function ask(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : null, text }
}
