/** What every answer carries so that a browser trusts nothing but us. */
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Framing, PublicEnv } from './env.ts'
import { isCookieless, paths } from './paths.ts'

const none = ["'none'"]
const self = ["'self'"]
const twoYears = 'max-age=63072000; includeSubDomains; preload'
const unused = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'midi',
  'displayCapture',
] as const

/** `tiles`: where a map's tiles come from, if anywhere; the only other host that a browser may ask. */
export function headers(baseUrl: string, tiles: string | null) {
  const origin = tiles?.replace(/^(https?:\/\/[^/]+).*$/, '$1').replace('{s}', '*')
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: [...self, 'data:', ...(origin ? [origin] : [])],
      fontSrc: self,
      objectSrc: none,
      connectSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
    strictTransportSecurity: baseUrl.startsWith('https:') ? twoYears : false,
    xFrameOptions: 'DENY',
    xXssProtection: false,
    referrerPolicy: 'same-origin',
    permissionsPolicy: Object.fromEntries(unused.map(name => [name, []])),
  })
}

/** Set on the answer itself: `c.header` would make another answer of one that is there. Nothing is kept by browser or proxy unless the answer itself says so; a page whose address is a secret passes it to nobody. */
export const keepPrivate = createMiddleware<PublicEnv>(async (c, next) => {
  await next()
  const { headers } = c.res
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  const isFile = headers.get('Content-Disposition')?.startsWith('attachment')
  if (isFile || c.req.path.startsWith('/pictures/'))
    headers.set('Content-Security-Policy', "sandbox; default-src 'none'")
  if (c.req.path === paths.reset || c.req.path === paths.confirmEmail || isCookieless(c.req.path))
    headers.set('Referrer-Policy', 'no-referrer')
  if (c.var.framing) allowFrames(headers, c.var.framing)
})

/** Origins come from the network's settings, where nothing but whole origins is kept. */
function allowFrames(headers: Headers, framing: Framing) {
  const policy = headers.get('Content-Security-Policy') ?? ''
  if ('own' in framing) return headers.set('Content-Security-Policy', `${policy}; frame-src 'self'`)
  const ancestors = ["'self'", ...framing.by].join(' ')
  headers.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", `frame-ancestors ${ancestors}`))
  headers.delete('X-Frame-Options')
}
