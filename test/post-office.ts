/** A real SMTP server on a port of its own, which keeps what it takes and can be told to misbehave. */
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** hang: never answers after the letter · drop: takes the letter, then cuts the line · a number: refuses each recipient with it. */
export type Manners = 'well' | 'hang' | 'drop' | number
export type PostOffice = {
  url: string
  port: number
  letters: (Email & { envelopeTo: string; raw: string })[]
  behave(manners: Manners): void
  close(): Promise<void>
}

export async function openPostOffice(port = 0): Promise<PostOffice> {
  const letters: PostOffice['letters'] = []
  let manners: Manners = 'well'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(typeof manners === 'number' ? Object.assign(new Error('5.1.1 no'), { responseCode: manners }) : null),
    onData: (stream, session, done) => {
      const take = async (raw: string) => {
        if (manners === 'hang') return
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        letters.push({ ...(await PostalMime.parse(raw)), envelopeTo: to, raw })
        if (manners === 'drop') cut(server, session.id)
        else done()
      }
      read(stream).then(take, done) // half a letter is none
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    letters,
    behave: next => {
      manners = next
    },
    close: () => closeServer(server),
  }
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

type Connection = { session: { id: string }; _socket: { destroy(): void } }

function cut(server: SMTPServer, session: string) {
  for (const connection of connectionsOf(server)) if (connection.session.id === session) connection._socket.destroy()
}

function connectionsOf(server: SMTPServer) {
  return (server as unknown as { connections: Set<Connection> }).connections
}

function closeServer(server: SMTPServer) {
  for (const connection of connectionsOf(server)) connection._socket.destroy()
  return new Promise<void>(resolve => server.close(() => resolve()))
}
