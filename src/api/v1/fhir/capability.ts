/** What of FHIR R4 is answered here: its CapabilityStatement. */

const search = (name: string, type: string) => ({ name, type })

export function capabilities(baseUrl: string, date: string) {
  return {
    ...{ resourceType: 'CapabilityStatement', status: 'active', date, kind: 'instance', fhirVersion: '4.0.1' },
    ...{ format: ['application/fhir+json'], software: { name: 'Onward' } },
    implementation: { description: 'Referrals that the holder of the token may read', url: `${baseUrl}/api/v1/fhir` },
    rest: [
      {
        mode: 'server',
        security: { description: 'A bearer token with the scope referrals:read.' },
        resource: [
          {
            ...{ type: 'ServiceRequest', interaction: [{ code: 'read' }, { code: 'search-type' }] },
            searchParam: [search('identifier', 'token')],
          },
          {
            ...{ type: 'Task', interaction: [{ code: 'read' }, { code: 'search-type' }] },
            searchParam: [search('focus', 'reference')],
          },
        ],
      },
    ],
  }
}
