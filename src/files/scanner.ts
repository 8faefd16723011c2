/** Asks a virus scanner that speaks clamd's protocol, over TCP. */
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** away: it could not be asked, or gave no answer. */
export type Verdict = 'clean' | 'infected' | 'away'
export type Scanner = (content: Readable) => Promise<Verdict>

const patienceMs = 30_000

/** `tcp://host:port`; null where the operator has none: then everything counts as checked. */
export function openScanner(url: string | null): Scanner | null {
  if (!url) return null
  const { hostname, port } = new URL(url)
  return content => ask(hostname.replace(/^\[|\]$/g, ''), Number(port || 3310), content)
}

async function ask(host: string, port: number, content: Readable): Promise<Verdict> {
  const socket = connect({ host, port }).setTimeout(patienceMs, () => socket.destroy())
  try {
    const answer = read(socket)
    answer.catch(() => {}) // it may say no before everything is sent
    await send(socket, content)
    return verdictIn(await answer)
  } catch {
    return 'away'
  } finally {
    socket.destroy()
    content.destroy()
  }
}

/** INSTREAM: each piece with its length before it, nothing at the end. */
async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of content) await write(socket, Buffer.concat([length(piece.length), piece]))
  await write(socket, length(0))
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('close', reject)
    socket.write(bytes, error => {
      socket.off('close', reject)
      if (error) reject(error)
      else resolve()
    })
  })
}

function length(bytes: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(bytes)
  return four
}

async function read(socket: Socket): Promise<string> {
  let text = ''
  for await (const piece of socket) {
    text += piece
    if (text.includes('\0')) break
  }
  return text.replace(/\0.*$/s, '')
}

function verdictIn(answer: string): Verdict {
  if (/ FOUND$/.test(answer)) return 'infected'
  return /: OK$/.test(answer) ? 'clean' : 'away'
}
