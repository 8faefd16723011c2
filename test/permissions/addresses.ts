/** From a route to an address with real ids, and from an address back to its route. */
import type { Furnished } from './furnished.ts'

/** By what stands before the parameter, or its own name where that says more. */
function idFor(before: string, name: string, route: string, world: Furnished): string {
  const { users, organisations, services, categories, networkId } = world.world
  const known: Record<string, string> = {
    ...{ 'referrals/:id': world.referral, 'assignments/:assignment': world.assignment },
    ...{ 'refer/:draft': world.draft, 'people/:id': world.person, 'contacts/:contact': world.contact },
    'files/:file': route.includes('/people/') ? world.personFile : world.file,
    ...{ 'tags/:id': world.tag, 'tags/:tag': world.tag, 'merge/:other': world.other },
    ...{ 'organisations/:id': organisations.first, 'members/:id': organisations.first },
    ...{ 'services/:id': services.first, 'venues/:venue': 'new', 'questions/:question': 'new', 'questions/:id': 'new' },
    ...{ 'sections/:id': 'new', 'fields/:name': 'needs', 'versions/:version': '1', 'edit/:section': 'about' },
    ...{ 'users/:id': world.membership, 'grants/:user': users.commissioner, ':user/:role': 'commissioner' },
    ...{
      'networks/:slug': world.slug,
      'n/:slug': world.slug,
      'networks/:id': networkId,
      'lists/:list': 'categories',
      ':list/:id': categories.food,
      'categories/:category': categories.food,
    },
    ...{ 'connections/:id': world.connection, 'entry-links/:id': world.link, 'held/:id': world.held },
    ...{ 'requests/:id': world.request, 'invitations/:id': world.invitation, 'hand-overs/:id': world.handOver },
    ...{ 'views/:id': world.view, 'f/:token': world.entry, 'reports/:report': 'activity' },
    ...{ 'confirm/:message': world.message, 'question/:message': world.message, 'mailbox/:id': world.message },
    ...{ 'messages/:id': world.message, 'needs/:action': 'withdraw', ':assignment/:action': 'accept' },
    ...{ 'subject-requests/:id': world.subjectRequest, 'note-releases/:request': world.subjectRequest },
    ...{ 'ServiceRequest/:id': world.referral, 'Task/:id': world.assignment },
    ...{ ':request/:note': world.note, 'webhooks/:id': world.webhook, 'deliveries/:delivery': world.delivery },
    ':id/:act': 'resend',
  }
  return known[`${before}/:${name}`] ?? world.other
}

/** `:act{done|remove}` takes the first; a file's name is what its pattern allows. */
export function addressOf(route: string, world: Furnished): string {
  const segments = route.split('/')
  return segments
    .map((segment, nth) => {
      const [, name = '', pattern = ''] = /^:(\w+)(?:\{(.*)\})?$/.exec(segment) ?? []
      if (segment === '*') return 'x'
      if (!name) return segment
      if (pattern && !pattern.startsWith('[')) return firstOf(pattern)
      const before = (segments[nth - 1] ?? '').replace(/\{.*$/, '')
      return idFor(before, name, route, world)
    })
    .join('/')
}

/** The first text that such a choice allows: `(list|map)\.(csv|xlsx)` gives list.csv. */
function firstOf(pattern: string): string {
  return (
    pattern
      .replaceAll(/\(([^|)]*)[^)]*\)/g, '$1')
      .replaceAll('\\', '')
      .split('|')[0] ?? ''
  )
}

export function patternOf(route: string): RegExp {
  const parts = route.split('/').map(segment => {
    const [, name, pattern] = /^:(\w+)(?:\{(.*)\})?$/.exec(segment) ?? []
    if (segment === '*') return '.*'
    return name ? `(?:${pattern ?? '[^/]+'})` : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
