/** A load driver on plain sockets: requests written beforehand, kept-alive connections, each asking again once it has its answer. */
import { connect, type Socket } from 'node:net'

/** `bodies`: how many bytes came; `wrong`: answers other than 2xx, by status. */
export type Run = { requests: number; seconds: number; latencies: number[]; bytes: number; wrong: Map<number, number> }
export type Ask = { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: unknown }
type Target = { port: number; ask: (nth: number) => Ask; connections: number; seconds: number }

export async function drive({ port, ask, connections, seconds }: Target): Promise<Run> {
  const run: Run = { requests: 0, seconds: 0, latencies: [], bytes: 0, wrong: new Map() }
  const started = performance.now()
  const end = started + seconds * 1000
  let next = 0
  const work = async () => {
    const line = await open(port)
    while (performance.now() < end) {
      const text = written(ask(next++))
      const asked = performance.now()
      const { status, bytes } = await line.exchange(text)
      run.latencies.push(performance.now() - asked)
      run.requests++
      run.bytes += bytes
      if (status < 200 || status > 299) run.wrong.set(status, (run.wrong.get(status) ?? 0) + 1)
    }
    line.close()
  }
  await Promise.all(Array.from({ length: connections }, work))
  run.seconds = (performance.now() - started) / 1000
  return run
}

/** Latency in milliseconds that this share of requests stayed under. */
export function quantile(latencies: readonly number[], share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** One request, its answer whole: for looking at, not for measuring. */
export async function fetchOnce(port: number, ask: Ask): Promise<{ status: number; body: string }> {
  const line = await open(port)
  const { status, body } = await line.exchange(written(ask), true)
  line.close()
  return { status, body }
}

function written({ method = 'GET', path, headers = {}, body }: Ask): Buffer {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const type =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  const lines = Object.entries({ host: '127.0.0.1', ...headers, ...type }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}

type Answer = { status: number; bytes: number; body: string }
type Line = { exchange(request: Buffer, keep?: boolean): Promise<Answer>; close(): void }

function open(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void; keep: boolean } | null = null
  let got = Buffer.alloc(0)
  socket.on('data', chunk => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
    const answer = waiting && readAnswer(got, waiting.keep)
    if (!answer) return
    const { resolve } = waiting as NonNullable<typeof waiting>
    got = Buffer.alloc(0)
    waiting = null
    resolve(answer)
  })
  const fail = () => waiting?.reject(new Error('the connection broke'))
  socket.on('error', fail).on('close', fail)
  const line: Line = {
    exchange: (request, keep = false) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject, keep }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
  return ready(socket, line)
}

function ready(socket: Socket, line: Line): Promise<Line> {
  return new Promise((resolve, reject) => socket.once('connect', () => resolve(line)).once('error', reject))
}

const endOfHead = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** Null until the whole of it came. */
function readAnswer(got: Buffer, keep: boolean): Answer | null {
  const at = got.indexOf(endOfHead)
  if (at < 0) return null
  const head = got.toString('latin1', 0, at)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const start = at + endOfHead.length
  const whole = length ? got.length >= start + Number(length) : isLastChunk(got)
  if (!whole) return null
  return { status: Number(head.slice(9, 12)), bytes: got.length, body: keep ? got.toString('utf8', start) : '' }
}

function isLastChunk(got: Buffer): boolean {
  return got.subarray(-lastChunk.length).equals(lastChunk)
}
