/** Everybody who may come: at the screen, and by token. */
import { createToken } from '#src/actions/create-token.ts'
import { type Scope, scopes } from '#src/domain/policy.ts'
import type { App } from '#test/app.ts'
import type { Furnished } from './furnished.ts'

/** Who they are, by the name at the head of the column. */
export const columns = [
  'nobody',
  'outsider',
  'foreign',
  'foreignC',
  'unasked',
  'sender',
  'senderP',
  'asked',
  'askedP',
  'coord',
  'commis',
  'admin',
] as const
export type Column = (typeof columns)[number]

export const legend = `Each route, and what each role is answered. Written by PERMISSIONS=write npm test -- permission; read every line that changes.

in      asked to sign in               nobody    not signed in                         asked    member of the organisation asked
ok      answered                       outsider  primary user, in no network           askedP   its primary user
go      answered, and led on           foreign   primary user in another network       coord    coordinator of the network
write   would have changed a row       foreignC  another network's coordinator         commis   its commissioner
404     as if it were not there        unasked   primary user of a member not asked    admin    administrator
4xx     refused, whoever asks          sender    member of the organisation that sent  senderP  its primary user`

export function usersOf({ world, second }: Furnished): Record<Exclude<Column, 'nobody'>, string> {
  const { users } = world
  return {
    ...{ outsider: users.outsider, foreign: second.users.adviser, foreignC: second.users.coordinator },
    ...{ unasked: users.third, sender: users.referrer, senderP: users.referrerPrimary },
    ...{ asked: users.first, askedP: users.firstPrimary, coord: users.coordinator },
    ...{ commis: users.commissioner, admin: users.administrator },
  }
}

export async function tokenFor(app: App, userId: string, cut: readonly Scope[] = scopes): Promise<string> {
  const ctx = { db: app.database.owner, actor: null, now: app.clock.now, secret: app.config.secret, baseUrl: app.url }
  return (await createToken(ctx, { userId, organisationId: null, name: 'crawl', scopes: cut, days: 30 })).token
}
