/** The program as one function from request to answer: what stands before every page, then the pages. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { translator } from '../words/index.ts'
import { assets } from './assets.ts'
import { limitBody } from './body-limits.ts'
import { hideFaults } from './breaking-off.ts'
import { checkForm } from './csrf.ts'
import { assertDoors, guard } from './doors.ts'
import type { Deps, PublicEnv } from './env.ts'
import { answerAbsent, answerError } from './errors.tsx'
import { firstRun } from './first-run.ts'
import { headers, keepPrivate } from './headers.ts'
import { health } from './health.ts'
import { switchLanguage } from './language.ts'
import { observe } from './observe.ts'
import { mountPages } from './pages/index.ts'
import { identify } from './session.ts'
import { keepUnsent } from './unsent.ts'

/** Left out where nobody asked for it, since its looking makes an answer heavier. */
const compressed = compress()
const squeeze = createMiddleware((c, next) => (c.req.header('accept-encoding') ? compressed(c, next) : next()))

/** Routes from elsewhere, which find in the context what the doors put there. */
type Served = Pick<Hono, 'routes'>

/** Does not listen, so that tests may ask it directly. `others`: what is served behind the same doors, such as the API. Throws where a route has no door. */
export function createApp(deps: Deps, others: readonly Served[]): Hono<PublicEnv> {
  const app = new Hono<PublicEnv>()
  app.onError(answerError)
  app.notFound(answerAbsent)
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('t', translator('en'))
    c.set('actor', null)
    c.set('session', null)
    await next()
  })
  app.use(observe, squeeze, hideFaults, keepPrivate, headers(deps.config.baseUrl, deps.config.mapTileUrl))
  app.route('/', health).route('/', assets)
  app.use(firstRun(), switchLanguage, identify, keepUnsent, guard, limitBody, checkForm)
  for (const one of others) app.route('/', one as Hono)
  mountPages(app)
  assertDoors(app)
  return app
}
