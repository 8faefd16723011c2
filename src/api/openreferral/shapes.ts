/** Services and what they hang on, in the shapes of HSDS-UK-3.0. */
import type { OpenTaxonomy } from '../../db/open-data/lists.ts'
import type { OpenOrganisation, OpenService, OpenTerm } from '../../db/open-data/services.ts'
import { email, tidy, uri } from './fields.ts'
import { partId } from './ids.ts'
import { serviceAtLocation } from './location.ts'
import { schedulesOf } from './schedule.ts'
import { type Areas, serviceAreas } from './service-area.ts'

export function serviceShape(service: OpenService, areas: Areas) {
  const { id, phone, organisation, languages, terms } = service
  const at = serviceAtLocation(service)
  return tidy({
    ...oneToOne(service),
    organization: organizationShape(organisation),
    schedules: schedulesOf(service),
    service_areas: serviceAreas(service, areas),
    service_at_locations: at ? [at] : [],
    languages: languages.map(name => ({ id: partId(id, 'language', name), service_id: id, name })),
    phones: phone ? [{ id: partId(id, 'phone'), service_id: id, number: phone }] : [],
    attributes: terms.map(term => ({
      ...{ id: partId(id, 'term', term.id), link_id: id, link_type: 'service', taxonomy_term_id: term.id },
      taxonomy_term: termShape(term),
    })),
    capacities: capacitiesOf(service),
  })
}

/** `name` and `status` too: the official check reads a single one as if it were a service. */
export function atLocationShape(service: OpenService, areas: Areas) {
  const at = serviceAtLocation(service)
  const { service_at_locations, schedules, service_areas, ...whole } = serviceShape(service, areas)
  return tidy({ ...at, name: service.name, status: whole.status, schedules, service_areas, service: whole })
}

export function organizationShape({ id, name, description, email: address, website }: OpenOrganisation) {
  return tidy({ id, name, description: description || name, email: email(address), website: uri(website) })
}

export function termShape({ id, name, description, parentId, taxonomy, taxonomyId }: OpenTerm) {
  return tidy({ id, name, description: description || name, parent_id: parentId, taxonomy, taxonomy_id: taxonomyId })
}

export function taxonomyShape({ id, name, description }: OpenTaxonomy) {
  return tidy({ id, name, description: description || name })
}

function oneToOne(service: OpenService) {
  const { id, name, description, status, organisation, website, minimumAge, maximumAge, assuredAt } = service
  return {
    ...{ id, organization_id: organisation.id, name, description },
    status: status === 'active' ? 'active' : 'temporarily closed',
    ...{ url: uri(website), email: email(service.email), minimum_age: minimumAge, maximum_age: maximumAge },
    assured_date: assuredAt?.toISOString().slice(0, 10),
    assurer_email: assuredAt && email(service.assurerEmail),
    last_modified: service.lastModified.toISOString(),
  }
}

/** As HSDS 3.1 has it. A service without a number takes whoever comes. */
function capacitiesOf({ id, capacity, capacityAt, taken, lastModified }: OpenService) {
  if (capacity === null) return []
  const unit = { id: partId('unit', 'places'), name: 'Places' }
  const updated = (capacityAt ?? lastModified).toISOString()
  const available = Math.max(0, capacity - taken)
  return [{ id: partId(id, 'capacity'), service_id: id, unit, available, maximum: capacity, updated }]
}
