import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { addressFault, askOut, type Limits } from './ask.ts'
import { allowedHosts, isPublic } from './hosts.ts'

const allowed = allowedHosts(['127.0.0.1'])
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.closeAllConnections()
})

const none = async () => []
const ask = (address: string, limits: Limits = {}) => askOut(address, {}, { resolve: none, ...limits })

test('SECURITY: no spelling of a private address is asked', async () => {
  const hosts = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '127.0.0.1.', '127.99.1.2'],
    ...['0.0.0.0', '0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2001::1]', '[fe80::1]', '[fc00::1]'],
    ...['[fd12:3456::1]', '[ff02::1]', '[2001:db8::1]', '[fec0::1]', '[100::1]', '１２７.０.０.１', '①27.0.0.1'],
  ]
  const asked = await Promise.all(hosts.map(async host => [host, await ask(`http://${host}/`)]))
  const wrong = asked.filter(([, answer]) => JSON.stringify(answer) !== '{"ok":false,"why":"forbidden"}')
  expect(wrong).toEqual([])
})

test('public addresses are public, also beside what the operator allows', () => {
  const good = ['1.1.1.1', '172.32.0.1', '100.128.0.1', '::ffff:8.8.8.8', '2606:4700::1111', '2a00:1450::1']
  expect(good.filter(address => !isPublic(address))).toEqual([])
  const some = allowedHosts(['10.20.0.0/16', 'fd00:1::/32', '192.168.7.7'])
  const allowedToo = ['10.20.3.4', '::ffff:10.20.3.4', 'fd00:1::9', '192.168.7.7']
  expect(allowedToo.filter(address => !isPublic(address, some))).toEqual([])
  const still = ['10.21.0.1', '192.168.7.8', '127.0.0.1', 'fd00:2::1', 'records.internal']
  expect(still.filter(address => isPublic(address, some))).toEqual([])
})

test('a name counts by all of its addresses, unless the operator named it', async () => {
  const resolve = async (name: string) =>
    name === 'nobody.example'
      ? []
      : ['93.184.215.14', '10.0.0.9'].map(address => ({ address, family: 4 })).slice(0, name.startsWith('a') ? 1 : 2)
  const fault = (address: string, names: string[] = []) =>
    addressFault(address, { resolve, allowed: allowedHosts(names) })
  expect(await fault('https://a.example/hook')).toBeNull()
  expect(await fault('https://both.example/hook')).toBe('forbidden')
  expect(await fault('https://both.example./hook', ['Both.Example'])).toBeNull()
  expect(await fault('https://nobody.example/')).toBe('unknown')
})

test('only http and https, no passwords in the address, no port of another service', async () => {
  const addresses = ['ftp://a.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'a.example', '', '//a.example/']
  addresses.push('http://me:secret@a.example/', 'http://me@a.example/', 'http://a.example:25/', 'http://a.example:22/')
  addresses.push(`http://a.example/${'x'.repeat(2000)}`, 'http://', 'gopher://a.example:8080/')
  for (const address of addresses) expect(await ask(address), address).toEqual({ ok: false, why: 'address' })
})

test('the connection goes to the address that was checked, and the name is looked up once', async () => {
  const hosts: (string | undefined)[] = []
  const port = await serve((request, response) => {
    hosts.push(request.headers.host)
    response.end('hello')
  })
  let times = 0
  const resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  const answer = await ask(`http://changing.example:${port}/`, { allowed, resolve })
  expect(answer).toMatchObject({ ok: true, status: 200, body: Buffer.from('hello') })
  expect([times, hosts]).toEqual([1, [`changing.example:${port}`]])
})

test('redirects: each checked again, three at most, none from https down, none with a body', async () => {
  const seen: string[] = []
  const port = await serve((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['x-key'] ?? ''}`.trim())
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to')
    if (to === 'again') response.writeHead(302, { location: request.url })
    else if (to) response.writeHead(307, { location: to })
    response.end('done')
  })
  const at = `http://127.0.0.1:${port}/`
  const get = (path: string) => askOut(at + path, { headers: { 'x-key': 'k' } }, { allowed, resolve: none })
  for (const to of ['http://10.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest/'])
    expect(await get(`?to=${encodeURIComponent(to)}`), to).toEqual({ ok: false, why: 'forbidden' })
  expect(await get('?to=file:///etc/passwd')).toEqual({ ok: false, why: 'address' })
  expect(await get('?to=/end')).toMatchObject({ ok: true, url: `${at}end`, body: Buffer.from('done') })
  expect(seen.at(-1)).toBe('GET /end k')
  seen.length = 0
  expect(await get('?to=again')).toEqual({ ok: false, why: 'redirects' })
  expect(seen).toHaveLength(4)
  const posted = await askOut(`${at}?to=/end`, { method: 'POST', body: 'x' }, { allowed })
  expect(posted).toMatchObject({ ok: true, status: 307 })
})

test('what was given for one host is not carried to another', async () => {
  let got: string | undefined = 'nothing'
  const second = await serve((request, response) => {
    got = request.headers.authorization
    response.end()
  })
  const first = await serve((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${second}/` }).end())
  const headers = { authorization: 'Bearer secret' }
  expect(await askOut(`http://127.0.0.1:${first}/`, { headers }, { allowed })).toMatchObject({ ok: true })
  expect(got).toBeUndefined()
})

test('too slow, too large or unreadable: an end, and why', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const answers: Record<string, RequestListener> = {
    '/never': () => {},
    '/drip': (_, response) => {
      response.write('x')
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    },
    '/large': (_, response) => response.end(Buffer.alloc(200_000)),
    '/chunks': (_, response) => {
      for (let nth = 0; nth < 20; nth++) response.write(Buffer.alloc(10_000))
      response.end()
    },
    '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    '/twice': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(bomb)),
    '/not-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('x')
      setTimeout(() => response.destroy(), 20)
    },
    '/headers': (_, response) => response.writeHead(200, { 'x-large': 'x'.repeat(40_000) }).end(),
    '/brotli': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('fine')),
  }
  const port = await serve((request, response) => answers[request.url ?? '']?.(request, response))
  const slow = ['/never', '/drip']
  const get = (path: string) =>
    ask(`http://127.0.0.1:${port}${path}`, {
      allowed,
      bytes: 100_000,
      milliseconds: slow.includes(path) ? 100 : 20_000,
    })
  const ends = Object.fromEntries(
    await Promise.all(
      Object.keys(answers).map(async path => {
        const answer = await get(path)
        return [path, answer.ok ? answer.body.toString() : answer.why]
      }),
    ),
  )
  expect(ends).toEqual({
    ...{ '/never': 'slow', '/drip': 'slow', '/large': 'large', '/chunks': 'large', '/bomb': 'large' },
    ...{ '/twice': 'unreadable', '/not-gzip': 'unreadable', '/cut': 'unreachable', '/headers': 'unreachable' },
    '/brotli': 'fine',
  })
})

test('a name that takes for ever to look up ends in time too, and a closed port is told', async () => {
  const resolve = () => new Promise<never>(() => {})
  expect(await ask('http://a.example/', { resolve, milliseconds: 50 })).toEqual({ ok: false, why: 'slow' })
  const port = await serve(() => {})
  await new Promise(resolve => servers.at(-1)?.close(resolve))
  expect(await ask(`http://127.0.0.1:${port}/`, { allowed })).toEqual({ ok: false, why: 'unreachable' })
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise(resolve => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}
