/** OpenID Connect: asks the provider who somebody is. It is asked when somebody comes, never at the start, so that its absence stops nothing. */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from 'openid-client'
import { type Asserted, claimsOf } from '../domain/single-sign-on.ts'

export type Provider = { issuer: string; clientId: string; clientSecret: string }
/** What only this browser's sign-in knows; kept in its sealed cookie in the meantime. */
export type Checks = { state: string; nonce: string; verifier: string }
/** `away`: it did not answer. `cancelled`: the person or the provider said no. `broken`: the answer is not to be believed. */
export type Failure = 'away' | 'cancelled' | 'broken'
export type Outcome = { ok: true; asserted: Asserted } | { ok: false; why: Failure; code: string }

const answerSeconds = 5
const keptMs = 60_000

type Failed = { why: Failure; code: string }

/** Where the browser is sent. */
export async function beginAtProvider(
  provider: Provider,
  backTo: string,
): Promise<{ to: URL; checks: Checks } | Failed> {
  const config = await configure(provider).catch(failureOf)
  if ('why' in config) return config
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const to = buildAuthorizationUrl(config, {
    redirect_uri: backTo,
    response_type: 'code',
    scope: 'openid email',
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    state: checks.state,
    nonce: checks.nonce,
  })
  return { to, checks }
}

/** `back`: the whole address with which the browser came back. */
export async function finishAtProvider(
  provider: Provider,
  back: URL,
  { state, nonce, verifier }: Checks,
): Promise<Outcome> {
  try {
    const config = await configure(provider)
    const tokens = await authorizationCodeGrant(config, back, {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
      idTokenExpected: true,
    })
    const claims: Record<string, unknown> = { ...tokens.claims() }
    const asks = !('email' in claims) && config.serverMetadata().userinfo_endpoint
    // Many providers keep the address for this second question. The address and whether it is verified come from one answer.
    const more = asks ? await fetchUserInfo(config, tokens.access_token, String(claims.sub)) : null
    const address = more && { email: more.email, email_verified: more.email_verified }
    const asserted = claimsOf.safeParse({ ...claims, ...address })
    return asserted.success ? { ok: true, asserted: asserted.data } : { ok: false, why: 'broken', code: 'claims' }
  } catch (error) {
    return { ok: false, ...failureOf(error) }
  }
}

/** Where to sign out of the provider too; null where it has no such page or is away. */
export async function endAtProvider(provider: Provider, backTo: string): Promise<URL | null> {
  const config = await configure(provider).catch(() => null)
  if (!config?.serverMetadata().end_session_endpoint) return null
  return buildEndSessionUrl(config, { post_logout_redirect_uri: backTo })
}

/** Anew each time, so that keys which the provider has changed since are fetched, not remembered. */
async function configure(provider: Provider): Promise<Configuration> {
  const { clientId, clientSecret } = provider
  const metadata = structuredClone(await metadataOf(provider))
  const methods = metadata.token_endpoint_auth_methods_supported
  const bySecret = !methods || methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
  const config = new Configuration(metadata, clientId, clientSecret, bySecret(clientSecret))
  config.timeout = answerSeconds
  // Beside TLS, so that an ID token without the provider's own signature is worthless.
  enableNonRepudiationChecks(config)
  if (isInsecure(provider)) allowInsecureRequests(config)
  return config
}

const kept = new Map<string, { metadata: Promise<ServerMetadata>; at: number }>()

/** What it says about itself, remembered for a minute: a hundred people at nine o'clock are one question. */
function metadataOf(provider: Provider): Promise<ServerMetadata> {
  const { issuer, clientId } = provider
  const known = kept.get(issuer)
  if (known && performance.now() - known.at < keptMs) return known.metadata
  const execute = isInsecure(provider) ? [allowInsecureRequests] : []
  const asked = discovery(new URL(issuer), clientId, undefined, undefined, { timeout: answerSeconds, execute })
  const metadata = asked.then(config => ofIssuer(config.serverMetadata(), issuer))
  kept.set(issuer, { metadata, at: performance.now() })
  metadata.catch(() => kept.delete(issuer))
  return metadata
}

/** Of the one that was configured and no other: the library lets some through that answer for every tenant. */
function ofIssuer(metadata: Readonly<ServerMetadata>, issuer: string): ServerMetadata {
  const plain = (address: string) => address.replace(/\/$/, '')
  if (plain(metadata.issuer) !== plain(issuer)) throw new Error('another issuer')
  return { ...metadata }
}

/** Only ever on this machine: src/config.ts refuses http anywhere else. */
function isInsecure({ issuer }: Provider): boolean {
  return issuer.startsWith('http:')
}

/** The code alone is kept for the log: the rest of an error may tell who it was. */
function failureOf(error: unknown): Failed {
  if (error instanceof AuthorizationResponseError)
    return { why: /unavailable|server_error/.test(error.error) ? 'away' : 'cancelled', code: error.error }
  const code = codeOf(error)
  const away = /TIMEOUT|ABORT|ECONN|ENOTFOUND|EAI_AGAIN|UND_ERR|RESPONSE_IS_NOT_CONFORM|fetch failed/.test(code)
  return { why: away ? 'away' : 'broken', code }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, cause, message } = error as Error & { code?: unknown }
  if (typeof code === 'string') return code
  if (message === 'fetch failed') return cause instanceof Error ? `fetch failed ${codeOf(cause)}` : message
  return cause instanceof Error ? codeOf(cause) : error.name
}
