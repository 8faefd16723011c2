/** Passkeys (WebAuthn): what is asked of the browser, and whether its answer holds. The library is loaded when first needed. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { NewPasskey, StoredPasskey } from '../db/passkeys.ts'

const library = () => import('@simplewebauthn/server')

/** Bound to our own host: a passkey made here is worth nothing on a page that only looks like this one. */
export type Site = { baseUrl: string }
type Known = Pick<StoredPasskey, 'credentialId' | 'transports'>

const siteOf = ({ baseUrl }: Site) => ({ rpID: new URL(baseUrl).hostname, origin: new URL(baseUrl).origin })

export async function askToRegister(
  site: Site,
  user: { id: string; email: string; name: string },
  known: readonly Known[],
) {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Onward',
    rpID: siteOf(site).rpID,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    excludeCredentials: known.map(asDescriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** `known`: left out, the browser offers whatever it has for us. */
export async function askForPasskey(site: Site, known: readonly Known[] = []) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: siteOf(site).rpID,
    userVerification: 'required',
    ...(known.length > 0 && { allowCredentials: known.map(asDescriptor) }),
  })
}

export type NewCredential = Pick<NewPasskey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>

/** Null where the answer is not one to this challenge, from this site, by somebody whom the device knew. */
export async function readRegistration(
  site: Site,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<NewCredential | null> {
  const { verifyRegistrationResponse } = await library()
  const { rpID, origin } = siteOf(site)
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
  const read = await verifyRegistrationResponse({ response, ...expected, requireUserVerification: true }).catch(nothing)
  if (!read?.verified) return null
  const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports.slice(0, 8) }
}

/** The device's counter after this use, or null as above. */
export async function readAssertion(
  site: Site,
  challenge: string,
  response: AuthenticationResponseJSON,
  passkey: StoredPasskey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library()
  const { rpID, origin } = siteOf(site)
  const { credentialId: id, publicKey, counter } = passkey
  const credential = { id, publicKey: new Uint8Array(publicKey), counter }
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
  const options = { response, ...expected, credential, requireUserVerification: true }
  const read = await verifyAuthenticationResponse(options).catch(nothing)
  return read?.verified ? read.authenticationInfo.newCounter : null
}

function asDescriptor({ credentialId: id, transports }: Known) {
  return { id, transports: transports as AuthenticationResponseJSON['authenticatorAttachment'][] as never[] }
}

/** The library throws for each way in which an answer can be wrong; none of them is told. */
function nothing(): null {
  return null
}
