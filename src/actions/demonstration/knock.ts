/** Somebody who asks to join the demonstration's network, and somebody who has been invited and not answered yet. */
import { minutesBefore } from '../../db/actors.ts'
import { askToJoin } from '../ask-to-join.ts'
import type { Context } from '../context.ts'
import { inviteOrganisation } from '../invite-organisation.ts'
import { actingAs, type Cast } from './cast.ts'

export async function knock(ctx: Context, cast: Cast): Promise<void> {
  const { id, slug } = cast.network
  const daysAgo = (days: number) => minutesBefore(ctx.now(), days * 24 * 60)
  await inviteOrganisation(await actingAs(ctx, cast, cast.demo.coordinator, daysAgo(4)), id, invited)
  await askToJoin({ ...ctx, now: () => daysAgo(2) }, slug, asking, 'the demonstration')
}

const asking = {
  organisationName: 'Bellows Lane Repair Café',
  whatItDoes:
    'We mend what people bring us, lend tools, and teach small repairs on Saturdays. Many who come have nobody else to talk to, and we would like to be able to refer them on.',
  area: 'North Liverpool and Bootle',
  website: 'https://bellows.example.org',
  contactName: 'Imran Castell',
  contactEmail: 'imran@bellows.example.org',
  contactPhone: '0151 496 0188',
  fax: '',
}

const invited = {
  organisationName: 'Tern Street Baby Bank',
  personName: 'Lorna Wisk',
  email: 'lorna@tern.example.org',
}
