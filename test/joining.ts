/** A network that organisations join: what its coordinator and whoever asks do in a browser, and what has come of it. */
import { sql } from 'kysely'
import { linkToken } from '#src/actions/link-token.ts'
import { type App, startApp } from './app.ts'
import type { Browser } from './browser-like.ts'
import { network } from './network.ts'

export type Joining = Awaited<ReturnType<typeof openJoining>>

/** Starts a program with a world of its own, `env` as the operator would set it; `app.stop()` ends it. */
export async function openJoining(env: Readonly<Record<string, string>> = {}) {
  const app = await startApp(env)
  const world = await network({ database: app.database })
  const { slug } = await app.database.owner
    .selectFrom('network')
    .select('slug')
    .where('id', '=', world.networkId)
    .executeTakeFirstOrThrow()
  const coordinator = () => app.as(world.users.coordinator)
  return {
    ...{ app, world, slug, coordinator },
    /** The latest invitation to this address. */
    invitationOf: (email: string) => invitationOf(app, email),
    /** The templates of what was sent to this address, oldest first. */
    messagesTo: (email: string) => messagesTo(app, email),
    /** Whether a service may be suggested for all that it offers. */
    isOpen: (serviceId: string) => isOpen(app, serviceId),
    /** Asks to join on the public page. */
    ask: (organisationName: string, more = {}) =>
      app.browser().fill(`/networks/${slug}/join`, { ...wish(organisationName), ...more }),
    /** Publishes the next version of the data-sharing agreement. */
    publish: async (body: string, graceDays: string) => publish(await coordinator(), body, graceDays),
  }
}

async function invitationOf({ database, config }: App, email: string) {
  const { id } = await database.owner
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id, link: linkToken(config.secret, 'invitation', id) }
}

async function messagesTo({ database }: App, email: string) {
  const { rows } = await sql<{ template: string }>`select template from message m
    left join "user" u on u.id = m.user_id left join invitation i on i.id = m.invitation_id
    left join join_request j on j.id = m.join_request_id
    where coalesce(u.email, i.email, j.contact_email) = ${email} order by m.created_at`.execute(database.owner)
  return rows.map(({ template }) => template)
}

async function isOpen({ database }: App, serviceId: string) {
  const rows = await database.owner
    .selectFrom('serviceCategory')
    .select('open')
    .where('serviceId', '=', serviceId)
    .execute()
  return rows.every(({ open }) => open)
}

function wish(organisationName: string) {
  return {
    ...{ organisationName, whatItDoes: 'Hot meals on Sundays', area: 'Southbank', website: 'meals.example' },
    ...{
      contactName: 'Idris Bell',
      contactEmail: `idris@${organisationName.replaceAll(' ', '').toLowerCase()}.example`,
    },
  }
}

async function publish(browser: Browser, body: string, graceDays: string) {
  const seen = /name="seen" value="(\d+)"/.exec((await browser.get('/system/agreement')).text)?.[1] ?? ''
  return browser.post('/system/agreement', { seen, body, graceDays })
}
