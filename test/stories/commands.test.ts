/** The command line: networks, users and tokens are made, and sessions ended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUser } from '#src/actions/create-user.ts'
import { signIn } from '#src/actions/sign-in.ts'
import { hashToken, newToken } from '#src/auth/secrets.ts'
import type { Command } from '#src/cli/command.ts'
import { demo } from '#src/cli/demo.ts'
import { networkCreate } from '#src/cli/network-create.ts'
import { sessionEnd } from '#src/cli/session-end.ts'
import { tokenCreate } from '#src/cli/token-create.ts'
import { userCreate } from '#src/cli/user-create.ts'
import { readConfig } from '#src/config.ts'
import { loadTokenActor } from '#src/db/actors.ts'
import { readNetwork } from '#src/db/networks.ts'
import { addSession } from '#src/db/sessions.ts'
import { listOutcomes, listTerms } from '#src/db/terms.ts'
import { findUser } from '#src/db/users.ts'
import { runCommand } from '#test/command-line.ts'
import { network, type World } from '#test/network.ts'

let world: World
const config = readConfig({ DATA_DIR: '/tmp', SECRET: 's'.repeat(40), BASE_URL: 'http://onward.example.org' })

beforeAll(async () => {
  world = await network()
})
afterAll(() => world?.stop())

const onward = (command: Command, ...words: string[]) => runCommand(world.database, config, command, ...words)

describe('network create', () => {
  test('NET-1: a new network has lists, demographics, a form, a consent wording and an agreement from the start', async () => {
    const said = await onward(
      networkCreate,
      '--name',
      'Wirral Hands',
      '--slug',
      'wirral',
      '--organisation',
      'Wirral Hands CIO',
      '--area',
      'Liverpool',
    )
    expect(said[0]).toContain('Wirral Hands')
    const { id } = await bySlug('wirral')
    const { form, wording, demographics, authorities } = await readNetwork(world.database.db, id)
    expect(authorities).toEqual(['E08000012'])
    expect(demographics.map(({ key }) => key)).toEqual(['age', 'gender', 'ethnic_group', 'disability'])
    expect(form.demographics.map(({ key }) => key)).toEqual(['gender', 'ethnic_group', 'disability'])
    expect(wording?.wording).toContain('Wirral Hands')
    expect(wording?.dataProtection).toMatch(/UK General Data Protection Regulation.*Data Protection Act 2018/s)
    for (const list of ['decline_reason', 'withdraw_reason', 'unmet_reason'] as const)
      expect((await listTerms(world.database.db, id, list)).length).toBeGreaterThan(4)
  })

  test('RES-7: its outcomes are the five defaults, word for word', async () => {
    const { id } = await bySlug('wirral')
    const outcomes = await listOutcomes(world.database.db, id)
    expect(outcomes.map(({ label, successful }) => [label, successful])).toEqual([
      ['Client contacted – representing client', true],
      ['Client contacted – client advised', true],
      ['Client contacted – referral withdrawn by client', false],
      ['Client contacted – referral not appropriate – referred to another service', false],
      ['Client contacted – no response received', false],
    ])
  })

  test('a short name that is taken, a bad one and an area that is not known are refused, and nothing is half made', async () => {
    const make = (slug: string, area: string) =>
      onward(networkCreate, '--name', 'Again', '--slug', slug, '--organisation', 'Again CIO', '--area', area)
    await expect(make('wirral', 'Liverpool')).rejects.toThrow('short name "wirral" already')
    await expect(make('Not Good', 'Liverpool')).rejects.toThrow('lower-case letters')
    await expect(make('again', 'Atlantis')).rejects.toThrow('No such area: Atlantis')
    const made = await world.database.owner
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Again CIO')
      .execute()
    expect(made).toEqual([])
  })
})

describe('user create', () => {
  test('ADM-5: without a password the person is sent a link, and nobody knows a password', async () => {
    await onward(
      userCreate,
      '--email',
      'ana@example.org',
      '--name',
      'Ana Lima',
      '--organisation',
      'The first organisation',
      '--role',
      'primary',
    )
    const user = await findUser(world.database.db, 'ana@example.org')
    const messages = await world.database.owner
      .selectFrom('message')
      .select('template')
      .where('userId', '=', user?.id ?? '')
      .execute()
    expect(messages).toEqual([{ template: 'reset' }])
    expect(await signIn(world.ctx, { email: 'ana@example.org', password: '' })).toBeNull()
  })

  test('a coordinator is one of a network, and signs in with the password that was given', async () => {
    const { id } = await bySlug('wirral')
    const organisationId = await idOf('Wirral Hands CIO')
    const grants = [{ networkId: id, role: 'coordinator' as const }]
    const memberships = [{ organisationId, role: 'primary' as const }]
    await createUser(world.ctx, {
      email: 'cos@example.org',
      name: 'Cos Reid',
      memberships,
      grants,
      password: 'seven-grey-herons',
    })
    expect(await signIn(world.ctx, { email: 'cos@example.org', password: 'seven-grey-herons' })).not.toBeNull()
  })

  test('what is missing, unknown or there already is named', async () => {
    const make = (...words: string[]) => onward(userCreate, '--name', 'Bo Ek', ...words)
    await expect(make()).rejects.toThrow('Say --email as well.')
    await expect(make('--email', 'bo@example.org')).rejects.toThrow('Say --organisation')
    await expect(make('--email', 'bo@example.org', '--organisation', 'Nowhere')).rejects.toThrow(
      'no organisation "Nowhere"',
    )
    await expect(make('--email', 'bo@example.org', '--coordinator', 'nowhere')).rejects.toThrow('short name "nowhere"')
    await expect(
      make('--email', 'bo@example.org', '--organisation', 'The first organisation', '--role', 'boss'),
    ).rejects.toThrow('no role "boss"')
    await make('--email', 'bo@example.org', '--administrator')
    await expect(make('--email', 'bo@example.org', '--administrator')).rejects.toThrow('has an account already')
    await expect(make('--email', 'bo@@example.org', '--administrator')).rejects.toThrow('one email address')
  })

  test('a short or common password is refused', async () => {
    const make = (password: string) =>
      createUser(world.ctx, { email: 'di@example.org', name: 'Di', memberships: [], administrator: true, password })
    await expect(make('short')).rejects.toThrow('12 characters or more')
    await expect(make('password1234')).rejects.toThrow('harder to guess')
  })
})

describe('session end', () => {
  test('ADM-5: whoever runs the installation signs one user out, or everybody', async () => {
    const people = [world.users.first, world.users.coordinator]
    const { owner } = world.database
    for (const userId of people) await addSession(owner, userId, hashToken(newToken()), new Date())
    const { email } = await owner
      .selectFrom('user')
      .select('email')
      .where('id', '=', world.users.first)
      .executeTakeFirstOrThrow()
    expect(await onward(sessionEnd, '--email', email)).toEqual(['1 session ended.'])
    const left = await owner.selectFrom('session').select('userId').execute()
    expect(left.map(({ userId }) => userId)).not.toContain(world.users.first)
    expect(left.length).toBeGreaterThan(0)
    await onward(sessionEnd, '--everybody')
    expect(await owner.selectFrom('session').select('id').execute()).toEqual([])
    await expect(onward(sessionEnd)).rejects.toThrow('Say --email or --everybody')
  })
})

describe('token create', () => {
  test('API-1: a token is printed once, kept as a hash, and is its user cut to its scopes', async () => {
    await onward(
      userCreate,
      '--email',
      'tok@example.org',
      '--name',
      'Tok',
      '--organisation',
      'The referrer organisation',
    )
    const [token = ''] = await onward(
      tokenCreate,
      '--email',
      'tok@example.org',
      '--scopes',
      'referrals:read,directory:read',
      '--days',
      '30',
    )
    const actor = await loadTokenActor(world.database.db, hashToken(token), new Date())
    expect(actor?.scopes).toEqual(['directory:read', 'referrals:read'])
    expect(actor?.organisationName).toBe('The referrer organisation')
    const inFiveWeeks = new Date(Date.now() + 35 * 86_400_000)
    expect(await loadTokenActor(world.database.db, hashToken(token), inFiveWeeks)).toBeNull()
    const kept = await world.database.owner.selectFrom('token').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('a scope that is not one, a user who is nobody and too many days are named', async () => {
    const make = (...words: string[]) => onward(tokenCreate, ...words)
    await expect(make('--email', 'tok@example.org', '--scopes', 'everything')).rejects.toThrow(
      'There is no scope everything.',
    )
    await expect(make('--email', 'no@example.org', '--scopes', 'reports:read')).rejects.toThrow(
      'Nobody has the account',
    )
    await expect(make('--email', 'tok@example.org', '--scopes', 'reports:read', '--days', '999')).rejects.toThrow(
      '1 to 366 days',
    )
    await expect(make('--email', 'tok@example.org')).rejects.toThrow('Say --scopes as well.')
  })
})

test('demo refuses a place that is not empty', async () => {
  await expect(onward(demo)).rejects.toThrow('the demonstration needs an empty place')
})

function bySlug(slug: string) {
  return world.database.owner.selectFrom('network').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
}

async function idOf(organisation: string): Promise<string> {
  const row = world.database.owner.selectFrom('organisation').select('id').where('name', '=', organisation)
  return (await row.executeTakeFirstOrThrow()).id
}
