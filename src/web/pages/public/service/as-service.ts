/** What search engines read of a service: schema.org, made of nothing but what its page shows. */
import type { Catchment } from '../../../../domain/catchment.ts'
import type { ServiceData } from '../service.tsx'

export function asService({ site, service, open, organisation, names, address: url }: ServiceData) {
  return {
    '@type': 'Service',
    ...{ '@id': url, url, name: service.name, description: service.description || undefined },
    serviceType: open.terms.map(({ name }) => name),
    provider: organisation && {
      ...{ '@type': 'Organization', name: organisation.name, url: organisation.website ?? undefined },
    },
    areaServed: areaOf(service.catchment, site.network.authorities, names),
    availableChannel: {
      '@type': 'ServiceChannel',
      availableLanguage: open.languages.length > 0 ? open.languages : undefined,
      servicePhone: open.phone ? { '@type': 'ContactPoint', telephone: open.phone } : undefined,
      serviceUrl: open.website ?? undefined,
      serviceLocation: placeOf(open),
    },
    hoursAvailable: service.hours.spans.map(({ weekday, opens, closes }) => ({
      ...{ '@type': 'OpeningHoursSpecification', dayOfWeek: `https://schema.org/${days[weekday - 1]}` },
      ...{ opens: opens.slice(0, 5), closes: closes.slice(0, 5) },
    })),
  }
}

/** Districts, a circle or a drawn area are no authority: of them nothing is said rather than too much. */
function areaOf(catchment: Catchment, ofNetwork: readonly string[], names: ReadonlyMap<string, string>) {
  if (catchment.kind === 'everywhere') return { '@type': 'Country', name: 'United Kingdom' }
  if (catchment.kind !== 'authorities' && catchment.kind !== 'network') return undefined
  const codes = catchment.kind === 'authorities' ? catchment.authorities : ofNetwork
  return codes.flatMap(code => (names.has(code) ? [{ '@type': 'AdministrativeArea', name: names.get(code) }] : []))
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** A venue that is kept secret is not among what is open. */
function placeOf({ venue }: ServiceData['open']) {
  if (!venue) return undefined
  const { name, address1, address2, city, postcode, latitude, longitude } = venue
  return {
    '@type': 'Place',
    name: name || undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: [address1, address2].filter(Boolean).join(', ') || undefined,
      ...{ addressLocality: city || undefined, postalCode: postcode ?? undefined, addressCountry: 'GB' },
    },
    geo: latitude !== null && longitude !== null ? { '@type': 'GeoCoordinates', latitude, longitude } : undefined,
  }
}
