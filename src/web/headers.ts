/** What every answer carries so that a browser trusts nothing but us. */
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { PublicEnv } from './env.ts'
import { paths } from './paths.ts'

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

export function headers(baseUrl: string) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: [...self, 'data:'],
      fontSrc: self,
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

/** Nothing is kept by browser or proxy unless the answer itself says so; a page whose address is a secret passes it to nobody. */
export const keepPrivate = createMiddleware<PublicEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  if (c.req.path === paths.reset) c.header('Referrer-Policy', 'no-referrer')
})
