/** What a hostile hand types, and a dice that falls the same in each run. */

export type Dice = ReturnType<typeof dice>

export function dice(seed: number) {
  let state = seed >>> 0
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return { random, oneOf, chance: (of: number) => random() < of }
}

/** Comes back as text everywhere, never as markup. */
export const markup = '"\'><img src=fuzz onerror=alert(1)></textarea></title></script><script>fuzz()</script>'
export const unescaped = /<img src=fuzz|<script>fuzz/

export const texts: readonly string[] = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', 'Infinity', '9'.repeat(400), '-9223372036854775809', '2147483648', '0.1'],
  ...['null', 'undefined', 'true', '[]', '{}', '[object Object]', '__proto__', 'constructor', 'toString'],
  ...["'; drop table referral; --", "' or 1=1 --", '%', '_', '\\', "\\'", '$1', '%s%n', '{{7*7}}', '$' + '{7*7}'],
  ...[markup, 'javascript:alert(1)', 'data:text/html,x', 'http://127.0.0.1/', '//evil.example', '/\\evil.example'],
  ...['../../etc/passwd', '..%2f..%2f', '%00', '\u0000', 'a\u0000b', '\u0007\u001b[31m', '\ud800', '\udfff\ud800'],
  ...['\u202e\u2066', '\ufeff', '👩‍👩‍👧', 'ﷺ'.repeat(300), 'Z̸͙'.repeat(200), 'x'.repeat(30_000), '\n'.repeat(5000)],
  ...['a\r\nBcc: c@d.example', 'a@b.example\r\nBcc: c@d.example', 'a@b.example', '=1+1', '＝cmd|x', '@SUM(1)'],
  ...[
    '2026-02-30',
    '9999-99-99',
    '0000-00-00',
    '-1-1-1',
    '275760-09-14',
    '24:61',
    '99:99',
    '1970-01-01T00:00:00+99:99',
  ],
  ...['L4 9ZQ', 'ZZ99 3VZ', '+44 7700 900 123', '3f0e8f0e-1111-4222-8333-444455556666', 'on', 'yes', 'new'],
  ...['('.repeat(2000), `${'a'.repeat(50)}!`, '(a+)+$', '&'.repeat(500), 'a,b;c|d', '"', "'", 'e\u0301'.repeat(100)],
]

export const json: readonly unknown[] = [
  ...texts,
  ...[null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, 2 ** 31, [], {}, [[]], [null], { a: 1 }],
  ...[JSON.parse('{"__proto__":{"admin":true}}'), { constructor: { prototype: { x: 1 } } }],
  ...[Array(2000).fill('x'), deep(200), { $ne: null }, { length: 1e9 }, { toString: 'x' }],
]

export const names = [
  '__proto__',
  'constructor.prototype',
  'a.b.c.d.e',
  'x'.repeat(500),
  'a[]',
  'a[0][b]',
  '',
  '0',
  'token',
]

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : [deep(levels - 1)]
}
