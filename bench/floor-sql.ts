/** floor-sql: node:http and one prepared statement that gives the same rows as JSON, in the same transaction envelope. No permissions, no checks. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool, type PoolClient } from 'pg'
import { statements } from './floor-statements.ts'

const url = process.env.DATABASE_URL
/** As the program's own connections. */
const session = 'set jit = off; set random_page_cost = 1.1'
const acting = new Pool({
  connectionString: url,
  max: 12,
  onConnect: client => client.query(`${session}; set role onward_app`),
})
/** Row-level security keeps a trigram index from being used: the floor searches without it. */
const owner = new Pool({ connectionString: url, max: 12, onConnect: client => client.query(session) })

/** By the first part of the address; the rest of it are the parameters. */
const server = createServer(async (request, response) => {
  const [, name = '', ...parts] = (request.url ?? '').split('/')
  try {
    const body = await answer(name as keyof typeof statements, parts.map(decodeURIComponent), request)
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
    response.end(body)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})

async function answer(name: keyof typeof statements, values: string[], request: IncomingMessage): Promise<string> {
  const body = await readBody(request)
  const given = body ? [...values, body] : values
  const pool = name === 'names' || name === 'references' ? owner : acting
  const client = await pool.connect()
  try {
    return await within(client, name, given)
  } finally {
    client.release()
  }
}

async function within(client: PoolClient, name: keyof typeof statements, values: string[]): Promise<string> {
  const [user = '', organisation = '', ...rest] = values
  const system = name === 'create' ? 'on' : ''
  await client.query(
    `begin; select set_config('onward.user', '${user}', true), set_config('onward.organisation', '${organisation}', true), set_config('onward.system', '${system}', true)`,
  )
  const { text, takes } = statements[name]
  const { rows } = await client.query({
    name,
    text,
    values: [user, organisation, ...rest].slice(takes === 'all' ? 0 : 2),
  })
  await client.query('commit')
  return rows[0]?.body ?? '{}'
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
