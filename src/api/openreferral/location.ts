/** A venue as a location with its address, and a service's being given there. */
import type { OpenService, OpenVenue } from '../../db/open-data/services.ts'
import { partId, turnId } from './ids.ts'

export function serviceAtLocation({ id, venue }: OpenService) {
  if (!venue) return null
  return { id: turnId(id), service_id: id, location_id: venue.id, location: locationOf(venue) }
}

function locationOf(venue: OpenVenue) {
  const { id, name, address1, latitude, longitude, approximate, accessibility, facilities } = venue
  return {
    id,
    location_type: 'physical',
    name: name || address1,
    ...(approximate ? {} : { latitude, longitude }),
    addresses: addressesOf(venue),
    accessibility: [accessibility, ...facilities].filter(Boolean).map(description => ({
      id: partId(id, 'accessibility', description),
      location_id: id,
      description,
    })),
  }
}

/** Each of its parts is required: an address that lacks one is left out whole. */
function addressesOf({ id, name, address1, address2, city, postcode, authority }: OpenVenue) {
  const [line, town] = [address1 || name, city || authority]
  if (!line || !town || !postcode) return []
  return [
    {
      ...{ id: partId(id, 'address'), location_id: id, address_1: line, address_2: address2, city: town },
      ...{ state_province: authority ?? town, postal_code: postcode, country: 'GB', address_type: 'physical' },
    },
  ]
}
