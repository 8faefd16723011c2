/** Requests of any kind to known addresses: odd keys and values, text that is no JSON, addresses with odd queries. */
import fc from 'fast-check'

/** `values`: such as ids that are known, and one that is not. */
export function anyRequest(gets: readonly string[], posts: readonly string[], values: readonly unknown[]) {
  const key = fc.constantFrom(
    'network',
    'needs',
    'keep',
    'serviceId',
    'reasonId',
    'note',
    'outcomes',
    'q',
    'body',
    'limit',
    'submission',
    'consent',
    '__proto__',
    'constructor',
    'shortlist',
  )
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...values, '\u0000', '\ud800', true, 1e300, -0))
  const json = fc.oneof(
    fc.dictionary(key, value, { maxKeys: 5 }).map(one => JSON.stringify(one)),
    value.map(one => JSON.stringify(one)),
    fc.string(),
    fc.constantFrom('[[[[', '['.repeat(60_000), '{"a":"\\ud800"}', '\ufeff{}'),
  )
  const query = fc.webQueryParameters({ size: 'small' })
  const named = fc
    .tuple(fc.constantFrom('cursor', 'limit', 'network', 'tab', 'urgent', 'status', 'sort', 'category'), fc.string())
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
  return fc.oneof(
    fc.record({ method: fc.constant('POST'), path: fc.constantFrom(...posts), body: json }),
    fc.record({
      method: fc.constant('GET'),
      path: fc.tuple(fc.constantFrom(...gets), fc.oneof(query, named)).map(([path, text]) => `${path}?${text}`),
      body: fc.constant(''),
    }),
    fc.record({ method: fc.constant('GET'), path: fc.webPath().map(path => path || '/x'), body: fc.constant('') }),
  )
}
