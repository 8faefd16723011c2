/** A real OpenID provider on a real port, as a council or a charity has one; the test says who is sitting in front of it. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import { type Answer, type Browser, openBrowser } from './browser-like.ts'

/** `amr`: how they signed in there. */
export type Person = { subject: string; email: string; verified?: boolean | string; amr?: string[] }
export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>

export const client = { id: 'onward', secret: 'a-secret-between-the-two-of-us-alone' }

/** `backTo`: where Onward is. `inToken`: whether the address stands in the ID token, or is asked for apart. */
export async function startIdentityProvider(backTo: string, { inToken = false } = {}) {
  let person: Person | null = null
  let handle: Handle = refuse
  let keysOf: Handle | null = null
  const server = createServer((req, res) => (req.url?.startsWith('/jwks') && keysOf ? keysOf : handle)(req, res))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const open = () => openProvider(issuer, backTo, inToken, () => person)
  handle = open()
  return {
    issuer,
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: 'Harbour ID' },
    /** Who signs in there from now on; nobody: they press cancel. */
    seat(who: Person | null) {
      person = who
    },
    /** From now on it signs with another key. `secretly`: without publishing it. */
    changeKeys({ secretly = false } = {}) {
      keysOf = secretly ? handle : null
      handle = open()
    },
    stop: () => new Promise<void>(resolve => stop(server, resolve)),
  }
}

function stop(server: ReturnType<typeof createServer>, done: () => void) {
  server.close(() => done())
  server.closeAllConnections()
}

type Handle = (req: IncomingMessage, res: ServerResponse) => void
const refuse: Handle = (_, res) => res.writeHead(503).end()

function openProvider(issuer: string, backTo: string, inToken: boolean, who: () => Person | null): Handle {
  const provider = new Provider(issuer, configuration(backTo, inToken, who))
  const answer = provider.callback()
  return (req, res) =>
    void (req.url?.startsWith('/interaction/') ? answerFor(provider, who(), req, res) : answer(req, res))
}

/** In place of the page with a name and a password. */
function answerFor(provider: Provider, person: Person | null, req: IncomingMessage, res: ServerResponse) {
  const login = person && { accountId: person.subject, ...(person.amr && { amr: person.amr }) }
  return provider.interactionFinished(req, res, login ? { login } : { error: 'access_denied' })
}

function configuration(backTo: string, inToken: boolean, who: () => Person | null): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${backTo}/sign-in/sso/back`],
        post_logout_redirect_uris: [`${backTo}/sign-in`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['kept between tests only'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !inToken,
    // Named, since it reminds of each that is not.
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => claimsOf(accountId, who()) }),
    loadExistingGrant: ctx => grantAll(ctx.oidc),
  }
}

function claimsOf(sub: string, person: Person | null) {
  return { sub, email: person?.email, email_verified: (person?.verified ?? true) as boolean }
}

async function grantAll({
  provider,
  client: of,
  session,
}: Parameters<NonNullable<Configuration['loadExistingGrant']>>[0]['oidc']) {
  const grant = new provider.Grant({ clientId: of?.clientId, accountId: session?.accountId })
  grant.addOIDCScope('openid email')
  await grant.save()
  return grant
}

/** Goes to the provider by the page's own link and comes back as far as `turn` says. Returns the address with which they come back. */
export async function visitProvider(browser: Browser, from = '/sign-in/sso', turn = (to: URL) => to): Promise<string> {
  const { location } = await browser.get(from)
  const there = openBrowser(new URL(location ?? '').origin)
  let at = turn(new URL(location ?? '')).href
  for (let hops = 0; hops < 6; hops++) {
    const next = new URL((await there.get(at)).location ?? 'none:', at)
    if (next.pathname === '/sign-in/sso/back') return `${next.pathname}${next.search}`
    at = next.href
  }
  throw new Error('The provider did not send the browser back.')
}

export async function signInThere(browser: Browser, from?: string): Promise<Answer> {
  return browser.get(await visitProvider(browser, from))
}
