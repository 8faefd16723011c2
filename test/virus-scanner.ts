/** A server on a port of its own that speaks clamd's INSTREAM, finds the usual test virus, and can be told to be away. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type VirusScanner = { url: string; asked: number; away: boolean; close(): Promise<void> }

/** In two pieces, so that no scanner of the machine that runs the tests finds it here. */
export const testVirus = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE!$H+H*'}`

export async function openVirusScanner(): Promise<VirusScanner> {
  const server = createServer(socket => answer(scanner, socket))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const scanner: VirusScanner = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: 0,
    away: false,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return scanner
}

async function answer(scanner: VirusScanner, socket: Socket) {
  scanner.asked++
  socket.on('error', () => {})
  if (scanner.away) return socket.destroy()
  let bytes = Buffer.alloc(0)
  for await (const piece of socket) {
    bytes = Buffer.concat([bytes, piece])
    const content = contentOf(bytes)
    if (content) return socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
  }
}

/** Null until the piece of no length has come. */
function contentOf(bytes: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (!bytes.subarray(0, command.length).equals(command)) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return null
}
