/** Another system: a real HTTP server that takes what webhooks send, checks it with a library of others, and can misbehave. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Notification } from '#src/domain/webhook.ts'

/** hang: never answers · drop: takes it, then cuts the line · a number: answers with it. */
export type Manners = 'hang' | 'drop' | number
export type Taken = { id: string; headers: Record<string, string>; raw: string; body: Notification; answered: Manners }
export type Receiver = Awaited<ReturnType<typeof openReceiver>>

export async function openReceiver() {
  const taken: Taken[] = []
  let manners: (taken: Taken) => Manners | Promise<Manners> = () => 200
  let reached = () => {}
  const server = createServer(async (request, response) => {
    const raw = await textOf(request).catch(() => null)
    if (raw === null) return // cut off in the middle: none of it counts
    const headers = request.headers as Record<string, string>
    const one = { id: headers['webhook-id'] ?? '', headers, raw, body: JSON.parse(raw), answered: 200 as Manners }
    taken.push(one)
    one.answered = await manners(one)
    if (one.answered === 'drop') request.socket.destroy()
    else if (one.answered !== 'hang')
      response.writeHead(one.answered, { location: 'http://169.254.169.254/latest/' }).end()
  })
  server.on('connection', () => reached())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    taken,
    /** What was answered well, of one referral. */
    heard: (referral: string) =>
      taken.filter(({ body, answered }) => answered === 200 && body.data.referral.id === referral),
    behave: (next: typeof manners) => {
      manners = next
    },
    /** As soon as somebody connects, before anything is read. */
    whenReached: (then: typeof reached) => {
      reached = then
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** By somebody else's code: throws where the signature is not of this secret. */
export function verify({ raw, headers }: Taken, secret: string): unknown {
  return new Webhook(secret).verify(raw, headers)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
