/** FORM-13: the demonstration's ways in without an account: a public link, a partner's, and sites that may show the form. */
import type { Context } from '../context.ts'
import { keepSettings } from '../keep-settings.ts'
import { makeEntryLink } from '../make-entry-link.ts'
import { actingAs, type Cast, find } from './cast.ts'

/** The first exists nowhere; the second lets whoever tries it put the form into a page of their own. */
const sites = ['https://intranet.council.example', 'http://localhost:8080']

export async function openWays(ctx: Context, cast: Cast, partner: string): Promise<void> {
  const { network, demo } = cast
  const at = new Date(ctx.now().getTime() - 50 * 24 * 60 * 60 * 1000)
  const coordinator = await actingAs(ctx, cast, demo.coordinator, at)
  await keepSettings(coordinator, network.id, { entry: { embedOrigins: sites, selfReferral: 'pages' } }, {})
  const organisationId = find(cast.organisations, partner)
  await makeEntryLink(coordinator, network.id, { kind: 'link', label: 'Council contact centre', organisationId: '' })
  await makeEntryLink(coordinator, network.id, { kind: 'link', label: 'Front desk', organisationId })
}
